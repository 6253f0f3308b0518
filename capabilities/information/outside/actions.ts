import { inScope } from '../../../database/transaction.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { afterAsking, askedNow, type Outcome, type StandsIn } from './outside-link.ts'
import { sitesIn } from './sites.ts'
import * as store from './store.ts'

/** Asks one address outside and says what came of it; never throws. */
export type Ask = (address: string) => Promise<Outcome>

/** Addresses that stand in something public of another room. */
export type Elsewhere = Readonly<Record<Exclude<StandsIn, 'page'>, readonly string[]>>

/** So many that a run ends well within what a job may take, also when no site answers. */
const AT_MOST = 20

/**
 * Asks the addresses outside that are due, one after the other and of each site one, and keeps what came of it; what stands in
 * nothing public any more is forgotten. Gives how many were asked. Nothing by anybody but the background tasks.
 */
export async function checkOutsideLinks(actor: Actor, elsewhere: Elsewhere, ask: Ask): Promise<number> {
  if (actor.personId !== BUILT_IN.jobs) return 0
  const links = await inScope(actor, async (tx) => {
    await store.keepLinks(tx, collected({ page: sitesIn(await store.publicTexts(tx)), ...elsewhere }))
    return store.allLinks(tx)
  })
  const now = askedNow(links, { now: new Date(), atMost: AT_MOST })
  for (const link of now) {
    // Asked outside a transaction: a slow site holds nothing up.
    const outcome = await ask(link.address)
    await inScope(actor, (tx) => store.recordAsked(tx, link.address, afterAsking(link, outcome, new Date())))
  }
  return now.length
}

const LONGEST = 2000

function collected(found: Readonly<Record<StandsIn, readonly string[]>>) {
  const by = new Map<string, StandsIn[]>()
  for (const kind of ['page', 'offer', 'scheme'] as const)
    for (const address of new Set(found[kind]))
      if (/^https?:\/\//.test(address) && address.length <= LONGEST) by.set(address, [...(by.get(address) ?? []), kind])
  return [...by].map(([address, standsIn]) => ({ address, standsIn }))
}
