import { randomBytes } from 'node:crypto'
import type { Actor } from '../../capabilities/access/actor.ts'
import { loadActor, personNamed, provisionsWhereMay, villagesIn } from '../../capabilities/access/queries.ts'
import { registerMany } from '../../capabilities/cases/actions.ts'
import type { Registration } from '../../capabilities/cases/trajectory.ts'
import { programmeDefinition } from '../../capabilities/programmes/queries.ts'
import { after, type Day, day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { type Chance, chanceFrom, seedOf } from './chance.ts'
import { type Drawn, drawnHistory } from './history.ts'
import { must } from './must.ts'
import { withReferrals } from './referrals.ts'
import { type DemoPerson, demoRegion } from './region.ts'
import { readShape, type Shape, shapeOf } from './shape.ts'

/** Somebody of the region, signed in as the command line signs people in. */
export async function demoActor(operator: Actor, { email }: Pick<DemoPerson, 'email'>): Promise<Actor> {
  const id = await personNamed(operator, email)
  const actor = id === undefined ? undefined : await loadActor(id, randomBytes(16).toString('hex'), 'command-line')
  if (actor === undefined) throw new Error(`the demo has nobody with the address ${email}`)
  return actor
}

/** Draws the trajectories of every provision and brings each provision in by its coordinator, in one transaction. */
export async function drawTrajectories(operator: Actor, today: Day): Promise<void> {
  const shape = readShape()
  const { provisions, people, municipalities } = demoRegion()
  for (const { municipality, organisation, programme, trajectories } of provisions) {
    const lead = people.find((one) => one.role === 'coordinator' && one.organisation === organisation)
    const definition = await programmeDefinition(operator, programme)
    if (trajectories === 0 || lead === undefined || definition === undefined) continue
    const coordinator = await demoActor(operator, lead)
    const at = municipalities.findIndex(({ code }) => code === municipality)
    const provision = await provisionIn(coordinator, municipality, programme)
    const villages = await villagesIn(operator, provision.municipalityId)
    const workers = await workersOf(operator, definition.roles.worker, { municipality, organisation })
    const drawn: Drawn = {
      ...{ definition, shape: shapeOf(shape, programme), chance: chanceFrom(seedOf(`${programme} ${at}`)), today },
      ...{ workers, villages: villages.map(({ code }) => code) },
    }
    must(await registerMany(coordinator, provision.id, drawMany(drawn, shape, trajectories)))
  }
}

async function provisionIn(coordinator: Actor, municipality: string, programme: string) {
  const found = (await provisionsWhereMay(coordinator, 'change', 'trajectory')).find(
    (one) => one.municipalityCode === municipality && one.programmeCode === programme,
  )
  if (found === undefined) throw new Error(`the demo has no provision of ${programme} in ${municipality}`)
  return found
}

/** Workers of the municipality; where it has none, those of the whole organisation. */
async function workersOf(
  operator: Actor,
  roles: readonly string[],
  { municipality, organisation }: { readonly municipality: string; readonly organisation: string },
): Promise<Id[]> {
  const all = demoRegion().people.filter((one) => roles.includes(one.role) && one.organisation === organisation)
  const near = all.filter((one) => one.municipality === municipality)
  const ids: Id[] = []
  for (const { email } of near.length > 0 ? near : all) {
    const id = await personNamed(operator, email)
    if (id !== undefined) ids.push(id)
  }
  return ids
}

/** So many histories, spread over the years and months of the shape. */
export function drawMany(drawn: Drawn, shape: Shape, many: number): Registration[] {
  const days = Array.from({ length: many }, () => someDay(drawn.chance, shape, drawn.today))
  return withReferrals(
    drawn,
    days.toSorted().map((on) => drawnHistory(drawn, on)),
  )
}

/** A day in a year and a month by their weights. Nobody registers in a weekend, so that becomes the Friday before. */
function someDay(chance: Chance, { years, months }: Shape, today: Day): Day {
  const back = years.length - (chance.oneOf([...years.keys()], (index) => years[index] ?? 0) ?? 0)
  const start = after(today, { months: -12 * back })
  const month = chance.oneOf([...months.keys()], (index) => {
    const at = after(start, { months: index })
    return months[Number(at.slice(5, 7)) - 1] ?? 0
  })
  const on = after(start, { months: month ?? 0, days: chance.between(1, 28) })
  const weekday = new Date(`${on}T12:00:00Z`).getUTCDay()
  const friday = after(on, { days: weekday === 6 ? -1 : weekday === 0 ? -2 : 0 })
  return friday > today ? day(today) : friday
}
