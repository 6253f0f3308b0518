import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Candidate, NOTE_DISCLOSURES, type Reader, whoCanRead } from '../../../capabilities/families/disclosure.ts'
import type { PersonFile } from '../../../capabilities/families/files/queries.ts'
import type { Sight } from '../../design/note.tsx'
import { fileWords } from '../../words/files.ts'
import { formatDay, formatList } from '../../words/format.ts'
import { standInWords } from '../../words/stand-in.ts'
import type { Lang } from '../../words/words.ts'

/** An account by name: oneself is "you". */
export const who = (lang: Lang, actor: Actor, accountId: string, name: string | undefined): string =>
  accountId === actor.personId ? fileWords[lang].you : (name ?? fileWords[lang].somebody)

/** Who works on a file now, by name; of whoever only stands in for a colleague with the last day. */
export function workersInWords(lang: Lang, actor: Actor, file: PersonFile, names: ReadonlyMap<string, string>) {
  const now = Map.groupBy(
    file.workers.filter((one) => one.isNow),
    ({ accountId }) => accountId,
  )
  return [...now].map(([accountId, rows]) => {
    const name = who(lang, actor, accountId, names.get(accountId))
    const [first] = rows
    const standsIn = rows.every((one) => one.standsIn !== null) ? first?.untilOn : undefined
    const isWhile = standsIn !== undefined && standsIn !== null
    return { accountId, name: isWhile ? standInWords[lang].in(name, formatDay(lang, standsIn, 'short')) : name }
  })
}

const reader = (accountId: string, given: Partial<Reader>): Reader => ({
  accountId,
  is: new Set(),
  worksOn: new Set(),
  brokeGlassOver: new Set(),
  ...given,
})

/** Whoever could read something in this file: the person, and who works on it now. */
function candidatesIn(lang: Lang, actor: Actor, file: PersonFile, names: ReadonlyMap<string, string>): Candidate[] {
  const { person } = file
  const own = { name: person.name ?? fileWords[lang].nameless, reader: reader('', { is: new Set([person.id]) }) }
  return [
    own,
    ...workersInWords(lang, actor, file, names).map(({ accountId, name }) => ({
      name,
      reader: reader(accountId, { worksOn: new Set([person.id]) }),
    })),
  ]
}

/** The three places a note can belong in, each with who would read it there, by the rule of disclosure itself. */
export function sightsOf(lang: Lang, actor: Actor, file: PersonFile, names: ReadonlyMap<string, string>): Sight[] {
  const words = fileWords[lang]
  const candidates = candidatesIn(lang, actor, file, names)
  const sentence = {
    'own-file': file.person.kind === 'child' ? words.readersChild : words.readersOwn,
    professionals: words.readersProfessionals,
    safety: words.readersSafety,
  }
  return NOTE_DISCLOSURES.map((disclosure) => {
    const item = { disclosure, personId: file.person.id, named: new Set([actor.personId]) }
    const readers = whoCanRead(item, candidates).map((one) => one.name)
    return {
      value: disclosure,
      label: words.disclosures[disclosure],
      readers: sentence[disclosure](capital(formatList(lang, readers))),
    }
  })
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
