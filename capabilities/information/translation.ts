import { type Block, inlinesOf } from './blocks.ts'
import type { PageFault, PageFile } from './page-file.ts'

/**
 * What a translation lost or added against its Dutch text, by what cannot differ between languages: the numbers, facts and
 * links it names, in their order of the Dutch text or another, its headings and lists, and what stands above the text. None
 * for a page that says of no text that it is its translation.
 */
export function translationFaults(page: PageFile | undefined, dutch: PageFile | undefined): PageFault[] {
  if (page === undefined || dutch === undefined) return []
  const [ours, theirs] = [skeletonOf(page), skeletonOf(dutch)]
  return partsThatDiffer(page, dutch).map((part) => ({
    line: page.bodyAt,
    code: 'differs-from-dutch',
    what: `${part}: ${ours[part]} / ${theirs[part]}`,
  }))
}

export type TranslatedPart = keyof ReturnType<typeof skeletonOf>

/** The parts in which a translation is not the same as its Dutch text; none for a page that is no translation. */
export function partsThatDiffer(page: PageFile | undefined, dutch: PageFile | undefined): TranslatedPart[] {
  if (page?.front.translation === undefined || dutch === undefined) return []
  const [ours, theirs] = [skeletonOf(page), skeletonOf(dutch)]
  const parts = Object.keys(ours) as TranslatedPart[] // the keys of this very record
  return parts.filter((part) => ours[part] !== theirs[part])
}

/** What a text is made of, without its words. */
function skeletonOf({ front, blocks }: PageFile) {
  const { audience, moment, domains, facts, related, sources, reviewOn, windowTitle, standsFirst } = front
  const inlines = inlinesOf(blocks)
  return {
    about: JSON.stringify({
      audience,
      moment,
      domains,
      facts,
      related,
      reviewOn,
      standsFirst,
      hasWindowTitle: windowTitle !== undefined,
    }),
    sources: sources.map(({ url, name }) => url ?? name).join(' '),
    named: inlines
      .flatMap((one) => (one.kind === 'helpline' || one.kind === 'fact' ? [`${one.kind}:${one.code}`] : []))
      .toSorted()
      .join(' '),
    links: inlines
      .flatMap((one) => (one.kind === 'link' ? [JSON.stringify(one.to)] : []))
      .toSorted()
      .join(' '),
    blocks: shapesOf(blocks).join(' '),
  }
}

const shapesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list')
      return [`${block.isOrdered ? 'ol' : 'ul'}${block.items.length}`, ...block.items.flatMap(shapesOf)]
    if (block.kind === 'quote') return ['quote', ...shapesOf(block.blocks)]
    return [block.kind === 'heading' ? `h${block.level}` : 'p']
  })

type Version = {
  readonly pageId: string
  readonly language: string
  readonly state: string
  readonly shippedAs: string | null
  readonly translates: string | null
}

/**
 * Whether the Dutch text went on since a version was translated from it: the public Dutch version, or the newest as long as
 * none is public, is another than the one it names. False for what is no translation. `versions` come newest first.
 */
export function isOlderThanDutch(version: Version, versions: readonly Version[]): boolean {
  if (version.translates === null) return false
  const dutch = versions.filter(({ pageId, language }) => pageId === version.pageId && language === 'nl')
  const now = dutch.find(({ state }) => state === 'approved') ?? dutch[0]
  return now?.shippedAs !== version.translates
}
