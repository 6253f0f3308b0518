import {
  addMunicipality,
  addOrganisation,
  addPerson,
  addProvision,
  addRegion,
  countMigrationBackground,
  markInstallation,
} from '../capabilities/access/actions.ts'
import type { Actor, Grant } from '../capabilities/access/actor.ts'
import { personNamed } from '../capabilities/access/queries.ts'
import { setPasswordForDemo } from '../capabilities/access/sign-in/demo.ts'
import { programmesKnown } from '../capabilities/programmes/queries.ts'
import { inScope } from '../database/transaction.ts'
import type { Answer } from '../foundation/result.ts'

/** One password for everyone in the demo, printed at start and on the sign-in page; refused outside the demo. */
export const DEMO_PASSWORD = 'kom-maar-binnen'

export const DEMO_PEOPLE = [
  { name: 'Iris Bakker', email: 'iris@voorbeeld.example', role: 'coordinator' },
  { name: 'Tom Veldhuis', email: 'tom@voorbeeld.example', role: 'policy-adviser' },
  { name: 'Mina de Wit', email: 'mina@voorbeeld.example', role: 'manager' },
] as const

/** A municipality that does not exist; CBS gave this code to nobody. */
const DEMO_MUNICIPALITY = {
  code: 'GM9990',
  name: 'Akkerveen',
  villages: ['Akkerveen-Dorp', 'Oosterveld', 'Lindeloo', 'De Hoef'],
}

/** The people one can be with one press on the sign-in page. */
export const demoSignIn = {
  password: DEMO_PASSWORD,
  people: DEMO_PEOPLE.map((person) => ({ ...person, place: DEMO_MUNICIPALITY.name })),
}

/** Makes the fictional municipality with its people, all or nothing, and marks this database as a demo for ever. */
export async function makeDemoPlaces(operator: Actor): Promise<void> {
  await inScope(operator, async () => {
    await markInstallation(operator, 'demo')
    const region = must(await addRegion(operator, 'Voorbeeldregio'))
    const { id: municipalityId } = must(await addMunicipality(operator, { ...DEMO_MUNICIPALITY, regionId: region.id }))
    must(await countMigrationBackground(operator, municipalityId, true))
    const { id: organisationId } = must(await addOrganisation(operator, 'Stichting De Brug'))
    for (const programme of await programmesKnown(operator)) {
      must(await addProvision(operator, { municipalityId, organisationId, programmeCode: programme.code }))
    }
    for (const { name, email, role } of DEMO_PEOPLE) {
      const scope: Omit<Grant, 'startsOn'> =
        role === 'coordinator' ? { role, municipalityId, organisationId } : { role, municipalityId }
      must(await addPerson(operator, { name, email }, [scope]))
    }
  })
}

/** Gives everyone in the demo the one password; not in a transaction of ours, sign-in has its own. */
export async function openDemoDoors(operator: Actor): Promise<void> {
  for (const { email } of DEMO_PEOPLE) {
    const personId = await personNamed(operator, email)
    if (personId !== undefined) must(await setPasswordForDemo(personId, DEMO_PASSWORD))
  }
}

/** The demo is ours: a refusal in it is a fault in the product. */
function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`the demo was refused: ${answer.reason}`)
  return answer.value
}
