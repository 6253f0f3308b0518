import { BUILT_IN } from '../../capabilities/access/actor.ts'
import { municipalitiesKnown, villagesIn } from '../../capabilities/access/queries.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { askForHelp, stepRequest } from '../../capabilities/help-requests/actions.ts'
import { noteCircumstances } from '../../capabilities/help-requests/circumstances/actions.ts'
import { noteLadder } from '../../capabilities/help-requests/ladder/actions.ts'
import { compareRequests, decideMatch } from '../../capabilities/help-requests/matches/actions.ts'
import { matchesSeen } from '../../capabilities/help-requests/matches/queries.ts'
import { startFromRequest } from '../../capabilities/help-requests/starting/actions.ts'
import { estimateRisk, gradeRequest } from '../../capabilities/help-requests/triage/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { aBrowser, aVisitor } from '../support/signing-in.ts'
import { theActor, yes } from '../support/world.ts'
import type { Home } from './home.ts'

const today = () => dayAt(new Date())

async function asked({ actors, municipalityId }: Home, more: object = {}) {
  const [visitor, [village]] = [await aVisitor(), await villagesIn(actors.workerOfSanne, municipalityId)]
  const place = (await municipalitiesKnown(visitor)).find(({ id }) => id === municipalityId)
  const form = shippedForm(visitor, 'ask')
  const requestId = newId()
  const answers = {
    ...{ place: `${place?.code}/${village?.code}`, who: 'parent', about: ['separation'], words: 'Ik ben Sanne' },
    ...{ reach: 'phone', phone: '06 11111111', voicemail: 'no', others: 'somebody', name: 'Sanne', ...more },
  }
  const filling = { submitKey: requestId, answers }
  yes(await askForHelp(visitor, { form, filling, language: 'nl', address: aBrowser().address }))
  return { requestId }
}

/** Taken up, and with all that is noted about it. */
export async function takenUp(home: Home) {
  const { requestId } = await asked(home)
  const { workerOfSanne } = home.actors
  const step = { step: 'take', rowVersion: 1, today: today(), keepMonths: 12 } as const
  yes(await stepRequest(workerOfSanne, requestId, step))
  const noting = { today: today(), form: { version: 1 } }
  const told = { money: 'yes', housing: ['no-place'], words: 'Mark heeft de sleutel.' }
  yes(await noteCircumstances(workerOfSanne, requestId, { ...noting, rowVersion: 2, answers: told }))
  const ladder = { network: 'rejected', 'network-why': 'Kiest voor Mark' }
  yes(await noteLadder(workerOfSanne, requestId, { ...noting, rowVersion: 3, answers: ladder }))
  return { requestId }
}

/** Known again by its name, and given to the worker of Sanne by the coordinator. */
export async function joined(home: Home) {
  const { requestId } = await asked(home)
  await compareRequests(await theActor(BUILT_IN.jobs))
  const given = { otherId: home.persons.sanne, decision: 'same-person', rowVersion: 1, today: today() }
  yes(await decideMatch(home.actors.coordinator, requestId, given))
  return { requestId }
}

/** Known again by its name, and waiting for whoever helps nobody else of that family. */
export async function waiting(home: Home) {
  const asking = await asked(home)
  await compareRequests(await theActor(BUILT_IN.jobs))
  return asking
}

/** Asked twice under another name, decided to be one person while both wait, and taken up together; one became a file. */
export async function takenTogether(home: Home) {
  const { workerOfSanne, coordinator } = home.actors
  const [one, other] = [await asked(home, { name: 'Fenna Stil' }), await asked(home, { name: 'Fenna Stil' })]
  await compareRequests(await theActor(BUILT_IN.jobs))
  // Whichever came later looks like the earlier one; with a clock that stands still either may be the later.
  const isOtherLater = (await matchesSeen(coordinator, other.requestId)).length > 0
  const [first, second] = isOtherLater ? [one, other] : [other, one]
  const given = { otherId: first.requestId, decision: 'same-person', rowVersion: 1, today: today() }
  yes(await decideMatch(coordinator, second.requestId, given))
  const step = { step: 'take', rowVersion: 1, today: today(), keepMonths: 12 } as const
  yes(await stepRequest(workerOfSanne, first.requestId, step))
  const at = { today: today(), rowVersion: 2 }
  yes(await gradeRequest(workerOfSanne, first.requestId, { ...at, grade: 'B', reason: 'Er is meer nodig' }))
  const risk = { harm: 'concern', violence: 'none-seen', because: '' }
  yes(await estimateRisk(workerOfSanne, first.requestId, { ...at, rowVersion: 3, ...risk }))
  yes(
    await startFromRequest(workerOfSanne, first.requestId, {
      ...{ provisionId: home.provisionId, on: today(), rowVersion: 4, keepMonths: 12 },
      ...{ members: [{ kind: 'adult', role: 'parent', name: 'Fenna' }], details: {} },
    }),
  )
  return { requestId: second.requestId }
}
