import type { Actor } from '../../capabilities/access/actor.ts'
import { reachesOwnMatchesOnly } from '../../capabilities/access/roles.ts'
import { assign } from '../../capabilities/cases/actions.ts'
import { setAnchor } from '../../capabilities/cases/history/actions.ts'
import { trajectories } from '../../capabilities/cases/queries.ts'
import { breakGlass } from '../../capabilities/families/glass/actions.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { enterRequest, stepRequest } from '../../capabilities/help-requests/actions.ts'
import { programmeDefinition } from '../../capabilities/programmes/queries.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { type Telling, tellFamily } from './families.ts'
import { must } from './must.ts'
import { demoPeople } from './region.ts'
import { readStory, type Story, type StoryRequest } from './story.ts'
import { demoActor } from './trajectories.ts'

/** Tells the story of the few people with a name, each door by whoever would use it. */
export async function tellStory(operator: Actor, today: Day): Promise<void> {
  const story = readStory()
  const telling: Telling = { operator, today, persons: new Map(), trajectories: new Map() }
  for (const family of story.families) await tellFamily(telling, family)
  for (const one of story.requests) await tellRequest(telling, one)
  await lendOut(telling)
  for (const { by, person, reason } of story.glass)
    must(await breakGlass(await demoActor(operator, { email: by }), telling.persons.get(person) ?? '', reason))
  for (const one of story.milestones) await bringMilestones(telling, one)
}

async function tellRequest({ operator, today }: Telling, request: StoryRequest): Promise<void> {
  const actor = await demoActor(operator, { email: request.by })
  const { id } = must(
    await enterRequest(actor, {
      form: shippedForm(actor, request.form),
      filling: { submitKey: newId(), answers: request.answers },
      language: 'nl',
      channel: request.channel,
      receivedAt: new Date(Date.now() - request.hoursAgo * 3_600_000),
    }),
  )
  for (const [at, { by, step, reason }] of request.steps.entries()) {
    const stepping = { step, reason, rowVersion: at + 1, today, keepMonths: 12 }
    must(await stepRequest(await demoActor(operator, { email: by }), id, stepping))
  }
}

/** Who sees a file only while it is assigned gets two that run, so that everybody has something to look at. */
async function lendOut({ operator, today }: Telling): Promise<void> {
  const people = demoPeople()
  for (const [at, person] of people.entries()) {
    const { role, organisation, email } = person
    const lead = people.find((one) => one.role === 'coordinator' && one.organisation === organisation)
    if (!reachesOwnMatchesOnly(role) || lead === undefined) continue
    const coordinator = await demoActor(operator, lead)
    const to = await demoActor(operator, { email })
    const { rows } = await trajectories(coordinator, { municipalityId: to.grants[0]?.municipalityId }, { most: 200 })
    const [row] = rows
    const definition = row && (await programmeDefinition(operator, row.programmeCode))
    if (definition?.roles.worker.includes(role)) continue
    const running = definition?.phases.flatMap(({ code, kind }) => (kind === 'supporting' ? [code] : [])) ?? []
    const open = rows.filter(({ personId, phase }) => personId === null && running.includes(phase))
    for (const { id } of [...open, ...open].slice(at % open.length).slice(0, 2)) {
      const fromOn = after(today, { days: -20 })
      must(await assign(coordinator, id, { personId: to.personId, role, fromOn }))
    }
  }
}

/** Sets an anchor on trajectories of a coordinator, so that milestones are due, overdue and still to come. */
async function bringMilestones({ operator, today }: Telling, told: Story['milestones'][number]): Promise<void> {
  const actor = await demoActor(operator, { email: told.by })
  const rows = [...(await trajectories(actor, { phases: [told.phase] }, { most: 200 })).rows]
  for (const days of told.daysAgo) {
    const on = after(today, { days: -days })
    const at = rows.findIndex(({ registeredOn }) => registeredOn <= on)
    const [row] = at < 0 ? [] : rows.splice(at, 1)
    if (row !== undefined) must(await setAnchor(actor, { trajectoryId: row.id }, { anchor: told.anchor, on }))
  }
}
