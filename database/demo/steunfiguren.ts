import type { Actor } from '../../capabilities/access/actor.ts'
import { refer, sayResult } from '../../capabilities/cases/referring/actions.ts'
import { endSteunfiguur, linkSteunfiguur } from '../../capabilities/families/steunfiguren/actions.ts'
import { after, type Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import type { StoryMember } from './story.ts'

type Child = {
  readonly worker: Actor
  readonly today: Day
  readonly personId: Id
  readonly trajectoryId: Id
}

/** Tells who is there for a child of the story, and where it was referred to online, by its own worker. */
export async function tellSteunfiguren(child: Child, { people, referrals }: StoryMember): Promise<void> {
  const { worker, today, personId, trajectoryId } = child
  const before = (days: number): Day => after(today, { days: -days })
  for (const { kind, called, organisation = '', agreedBy, agreedDaysAgo, daysAgo, endedDaysAgo } of people) {
    const told = { kind, called, organisation, isAgreed: true, agreedBy }
    const days = { agreedOn: before(agreedDaysAgo), startsOn: before(daysAgo) }
    const { id } = must(await linkSteunfiguur(worker, personId, { ...told, ...days }))
    if (endedDaysAgo !== undefined) must(await endSteunfiguur(worker, personId, id, before(endedDaysAgo)))
  }
  for (const { organisation, daysAgo, answers, result } of referrals) {
    const key = newId()
    const given = { key, on: before(daysAgo), organisation, isAgreed: true, given: () => answers }
    must(await refer(worker, trajectoryId, given))
    if (result === undefined) continue
    const said = { key: newId(), referralId: key, on: before(result.daysAgo), given: () => result.answers }
    must(await sayResult(worker, trajectoryId, said))
  }
}
