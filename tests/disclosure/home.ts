import type { Actor } from '../../capabilities/access/actor.ts'
import { keepOffer } from '../../capabilities/cases/afterwards/actions.ts'
import { answerQuestions } from '../../capabilities/cases/history/actions.ts'
import { changeDetails, recordAuthority, setHome, startWork } from '../../capabilities/families/files/actions.ts'
import { writeNote } from '../../capabilities/families/notes/actions.ts'
import { addItem, openPlan } from '../../capabilities/family-plan/actions.ts'
import { useFormSecret } from '../../capabilities/forms/keys.ts'
import { publishProgramme } from '../../capabilities/programmes/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { definitionFile } from '../support/programmes.ts'
import { aReceiver } from '../support/sharings.ts'
import { restartSignIn } from '../support/signing-in.ts'
import { aFamilyInTwoHomes, publishWalk } from '../support/two-homes.ts'
import { anOperator, aProvision, someone, yes } from '../support/world.ts'

const today = () => dayAt(new Date())

/** So that Mark can be invited to sign in, at an address that the other parent could give as well. */
export const SHARED_MAIL = 'samen@voorbeeld.example'
const reachOfMark = { phone: '06 00000002', email: SHARED_MAIL, safeContact: { mail: 'yes' } } as const

/**
 * A family in which much is written down already on every side: Sanne (A) and Mark (B) share a plan when it is told so,
 * each worker wrote in the own file, Lotte lives with both. Beside B's worker a coordinator can work on B as well.
 */
async function aHome({ plan, lead }: { plan: 'shared' | 'none'; lead: boolean }) {
  const family = await aFamilyInTwoHomes()
  const { actors, persons, municipalityId, organisationId, provisionId } = family
  const expert = () => someone({ role: 'separation-expert', municipalityId, organisationId, ownMatches: true })
  const second = await expert()
  await aProvision({ municipalityId, organisationId, programmeCode: 'open-door' })
  const leader = await someone({ role: 'coordinator', municipalityId, organisationId })
  if (lead) {
    const given = { provisionId, personId: persons.mark, accountId: leader.personId, role: 'worker', fromOn: today() }
    yes(await startWork(actors.coordinator, given))
  }
  const notes = { ofSanne: '', ofMark: '', ofLotte: '' }
  notes.ofSanne = await note(actors.workerOfSanne, persons.sanne, 'Sanne vertelt haar kant.')
  notes.ofMark = await note(actors.workerOfMark, persons.mark, 'Mark vertelt zijn kant.')
  notes.ofLotte = await note(actors.workerOfLotte, persons.lotte, 'Lotte tekent een huis met twee deuren.')
  yes(await changeDetails(actors.workerOfMark, persons.mark, { rowVersion: 1, change: reachOfMark }))
  yes(await setHome(actors.workerOfLotte, persons.lotte, persons.mark))
  const authority = { childId: persons.lotte, value: 'yes', source: 'authority-register', checkedOn: today() } as const
  yes(await recordAuthority(actors.workerOfMark, { ...authority, parentId: persons.mark, validFrom: null }))
  const planned = plan === 'shared' ? await aPlan(actors.workerOfMark, persons) : { planId: '', itemId: '' }
  yes(
    await answerQuestions(
      actors.workerOfMark,
      { trajectoryId: family.trajectories.mark },
      { answers: { pace: 'slow' }, on: today() },
    ),
  )
  const offerId = await anOffer(municipalityId)
  const receiver = await aReceiver()
  return { ...family, actors: { ...actors, second, leader }, receiver, notes, ...planned, offerId, isLed: lead }
}

export type Home = Awaited<ReturnType<typeof aHome>>

/** Four families, each another way: with a plan they share or without, with a coordinator who works on B or without. */
export async function theHomes(): Promise<Home[]> {
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
  await publishWalk()
  yes(await publishProgramme(await anOperator(), definitionFile('tests/support/receiving.programme.json')))
  return [
    await aHome({ plan: 'shared', lead: false }),
    await aHome({ plan: 'none', lead: true }),
    await aHome({ plan: 'none', lead: false }),
    await aHome({ plan: 'shared', lead: true }),
  ]
}

/** What the municipality has for afterwards: known to all who work there. */
async function anOffer(municipalityId: string): Promise<string> {
  const id = newId()
  const told = { name: 'Oudercafé', what: 'Andere ouders ontmoeten', reach: 'Loop binnen', source: 'Buurthuis' }
  const days = { validFrom: today(), validUntil: null, programmeCodes: ['fathers-walk'] }
  yes(await keepOffer(await anOperator(), municipalityId, { id, told: { ...told, ...days } }))
  return id
}

async function note(actor: Actor, personId: string, body: string): Promise<string> {
  return yes(await writeNote(actor, { personId, holdsOn: today(), body })).noteId
}

async function aPlan(actor: Actor, { sanne, mark }: { sanne: string; mark: string }) {
  const { planId } = yes(await openPlan(actor, mark, { participants: [sanne], on: today() }))
  const { itemId } = yes(
    await addItem(actor, planId, { kind: 'action', body: 'Samen naar school bellen', ownerPersonId: mark }),
  )
  yes(await addItem(actor, planId, { kind: 'agreement', body: 'Wisselen op vrijdag' }))
  return { planId, itemId }
}
