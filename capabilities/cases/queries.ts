import { askedOnce, inScope, noteShown } from '../../database/transaction.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Provision, provisionWithId } from '../access/queries.ts'
import type { Child } from '../families/family.ts'
import { childrenOf } from '../families/queries.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import { type MilestoneDays, milestoneDays } from '../programmes/milestones.ts'
import { programmeDefinition } from '../programmes/queries.ts'
import { isOpenPhase } from '../programmes/steps.ts'
import { type Ties, withTies } from './foreseen.ts'
import * as moments from './recording/store.ts'
import * as store from './store.ts'
import type { TrajectoryRow } from './trajectory.ts'

export type { Key, TrajectoryFilter } from './store.ts'

/** The most that one page of a list shows. */
const LARGEST_PAGE = 200

export type TrajectoryPage = {
  readonly rows: readonly TrajectoryRow[]
  /** Where the next page goes on; absent on the last. */
  readonly next?: store.Key
}

/** Trajectories in the actor's reach, newest first, a page at a time by key; none for whoever lists no files. */
export async function trajectories(
  actor: Actor,
  filter: store.TrajectoryFilter = {},
  { after, most = 50 }: { after?: store.Key; most?: number } = {},
): Promise<TrajectoryPage> {
  if (!maySomewhere(actor, 'list', 'trajectory')) return { rows: [] }
  const size = Math.min(Math.max(most, 1), LARGEST_PAGE)
  const found = await inScope(actor, (tx) => store.list(tx, filter, after, size + 1))
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  noteShown(
    'trajectory',
    rows.map((row) => row.id),
  )
  noteShown('municipality', new Set(rows.map((row) => row.municipalityId)))
  return {
    rows,
    ...(found.length > size && last !== undefined && { next: { registeredOn: last.registeredOn, id: last.id } }),
  }
}

/** How many trajectories in the actor's reach fit the filter; 0 for whoever counts no files. */
export async function trajectoryCount(actor: Actor, filter: store.TrajectoryFilter = {}): Promise<number> {
  if (!maySomewhere(actor, 'count', 'trajectory')) return 0
  return inScope(actor, (tx) => store.count(tx, filter))
}

/** One trajectory as the list has it; undefined when it is not there or out of reach. */
export async function trajectoryRow(actor: Actor, id: Id): Promise<TrajectoryRow | undefined> {
  if (!isId(id) || !maySomewhere(actor, 'read', 'trajectory')) return undefined
  return inScope(actor, (tx) => store.byId(tx, id))
}

export type TrajectoryDetail = store.History & {
  readonly trajectory: TrajectoryRow
  readonly provision: Provision | undefined
  readonly definition: ProgrammeDefinition
  readonly children: readonly Child[]
  readonly words: readonly { readonly question: string; readonly word: string }[]
  readonly milestones: readonly MilestoneDays[]
}

/** One trajectory with its family, history and milestone days; undefined when it is not there or out of reach. */
export const trajectoryDetail = (actor: Actor, id: Id): Promise<TrajectoryDetail | undefined> =>
  askedOnce(`trajectory ${id}`, () => detailNow(actor, id))

async function detailNow(actor: Actor, id: Id): Promise<TrajectoryDetail | undefined> {
  if (!isId(id) || !maySomewhere(actor, 'read', 'trajectory')) return undefined
  return inScope(actor, async (tx) => {
    const [found, words, history] = await Promise.all([
      withTies(actor, id, store.byId(tx, id), (ties) => hungOn(actor, ties)),
      store.wordsOf(tx, id),
      store.history(tx, id),
    ])
    if (found === undefined) return undefined
    const { row: trajectory, hung } = found
    const [definition, provision, children] = hung
    if (definition === undefined) return undefined
    noteShown('trajectory', [id])
    noteShown('municipality', [trajectory.municipalityId])
    const milestones = milestoneDays(definition, trajectory.anchors)
    return { trajectory, provision, definition, children, words, ...history, milestones }
  })
}

const hungOn = (actor: Actor, { programmeCode, programmeVersion, provisionId, municipalityId, familyId }: Ties) =>
  Promise.all([
    programmeDefinition(actor, programmeCode, programmeVersion),
    provisionWithId(actor, provisionId),
    childrenOf(actor, municipalityId, familyId),
  ])

/**
 * The latest moment K up to which everything recorded in these municipalities is visible; or `asked` itself, once that
 * holds for it. Undefined when `asked` lies in the future: nobody knows yet what will be known then.
 */
export const settledMoment = (actor: Actor, municipalityIds: readonly Id[], asked?: Date): Promise<Date | undefined> =>
  inScope(actor, (tx) =>
    askedOnce(`settled in ${municipalityIds.join()} at ${asked?.toISOString()}`, () =>
      moments.settledMoment(tx, municipalityIds, asked),
    ),
  )

/** Whose trajectories the actor sees, newest first; for finding somebody by name. */
export async function personsOfTrajectories(actor: Actor): Promise<{ trajectoryId: Id; personId: Id }[]> {
  if (!maySomewhere(actor, 'search', 'trajectory')) return []
  return inScope(actor, store.withPerson)
}

/** The last trajectory of this person, for whoever may open it. */
export const trajectoryOfPerson = (actor: Actor, personId: Id): Promise<Id | undefined> =>
  inScope(actor, async (tx) => (await store.ofPerson(tx, personId))[0])

/** The trajectories of this person that wait or run, newest first, of those that the actor may open. */
export async function openTrajectoriesOf(actor: Actor, personId: Id): Promise<TrajectoryRow[]> {
  return inScope(actor, async (tx) => {
    const open: TrajectoryRow[] = []
    for (const id of await store.ofPerson(tx, personId)) {
      const found = await trajectoryDetail(actor, id)
      if (found !== undefined && isOpenPhase(found.definition, found.trajectory.phase)) open.push(found.trajectory)
    }
    return open
  })
}
