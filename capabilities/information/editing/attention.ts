import { after, type Day } from '../../../foundation/day.ts'
import type { Fact } from '../facts.ts'
import { isUncertain, type State } from '../page.ts'
import { isOlderThanDutch } from '../translation.ts'

/** A page that comes up for review this soon is listed for who keeps it. */
const REVIEW_AHEAD_DAYS = 14

/** Why a page asks attention of who keeps it. */
export const REASONS = [
  'review',
  'uncertain',
  'broken-link',
  'broken-outside',
  'older-than-dutch',
  'not-proofread',
  'not-public-yet',
] as const
export type Reason = (typeof REASONS)[number]

type Version = Parameters<typeof isOlderThanDutch>[0] & {
  readonly state: State
  readonly reviewOn: Day
  readonly facts: readonly string[]
  readonly isUnread: boolean
  /** Addresses of pages, in the text and below it. */
  readonly leadsTo: readonly string[]
  /** Sites of others, in the text and among the sources. */
  readonly leadsOutTo: readonly string[]
}

/**
 * Why a page in one language asks attention today; `versions` are those of its page and language, the newest first, `all`
 * those of every page, `open` the addresses that a link in this language leads to, `silent` the sites of others that no longer answer. What readers see is judged by the public version. Nothing of what was taken back.
 */
export function reasonsOf(
  versions: readonly Version[],
  {
    all,
    open,
    silent,
    facts,
    today,
  }: {
    all: readonly Version[]
    open: ReadonlySet<string>
    silent: ReadonlySet<string>
    facts: readonly Fact[]
    today: Day
  },
): Reason[] {
  const [newest] = versions
  if (newest === undefined || newest.state === 'retired') return []
  const read = versions.find(({ state }) => state === 'approved') ?? newest
  const holds: Record<Reason, boolean> = {
    review: read.reviewOn <= after(today, { days: REVIEW_AHEAD_DAYS }),
    uncertain: isUncertain(read, facts, today),
    'broken-link': read.leadsTo.some((slug) => !open.has(slug)),
    'broken-outside': read.leadsOutTo.some((address) => silent.has(address)),
    'older-than-dutch': isOlderThanDutch(newest, all),
    'not-proofread': newest.isUnread,
    'not-public-yet': newest.state === 'draft' || newest.state === 'tested',
  }
  return REASONS.filter((reason) => holds[reason])
}
