import { likeness, plainName } from '../../search/similar.ts'

/** What two people can have in common as far as we know them. */
export const ALIKE = ['name', 'phone', 'mail'] as const
export type Alike = (typeof ALIKE)[number]

export type Known = { readonly name: string | null; readonly phone: string | null; readonly mail: string | null }

/** From this likeness on (0 to 1) a word is the same name with a slip in it; higher than in searching, where a person looks. */
const SAME_WORD = 0.55
/** A phone number with fewer digits is no number to compare. */
const SHORTEST_PHONE = 8

/** In what a new request and somebody we know are alike; nothing when there is no reason to look at them together. */
export function alike(asked: Known, known: Known): Alike[] {
  const same = (one: string | null, other: string | null, plain: (text: string) => string): boolean =>
    one !== null && other !== null && plain(one) !== '' && plain(one) === plain(other)
  const found: Record<Alike, boolean> = {
    name: asked.name !== null && known.name !== null && namesAlike(asked.name, known.name),
    phone: same(asked.phone, known.phone, plainPhone),
    mail: same(asked.mail, known.mail, plainMail),
  }
  return ALIKE.filter((one) => found[one])
}

/** Every word of the shorter name is a word of the other, or close to one. A first name alone must be the very same. */
function namesAlike(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  const [first] = few ?? []
  if (few === undefined || many === undefined || first === undefined) return false
  if (few.length === 1) return first === many[0]
  return areIn(few, many) && (few.length < many.length || areIn(many, few))
}

const areIn = (few: readonly string[], many: readonly string[]): boolean =>
  few.every((word) => many.some((known) => likeness(known, word) >= SAME_WORD))

const wordsOf = (name: string): string[] =>
  plainName(name)
    .split(' ')
    .filter((word) => word !== '')

/** The same number, with or without spaces, dashes and the country in front; empty when it is too short to be one. */
function plainPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?31(?=[1-9]\d{8}$)/, '0')
  return digits.length < SHORTEST_PHONE ? '' : digits
}

const plainMail = (mail: string): string => mail.normalize('NFC').trim().toLowerCase()
