import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalityWithId } from '../../access/queries.ts'
import type { Audience } from '../../measures/audience.ts'
import { audienceSetting } from '../../measures/queries.ts'
import { type LawCounts, lawCounts } from './counts.ts'
import * as store from './store.ts'

type Asked = {
  readonly municipalityId: Id
  readonly year: number
  /** Policy sees the whole municipality with small numbers hidden; an organisation its own requests exactly. */
  readonly audience: Exclude<Audience, 'public'>
  readonly today: Day
}

/**
 * How the requests of a year are spread over the laws. Whole years only, and for policy only those that are over:
 * of periods that overlap or still run a small number could be worked out by subtracting.
 */
export async function requestsByLaw(
  actor: Actor,
  { municipalityId, year, audience, today }: Asked,
): Promise<Answer<LawCounts>> {
  return inScope(actor, async (tx) => {
    const municipality = await municipalityWithId(actor, municipalityId)
    const isOwn = audience === 'organisation'
    const place = { municipalityId, regionId: municipality?.regionId ?? undefined }
    const isAllowed = isOwn ? maySomewhere(actor, 'read', 'own-figure') : may(actor, 'read', 'figure', place)
    if (municipality === undefined || !isAllowed) return refuse('not-found')
    if (!Number.isInteger(year) || year < 2000 || year > 2999) return refuse('law-count-no-year')
    if (!isOwn && String(year) >= today.slice(0, 4)) return refuse('law-count-year-runs')
    noteShown('municipality', [municipalityId])
    const asked = { municipalityId, isOwn, from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
    return allow(lawCounts(await store.requestsByLaw(tx, asked), await audienceSetting(actor, audience)))
  })
}
