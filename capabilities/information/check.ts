import { inlinesOf } from './blocks.ts'
import { LANGUAGES, type PageLanguage } from './front-matter.ts'
import { type PageFault, type PageFile, type ReadPage, readPage } from './page-file.ts'
import { translationFaults } from './translation.ts'

/** A file of a page, with where it stands. */
export type GivenFile = { readonly language: PageLanguage; readonly slug: string; readonly text: string }
export type Known = { readonly helplines: readonly string[]; readonly facts: readonly string[] }
export type FaultAt = PageFault & { readonly language: PageLanguage; readonly slug: string }
export type CheckedFile = { readonly language: PageLanguage; readonly slug: string; readonly page: PageFile }
export type CheckedPages = { readonly pages: readonly CheckedFile[]; readonly faults: readonly FaultAt[] }

/** Words that a history should not show: of an address or of a window title of a page about safety. */
const TELLING =
  /geweld|mishandel|misbruik|veilig|gevaar|slaan|slaat|bedreig|stalk|dwang|violen|abus|safe|danger|threat|\bhit/i

/** Reads pages that belong together and tells every fault of each, also what one says about another. */
export function checkPages(files: readonly GivenFile[], known: Known): CheckedPages {
  const slugs = new Set(files.map(({ slug }) => slug))
  const checked = files.map((file) => ({ ...file, ...checkPage(file, { ...known, slugs }) }))
  const dutch = new Map(checked.flatMap((one) => (one.language === 'nl' ? [[one.slug, one.page] as const] : [])))
  return {
    pages: checked.flatMap(({ language, slug, page }) => (page === undefined ? [] : [{ language, slug, page }])),
    faults: checked.flatMap(({ language, slug, page, faults }) =>
      [...faults, ...languageFaults(files, slug), ...translationFaults(page, dutch.get(slug))].map((fault) => ({
        ...fault,
        language,
        slug,
      })),
    ),
  }
}

/** Reads one page and tells its faults; `slugs` are the addresses that it may lead to, its own among them. */
export function checkPage(
  { slug, text }: Pick<GivenFile, 'slug' | 'text'>,
  known: Known & { readonly slugs: ReadonlySet<string> },
): ReadPage {
  const { page, faults } = readPage(text)
  if (page === undefined) return { page, faults }
  const more = [...linkFaults(page, known.slugs), ...placedFaults(page, known), ...titleFaults(slug, page)]
  return { page, faults: [...faults, ...more] }
}

function linkFaults({ blocks, front, body, bodyAt }: PageFile, slugs: ReadonlySet<string>): PageFault[] {
  const inText = inlinesOf(blocks).flatMap((one) =>
    one.kind === 'link' && one.to.kind === 'page' ? [one.to.slug] : [],
  )
  return [
    ...inText
      .filter((slug) => !slugs.has(slug))
      .map((slug) => ({ line: lineOf(body, `pagina:${slug}`, bodyAt), code: 'broken-link' as const, what: slug })),
    ...front.related
      .filter((slug) => !slugs.has(slug))
      .map((slug) => ({ line: 1, code: 'broken-link' as const, what: slug })),
  ]
}

function placedFaults({ blocks, front, body, bodyAt }: PageFile, { helplines, facts }: Known): PageFault[] {
  const inText = inlinesOf(blocks).flatMap((one): PageFault[] => {
    if (one.kind === 'helpline')
      return helplines.includes(one.code)
        ? []
        : [{ line: lineOf(body, `lijn:${one.code}`, bodyAt), code: 'unknown-helpline', what: one.code }]
    if (one.kind !== 'fact') return []
    const line = lineOf(body, `feit:${one.code}`, bodyAt)
    if (!facts.includes(one.code)) return [{ line, code: 'unknown-fact', what: one.code }]
    return front.facts.includes(one.code) ? [] : [{ line, code: 'fact-not-listed', what: one.code }]
  })
  const listed = front.facts
    .filter((code) => !facts.includes(code))
    .map((code) => ({ line: 1, code: 'unknown-fact' as const, what: code }))
  return [...inText, ...listed]
}

/** Design §8: pages about violence and safety have a neutral address and window title, because history stays. */
function titleFaults(slug: string, { front }: PageFile): PageFault[] {
  const isAboutSafety = front.domains.includes('safety')
  if (!isAboutSafety && front.windowTitle === undefined) return []
  const told = [slug, front.windowTitle ?? front.title].filter((text) => TELLING.test(text))
  const missing = isAboutSafety && front.windowTitle === undefined ? [front.title] : []
  return [...new Set([...told, ...missing])].map((what) => ({ line: 1, code: 'telling-title', what }))
}

function languageFaults(files: readonly GivenFile[], slug: string): PageFault[] {
  const missing = LANGUAGES.filter(
    (language) => !files.some((file) => file.slug === slug && file.language === language),
  )
  return missing.map((what) => ({ line: 1, code: 'other-language-missing', what }))
}

const lineOf = (body: string, text: string, bodyAt: number): number =>
  bodyAt + body.slice(0, Math.max(0, body.indexOf(text))).split('\n').length - 1
