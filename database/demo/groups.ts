import type { Actor } from '../../capabilities/access/actor.ts'
import { provisionsInReach } from '../../capabilities/access/queries.ts'
import { logContact } from '../../capabilities/cases/contacts/actions.ts'
import { openGroup } from '../../capabilities/cases/groups/actions.ts'
import { moveTrajectory } from '../../capabilities/cases/history/actions.ts'
import { programmesKnown } from '../../capabilities/programmes/queries.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import { demoPeople, demoRegion } from './region.ts'
import { demoActor } from './trajectories.ts'

/** Begins the groups of the region, of which nobody has a name, with an afternoon every week since. */
export async function openGroups(operator: Actor, today: Day): Promise<void> {
  for (const { by, programme, weeks, answers, contact } of demoRegion().groups) {
    const person = demoPeople().find(({ email }) => email === by)
    if (person === undefined) throw new Error(`nobody in the demo has the address ${by}`)
    const actor = await demoActor(operator, person)
    const provision = (await provisionsInReach(actor)).find(({ programmeCode }) => programmeCode === programme)
    const definition = (await programmesKnown(actor)).find(({ code }) => code === programme)
    const running = definition?.phases.find(({ kind }) => kind === 'supporting')?.code ?? ''
    const on = after(today, { days: -7 * weeks })
    const given = { key: newId(), provisionId: provision?.id ?? '', answers, on }
    const { trajectoryId } = must(await openGroup(actor, given))
    must(await moveTrajectory(actor, { trajectoryId }, { to: running, on, answers: {} }))
    for (let week = 0; week < weeks; week++) {
      const day = after(on, { days: 7 * week })
      const told = { key: newId(), on: day, minutes: '120', isReached: true, given: contact }
      must(await logContact(actor, trajectoryId, told))
    }
  }
}
