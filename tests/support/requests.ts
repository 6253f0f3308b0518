import { readFileSync } from 'node:fs'
import type { Actor } from '../../capabilities/access/actor.ts'
import { villagesIn } from '../../capabilities/access/queries.ts'
import { type Role, reachesOwnMatchesOnly } from '../../capabilities/access/roles.ts'
import { useFormSecret } from '../../capabilities/forms/keys.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { askForHelp, stepRequest } from '../../capabilities/help-requests/actions.ts'
import { publishProgramme } from '../../capabilities/programmes/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { aBrowser, aVisitor, restartSignIn } from './signing-in.ts'
import { aMunicipality, anOperator, anOrganisation, aProvision, someone, yes } from './world.ts'

/** The day on which the tests run; grants and work hold from it. */
export const today = dayAt(new Date())

/** Publishes a programme that receives requests; once per database. */
export async function publishReceiving(): Promise<void> {
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
  const definition: unknown = JSON.parse(readFileSync('tests/support/receiving.programme.json', 'utf8'))
  yes(await publishProgramme(await anOperator(), definition))
}

let made = 0

/** A municipality of which one organisation receives what residents ask, with who works there. */
export async function aReceivingPlace() {
  const code = `GM${8000 + ++made}`
  const municipalityId = await aMunicipality({ code })
  const organisationId = await anOrganisation()
  const provision = await aProvision({ municipalityId, programmeCode: 'open-door', organisationId })
  const place = `${code}/${(await villagesIn(await anOperator(), municipalityId))[0]?.code}`
  const worker = (role: Role = 'separation-expert', at: { municipalityId?: Id; organisationId?: Id } = {}) =>
    someone({ role, municipalityId, organisationId, ...(reachesOwnMatchesOnly(role) && { ownMatches: true }), ...at })
  return { municipalityId, organisationId, provision, place, worker }
}

/** A request from a place, of a parent who is separating unless told otherwise. */
export async function aRequestIn(place: string, more: object = {}): Promise<Id> {
  const visitor = await aVisitor()
  const id = newId()
  const answers = {
    ...{ place, who: 'parent', about: ['separation'], words: 'Ruzie over de kinderen', reach: 'phone' },
    ...{ phone: '06 12345678', voicemail: 'no', others: 'somebody', name: 'Noor', ...more },
  }
  const filling = { submitKey: id, answers }
  const form = shippedForm(visitor, 'ask')
  yes(await askForHelp(visitor, { form, filling, language: 'nl', address: aBrowser().address }))
  return id
}

/** Takes a request up; its version is 2 from then on. */
export const takeUp = async (actor: Actor, id: Id): Promise<void> => {
  yes(await stepRequest(actor, id, { step: 'take', rowVersion: 1, today, keepMonths: 12 }))
}
