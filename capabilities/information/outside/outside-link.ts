/** What came of asking an address outside; everything but the first is a failure. */
export const OUTCOMES = [
  'answers',
  'not-found',
  'unknown-name',
  'no-answer',
  'unsafe',
  'fault',
  'too-far',
  'not-allowed',
] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Failure = Exclude<Outcome, 'answers'>

/** In what an address stands: a page of the site, a card of the local offer, a scheme. */
export type StandsIn = 'page' | 'offer' | 'scheme'

export type Asked = {
  readonly outcome: Outcome | null
  readonly askedAt: Date | null
  /** How many times in a row it failed. */
  readonly failures: number
  readonly failingSince: Date | null
}

const DAY_MS = 24 * 60 * 60 * 1000
const AGAIN_AFTER_DAYS = 28
const FAILED_AGAIN_AFTER_DAYS = 2
const BROKEN_AFTER = { failures: 3, days: 3 }

/** Whether it is time to ask: never asked, a month ago, or two days ago when it failed then. */
export function isDue({ askedAt, failures }: Asked, now: Date): boolean {
  if (askedAt === null) return true
  const days = failures > 0 ? FAILED_AGAIN_AFTER_DAYS : AGAIN_AFTER_DAYS
  return now.getTime() - askedAt.getTime() >= days * DAY_MS
}

/** What is known after an address was asked once more; one answer mends it. */
export function afterAsking(before: Asked, outcome: Outcome, now: Date): Asked {
  if (outcome === 'answers') return { outcome, askedAt: now, failures: 0, failingSince: null }
  return { outcome, askedAt: now, failures: before.failures + 1, failingSince: before.failingSince ?? now }
}

/** A site may be away for a weekend: broken is what failed three times in a row over at least three days. */
export const isBroken = ({ failures, failingSince, askedAt }: Asked): boolean =>
  failures >= BROKEN_AFTER.failures &&
  failingSince !== null &&
  askedAt !== null &&
  askedAt.getTime() - failingSince.getTime() >= BROKEN_AFTER.days * DAY_MS

/** Of the addresses that are due the ones to ask now: the longest ago first, one per site, so that no site is asked twice in a row. */
export function askedNow<T extends Asked & { readonly address: string }>(
  all: readonly T[],
  { now, atMost }: { now: Date; atMost: number },
): T[] {
  const due = all
    .filter((one) => isDue(one, now))
    .toSorted((a, b) => (a.askedAt?.getTime() ?? 0) - (b.askedAt?.getTime() ?? 0))
  const perSite = new Map<string, T>()
  for (const one of due) {
    const site = URL.parse(one.address)?.host ?? one.address
    if (!perSite.has(site)) perSite.set(site, one)
  }
  return [...perSite.values()].slice(0, atMost)
}
