import { z } from 'zod'
import { after, type Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Role } from '../../access/roles.ts'
import { typedDay, typedText } from '../../forms/typed.ts'
import { DOMAINS } from '../card.ts'

/** what kind of organisation a partner is. */
export const PARTNER_TYPES = [
  ...['mediator', 'lawyer', 'court', 'church', 'club', 'company', 'school', 'childcare', 'provider'],
  ...['housing-corporation', 'volunteer-organisation'],
] as const satisfies readonly string[]
/** How somebody was last in touch. */
export const WAYS = ['talk', 'meeting', 'visit', 'mail'] as const
/** Who looks after an agreement: a role and never a name, because people move on. */
export const CARERS = [
  ...['coordinator', 'separation-expert', 'financial-prevention-worker', 'consulent', 'policy-adviser'],
  ...['project-leader', 'programme-manager', 'communication-adviser', 'manager'],
] as const satisfies readonly Role[]

const MOST_VILLAGES = 60
const maybe = (given: unknown) => (typeof given === 'string' && given.trim() === '' ? null : given)
const each = <T>(given: readonly T[]) => new Set(given).size === given.length

export const partnerFormat = z.strictObject({
  name: typedText(120),
  type: z.enum(PARTNER_TYPES),
  domains: z.array(z.enum(DOMAINS)).min(1).refine(each),
  /** The codes of the villages; none is the whole municipality. */
  villages: z.array(z.string().min(1).max(40)).max(MOST_VILLAGES).refine(each),
  /** Whom one speaks to there, by what that person does. */
  contactRole: typedText(80),
  endedOn: z.preprocess(maybe, typedDay.nullable()),
})
type TypedPartner = z.output<typeof partnerFormat>
export type Partner = TypedPartner & { readonly municipalityId: Id; readonly id: Id; readonly rowVersion: number }

export const agreementFormat = z
  .strictObject({
    what: typedText(300),
    sinceOn: typedDay,
    untilOn: z.preprocess(maybe, typedDay.nullable()),
    caredForBy: z.enum(CARERS),
  })
  .refine(({ sinceOn, untilOn }) => untilOn === null || untilOn >= sinceOn, { path: ['untilOn'] })
type TypedAgreement = z.output<typeof agreementFormat>
type Belongs = { readonly municipalityId: Id; readonly id: Id; readonly partnerId: Id }
export type Agreement = TypedAgreement & Belongs & { readonly rowVersion: number }

export const touchFormat = z.strictObject({ heldOn: typedDay, way: z.enum(WAYS), about: typedText(300) })
/** One time that somebody was in touch, kept by who did it; of that person the role stands beside it. */
export type Touch = z.output<typeof touchFormat> & Belongs & { readonly byRole: Role }

export type PartnerTold = {
  readonly partner: Partner
  readonly agreements: readonly Agreement[]
  /** The latest first. */
  readonly touches: readonly Touch[]
}

/** Why a partner asks attention: nobody was in touch for long, or an agreement ended or is old. */
export const OLD = ['never-touched', 'touch-old', 'agreement-over', 'agreement-old'] as const
export type Old = (typeof OLD)[number]

/** Decision 0036: a contact is old after a year, an agreement without a last day after two. */
const TOUCH_OLD_AFTER = { years: 1 }
const AGREEMENT_OLD_AFTER = { years: 2 }

/** Why this partner asks attention on this day; nothing for who no longer takes part, or when all is recent. */
export function oldIn({ partner, agreements, touches }: PartnerTold, today: Day): Old[] {
  if (hasEnded(partner, today)) return []
  const last = touches
    .map(({ heldOn }) => heldOn)
    .sort()
    .at(-1)
  const isOld = {
    'never-touched': last === undefined,
    'touch-old': last !== undefined && after(last, TOUCH_OLD_AFTER) < today,
    'agreement-over': agreements.some(({ untilOn }) => untilOn !== null && untilOn < today),
    'agreement-old': agreements.some(
      ({ sinceOn, untilOn }) => untilOn === null && after(sinceOn, AGREEMENT_OLD_AFTER) < today,
    ),
  } as const satisfies Record<Old, boolean>
  return OLD.filter((one) => isOld[one])
}

/** Who no longer takes part: from the day after the last. */
export const hasEnded = ({ endedOn }: Pick<Partner, 'endedOn'>, today: Day): boolean =>
  endedOn !== null && endedOn < today

export const SHOWN = ['now', 'old', 'ended'] as const
export type PartnerChoice = {
  readonly type?: string | undefined
  readonly domain?: string | undefined
  readonly village?: string | undefined
  readonly shown?: (typeof SHOWN)[number] | undefined
}

/** The partners that fit what was chosen; one for the whole municipality is there for each of its villages. */
export function partnersChosen(all: readonly PartnerTold[], choice: PartnerChoice, today: Day): PartnerTold[] {
  const { type, domain, village, shown = 'now' } = choice
  return all.filter((told) => {
    const { partner } = told
    if (hasEnded(partner, today) !== (shown === 'ended')) return false
    if (shown === 'old' && oldIn(told, today).length === 0) return false
    if (type !== undefined && partner.type !== type) return false
    if (domain !== undefined && !partner.domains.some((one) => one === domain)) return false
    return village === undefined || partner.villages.length === 0 || partner.villages.includes(village)
  })
}
