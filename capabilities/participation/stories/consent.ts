import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { after, type Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { typedDay, typedText } from '../../forms/typed.ts'
import { USES, type Use } from './told.ts'

/** How old somebody was when agreeing: by that who has to agree differs. */
export const TELLERS = ['16-and-older', '12-to-15', 'under-12'] as const
export type Teller = (typeof TELLERS)[number]

export const GIVERS = ['teller', 'parents'] as const
export type Giver = (typeof GIVERS)[number]

/** Under what name: none, one made up, or the own first name. */
export const NAME_KINDS = ['none', 'invented', 'own'] as const

/**
 * Who has to agree. From 16 on somebody decides alone; below that all parents with authority decide (UAVG 5), and
 * from 12 on together with the child. Here a younger child agrees too: it is its story.
 */
const NEEDED: Readonly<Record<Teller, readonly Giver[]>> = {
  '16-and-older': ['teller'],
  '12-to-15': ['teller', 'parents'],
  'under-12': ['teller', 'parents'],
}

/** Nobody oversees longer than this what an agreement means. */
const LONGEST = { years: 2 }

export const consentFormat = z.strictObject({
  askedBy: typedText(120),
  agreedOn: typedDay,
  untilOn: typedDay,
  teller: z.enum(TELLERS),
  givenBy: z.array(z.enum(GIVERS)).transform((given) => GIVERS.filter((one) => given.includes(one))),
  nameKind: z.enum(NAME_KINDS),
  /** the text, and apart from it the voice and a face by which somebody is recognised. */
  uses: z
    .array(z.enum(USES))
    .default(['text'])
    .transform((given) => USES.filter((one) => one === 'text' || given.includes(one))),
})
export type TypedConsent = z.output<typeof consentFormat>
export type Consent = TypedConsent & { readonly id: Id; readonly storyId: Id; readonly recordedAt: Date }

type ConsentFault =
  | 'story-consent-ahead'
  | 'story-consent-over'
  | 'story-consent-long'
  | 'story-consent-parents'
  | 'story-consent-teller'
  | 'story-consent-own-name'
  | 'story-consent-name'
  | 'story-consent-uses'
  | 'story-consent-face'

type Agreeing = {
  readonly shownName: string | null
  /** What of the teller a film lets hear and recognise. */
  readonly shows: readonly Use[]
  readonly today: Day
}

/** What keeps an agreement from holding for a story under this name, with its field; undefined when it holds. */
export function consentFault(
  { agreedOn, untilOn, teller, givenBy, nameKind, uses }: TypedConsent,
  { shownName, shows, today }: Agreeing,
): readonly [ConsentFault, keyof TypedConsent] | undefined {
  if (agreedOn > today) return ['story-consent-ahead', 'agreedOn']
  if (untilOn <= today || untilOn <= agreedOn) return ['story-consent-over', 'untilOn']
  if (untilOn > after(agreedOn, LONGEST)) return ['story-consent-long', 'untilOn']
  const [missing] = NEEDED[teller].filter((one) => !givenBy.includes(one))
  if (missing !== undefined)
    return [missing === 'parents' ? 'story-consent-parents' : 'story-consent-teller', 'givenBy']
  if (nameKind === 'own' && teller !== '16-and-older') return ['story-consent-own-name', 'nameKind']
  if (uses.includes('face') && teller !== '16-and-older') return ['story-consent-face', 'uses']
  if (!shows.every((one) => uses.includes(one))) return ['story-consent-uses', 'uses']
  return (nameKind === 'none') === (shownName === null) ? undefined : ['story-consent-name', 'nameKind']
}

/** No letters or digits that look alike and no vowels: it stands on paper, and somebody types it over. */
const ALPHABET = 'bcdfghjkmnpqrtvwxyz346789'
const SIGNS = 24
const GROUP = 4

/** The code of one agreement, 24 signs out of 25 (2^111); it follows from the agreement, so that the paper can be printed again. */
export function tokenFor(consentId: Id, key: Uint8Array): string {
  const bytes = createHmac('sha512', key).update(consentId).digest()
  const signs = Array.from({ length: SIGNS }, (_, at) => ALPHABET[bytes.readUInt16BE(at * 2) % ALPHABET.length])
  return Array.from({ length: SIGNS / GROUP }, (_, at) => signs.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-')
}

/** What is kept of a code, whatever its case and dashes; undefined for what can be none. */
export function hashOf(typed: string): string | undefined {
  const signs = typed.toLowerCase().replace(/[\s.\-–—]/g, '')
  const isCode = signs.length === SIGNS && [...signs].every((sign) => ALPHABET.includes(sign))
  return isCode ? createHash('sha256').update(signs).digest('hex') : undefined
}
