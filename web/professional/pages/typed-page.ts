import { factsIn, pageText } from '../../../capabilities/information/editing/page-text.ts'
import { type PageFault, type ReadPage, readPage } from '../../../capabilities/information/page-file.ts'
import { partsThatDiffer, type TranslatedPart } from '../../../capabilities/information/translation.ts'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import { translationLostWords } from '../../words/translation-lost.ts'
import type { Lang } from '../../words/words.ts'

/** What stands in the fields of the form of a page. */
export type TypedPage = {
  readonly one: (name: Field) => string
  readonly all: (name: 'voor' | 'over') => readonly string[]
}
export type Field = keyof (typeof pagesKeptWords)['nl']['fields']

/** What a page says above its text, by the field of the form that it is typed in. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  ...{ title: 'titel', summary: 'samenvatting', audience: 'voor', moment: 'moment', domains: 'over' },
  ...{ windowTitle: 'venster', reviewOn: 'nakijken', sources: 'bronnen', facts: 'feiten', related: 'verwant' },
  standsFirst: 'eerst',
}

const listed = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const sourcesTyped = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', url = '', checkedOn = '', status = ''] = line.split('|').map((part) => part.trim())
      return { name, ...(url !== '' && { url }), checkedOn, status }
    })

/** The page that was typed as the file in which it is kept; whether it is sound is for the check to say. */
export function textTyped(typed: TypedPage, more: Readonly<Record<string, unknown>> = {}): string {
  const body = typed.one('tekst')
  const [windowTitle, first] = [typed.one('venster').trim(), typed.one('eerst').trim()]
  const front = {
    ...{ title: typed.one('titel').trim(), summary: typed.one('samenvatting').trim() },
    ...{ audience: typed.all('voor'), moment: typed.one('moment'), domains: typed.all('over') },
    // What is no figure stays as it was typed, and is refused.
    ...(first !== '' && { standsFirst: /^\d$/.test(first) ? Number(first) : first }),
    ...(windowTitle !== '' && { windowTitle }),
    reviewOn: typed.one('nakijken').trim(),
    sources: sourcesTyped(typed.one('bronnen')),
    facts: [...new Set([...listed(typed.one('feiten')), ...factsIn(body)])],
    related: listed(typed.one('verwant')),
    ...more,
  }
  return pageText(front, body)
}

type Translated = { readonly isMadeByMachine: boolean; readonly translates: string | null }

/** What a translation says of itself, kept when an older version becomes a new one. */
export const translationOf = ({ isMadeByMachine, translates }: Translated) =>
  translates === null ? {} : { translation: { madeBy: isMadeByMachine ? 'machine' : 'person', of: translates } }

type Kept = {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly windowTitle: string | null
  readonly audience: readonly string[]
  readonly moment: string
  readonly domains: readonly string[]
  readonly standsFirst: number | null
  readonly reviewOn: string
  readonly sources: readonly { name: string; url?: string; checkedOn: string; status: string }[]
  readonly facts: readonly string[]
  readonly related: readonly string[]
}

/** A version that is kept, as its form shows it. */
export function typedOf(version: Kept): TypedPage {
  const sources = version.sources.map(({ name, url = '', checkedOn, status }) =>
    [name, url, checkedOn, status].join(' | '),
  )
  const fields: Readonly<Partial<Record<Field, string>>> = {
    ...{ titel: version.title, samenvatting: version.summary, tekst: version.body, moment: version.moment },
    ...{ venster: version.windowTitle ?? '', nakijken: version.reviewOn, bronnen: sources.join('\n') },
    ...{ verwant: version.related.join(', '), feiten: version.facts.join(', ') },
    eerst: version.standsFirst === null ? '' : String(version.standsFirst),
  }
  return { one: (name) => fields[name] ?? '', all: (name) => (name === 'voor' ? version.audience : version.domains) }
}

/** What is wrong with what was typed: in which field, and in words; a fault of the text at its own line. */
export function faultsTyped(lang: Lang, { page, faults }: ReadPage, text: string): { field: Field; message: string }[] {
  const words = pagesKeptWords[lang]
  const bodyAt = page?.bodyAt ?? text.split('\n').indexOf('---', 1) + 3
  const all = faults.map((fault: PageFault) => {
    const what = words.faults[fault.code]
    if (fault.code === 'wrong-field') {
      const field = FIELD_OF[fault.what.split(/[.:]/)[0] ?? ''] ?? 'tekst'
      return { field, message: words.field(words.fields[field], what) }
    }
    if (fault.code === 'telling-title') return { field: 'venster' as const, message: what }
    const told = fault.what === '' ? what : `${what} ${words.meant(fault.what)}`
    if (fault.line < bodyAt) {
      const field = fault.code === 'unknown-fact' ? ('feiten' as const) : ('verwant' as const)
      return { field, message: words.field(words.fields[field], told) }
    }
    return { field: 'tekst' as const, message: words.line(fault.line - bodyAt + 1, told) }
  })
  return all.filter(({ message }, at) => all.findIndex((one) => one.message === message) === at)
}

const PART_OF: Readonly<Record<TranslatedPart, Field>> = {
  ...{ about: 'voor', sources: 'bronnen', named: 'tekst', links: 'tekst', blocks: 'tekst' },
}

/** What a translation lost or added against its Dutch text, in words and by the field it is typed in. */
export function lostTyped(lang: Lang, text: string, original: Kept | undefined): { field: Field; message: string }[] {
  if (original === undefined) return []
  const words = translationLostWords[lang]
  const dutch = readPage(textTyped(typedOf(original))).page
  return partsThatDiffer(readPage(text).page, dutch).map((part) => ({
    field: PART_OF[part],
    message: words[part],
  }))
}
