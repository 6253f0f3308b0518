import { type Candidate, whoCanRead } from '../../../capabilities/families/disclosure.ts'
import {
  isStanding,
  type Part,
  type Party,
  type ShownSharing,
  stateOf,
} from '../../../capabilities/families/sharing/sharing.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { formatDay, formatList } from '../../words/format.ts'
import { sharingWords } from '../../words/sharing.ts'
import type { Lang } from '../../words/words.ts'

/** `Yara Holt, Sociaal Huis (Wolderzijl)`. */
export const partyInWords = (lang: Lang, { name, organisation, municipality }: Party): string =>
  sharingWords[lang].party(name, organisation, municipality)

/** Who elsewhere can read this part today, each with the last day, by the rule of disclosure itself. */
function readersElsewhere(lang: Lang, sharings: readonly ShownSharing[], part: Part, today: Day): string[] {
  return sharings
    .filter((one) => one.parts.includes(part))
    .flatMap((one) => {
      const sharing = {
        ...{ receiverId: one.receiverId, isAccepted: one.acceptedAt !== null, isWithdrawn: one.withdrawnAt !== null },
        ...{ endsOn: one.endsOn, today, others: new Set<string>(), receivedOf: new Set<string>() },
      }
      const reader = { accountId: one.receiverId, is: new Set(''), worksOn: new Set(''), brokeGlassOver: new Set('') }
      const name = `${partyInWords(lang, one.receiver)}, ${sharingWords[lang].until(formatDay(lang, one.endsOn, 'plain'))}`
      const candidates: Candidate[] = [{ name, reader }]
      return whoCanRead({ disclosure: 'received', personId: one.personId, sharing }, candidates)
    })
    .map((one) => one.name)
}

/** The sentence that names who elsewhere reads this part; undefined when nobody does. */
export function alsoRead(lang: Lang, sharings: readonly ShownSharing[], part: Part, today: Day): string | undefined {
  const readers = readersElsewhere(lang, sharings, part, today)
  return readers.length === 0 ? undefined : sharingWords[lang].alsoRead(formatList(lang, readers))
}

/** The names of whom anything is shared with today, taken or not yet. */
export const sharedWith = (sharings: readonly ShownSharing[], today: Day): string[] => [
  ...new Set(sharings.filter((one) => isStanding(stateOf(one, today))).map((one) => one.receiver.name)),
]

/** `Eigen deel van het plan en hoe je iemand bereikt`. */
export function partsInWords(lang: Lang, parts: readonly Part[]): string {
  const text = formatList(
    lang,
    parts.map((part) => sharingWords[lang].parts[part]),
  )
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** How a sharing stands, in a sentence or two. */
export function stateInWords(lang: Lang, sharing: ShownSharing, today: Day): string {
  const words = sharingWords[lang]
  const until = formatDay(lang, sharing.endsOn, 'plain')
  const on = (moment: Date | null) => (moment === null ? '' : formatDay(lang, dayAt(moment), 'plain'))
  const untaken = sharing.acceptedAt === null ? ` ${words.neverTaken}` : ''
  switch (stateOf(sharing, today)) {
    case 'offered':
      return words.offered(until)
    case 'in-force':
      return words.inForce(on(sharing.acceptedAt), until)
    case 'withdrawn':
      return words.withdrawn(on(sharing.withdrawnAt)) + untaken
    case 'over':
      return words.over(until) + untaken
  }
}

/** On what a sharing rests. */
export function groundInWords(lang: Lang, { ground, consent, safetyReason }: ShownSharing): string {
  const words = sharingWords[lang]
  if (consent === null) return ground === 'safety' ? [words.safety, safetyReason].filter(Boolean).join(': ') : ''
  const by = consent.by === 'self' ? words.self : words.authority
  return words.consent(by, words.waysShort[consent.how], formatDay(lang, consent.on, 'plain'))
}
