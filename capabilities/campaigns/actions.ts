import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../access/queries.ts'
import { checkTyped } from '../forms/typed.ts'
import { mayChangePage, placeNamed } from '../information/editing/queries.ts'
import type { PagePlace } from '../information/page.ts'
import { campaignFormat, codeFormat, reachFormat } from './campaign.ts'
import { clickTally } from './clicks.ts'
import { isThere, leadsToIn } from './leads-to.ts'
import { pagesToLeadTo } from './queries.ts'
import * as store from './store.ts'

export type SavingCampaign = {
  /** Chosen by the form, so that a form that was sent twice makes one. */
  readonly id: Id
  /** The version that was on the screen; undefined for a new campaign. */
  readonly rowVersion?: number
  /** Of a new campaign: its short address, and by its code the municipality or region it is of; of everyone without either. */
  readonly code: string
  readonly municipalityCode?: string
  readonly regionCode?: string
  readonly campaign: unknown
  readonly today: Day
  readonly isDemo: boolean
}

/**
 * Keeps a campaign. Of one that is there its address and place stay as they are. Refuses who does not keep the pages of
 * that place, a field that is wrong, a short address that is taken, a page that is not read there, and a version that somebody
 * changed meanwhile.
 */
export async function saveCampaign(actor: Actor, given: SavingCampaign): Promise<Answer> {
  const { id, rowVersion } = given
  if (!isId(id)) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const before = await store.campaignWithId(tx, id)
    if (rowVersion !== undefined && before === undefined) return refuse('not-found')
    const named = before === undefined ? await placeNamed(actor, given) : allow({ place: placeOf(before) })
    if (!named.ok) return named
    const { place } = named.value
    if (!(await mayChangePage(actor, place))) return refuse('not-found')
    const typed = checkTyped(campaignFormat, given.campaign, [])
    if (!typed.ok) return typed
    // A form that was sent twice makes one campaign.
    if (rowVersion === undefined && before !== undefined) return allow()
    const reads = await isReadThere(actor, typed.value.leadsTo, { ...given, municipality: await ofPlace(actor, place) })
    if (!reads) return refuse('campaign-page-absent', { field: 'leadsTo' })
    noteShown('municipality', place.municipalityId === null ? [] : [place.municipalityId])
    if (before !== undefined) {
      const row = { ...before, ...typed.value, rowVersion: rowVersion ?? 1 }
      return (await store.updateCampaign(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
    }
    const code = codeFormat.safeParse(given.code)
    if (!code.success) return refuse('campaign-code-wrong', { field: 'code' })
    if (await store.isCodeTaken(tx, code.data)) return refuse('campaign-code-taken', { field: 'code' })
    const row = { id, ...place, code: code.data, ...typed.value, rowVersion: 1 }
    if (await store.insertCampaign(tx, row, actor.personId)) return allow()
    // Somebody pressed twice, or the number is of a campaign elsewhere.
    return (await store.campaignWithId(tx, id)) === undefined ? refuse('not-found') : allow()
  })
}

const placeOf = ({ regionId, municipalityId }: PagePlace): PagePlace => ({ regionId, municipalityId })

const ofPlace = async (actor: Actor, { municipalityId }: PagePlace): Promise<Municipality | undefined> =>
  (await municipalitiesKnown(actor)).find(({ id }) => id === municipalityId)

type ReadingThere = Pick<SavingCampaign, 'today' | 'isDemo'> & { readonly municipality: Municipality | undefined }

async function isReadThere(
  actor: Actor,
  text: string,
  { municipality, today, isDemo }: ReadingThere,
): Promise<boolean> {
  const to = leadsToIn(text)
  return to !== undefined && isThere(to, await pagesToLeadTo(actor, municipality, { today, isDemo }))
}

/**
 * Keeps what somebody read of the reach of a campaign in its channel, with the day and the source; nothing of it changes
 * afterwards, and what was read last holds. Refuses who does not keep the pages of that place, a field that is wrong, and a
 * day to come.
 */
export async function recordReach(
  actor: Actor,
  given: { readonly campaignId: Id; readonly id: Id; readonly reach: unknown; readonly today: Day },
): Promise<Answer> {
  const { campaignId, id, today } = given
  if (!isId(campaignId) || !isId(id)) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const campaign = await store.campaignWithId(tx, campaignId)
    if (campaign === undefined || !(await mayChangePage(actor, campaign))) return refuse('not-found')
    const typed = checkTyped(reachFormat, given.reach, [])
    if (!typed.ok) return typed
    if (typed.value.readOn > today) return refuse('typed-day-ahead', { field: 'readOn' })
    noteShown('municipality', campaign.municipalityId === null ? [] : [campaign.municipalityId])
    await store.insertReach(tx, { campaignId, id, ...typed.value }, actor.personId)
    return allow()
  })
}

/**
 * Writes away what this process counted since the last time; gives how many different counts. Only the background jobs may.
 * What cannot be written is kept for the next time.
 */
export async function writeClicks(actor: Actor): Promise<number> {
  if (actor.personId !== BUILT_IN.jobs) return 0
  return clickTally.writeAway((taken) =>
    inScope(actor, (tx) =>
      store.addClicks(
        tx,
        taken.map(({ of, n }) => ({ ...of, n })),
      ),
    ),
  )
}
