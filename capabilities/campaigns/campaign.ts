import { z } from 'zod'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { typedDay, typedText } from '../forms/typed.ts'
import type { PagePlace } from '../information/page.ts'
import { leadsToIn } from './leads-to.ts'

/** for whom a campaign is; young people first. */
export const AUDIENCES = [
  'children',
  'young',
  'young-adults',
  'parents',
  'network',
  'professionals',
  'everyone',
] as const
/** Where it is shown. */
export const CHANNELS = [
  ...['instagram', 'tiktok', 'snapchat', 'youtube', 'facebook', 'whatsapp'],
  ...['poster', 'school', 'newspaper', 'mail', 'other'],
] as const satisfies readonly string[]

/** A short address is typed from a poster: small letters, figures and hyphens. */
export const codeFormat = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(2)
      .max(30)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  )

export const campaignFormat = z
  .strictObject({
    name: typedText(80).refine((text) => !text.includes('\n')),
    audience: z.enum(AUDIENCES),
    channel: z.enum(CHANNELS),
    startsOn: typedDay,
    endsOn: typedDay,
    leadsTo: z.string().refine((text) => leadsToIn(text) !== undefined),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'] })
export type CampaignTold = z.output<typeof campaignFormat>

export type Campaign = CampaignTold &
  PagePlace & {
    readonly id: Id
    /** The last part of its short address; it never changes, because it stands on posters. */
    readonly code: string
    readonly rowVersion: number
  }

/** More than there are people in the country: then somebody typed something else. */
const MOST_REACHED = 20_000_000

export const reachFormat = z.strictObject({
  readOn: typedDay,
  reach: z.int().min(0).max(MOST_REACHED),
  source: typedText(120).refine((text) => !text.includes('\n')),
})
/** How many people a channel says it reached, as somebody read it there on a day. */
export type Reach = z.output<typeof reachFormat> & { readonly campaignId: Id; readonly id: Id }

export type Stage = 'ahead' | 'running' | 'over'

/** Where a campaign stands on a day: from its first day up to and including its last it runs. */
export function stageOn({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, today: Day): Stage {
  if (today < startsOn) return 'ahead'
  return today > endsOn ? 'over' : 'running'
}

/** The reach that holds: what was read last, whoever typed it when. `reaches` of one campaign, in any order. */
export const lastReach = (reaches: readonly Reach[]): Reach | undefined =>
  [...reaches].sort((a, b) => (a.readOn === b.readOn ? (a.id < b.id ? 1 : -1) : a.readOn < b.readOn ? 1 : -1))[0]
