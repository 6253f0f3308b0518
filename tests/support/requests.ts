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

/** What a process needs before anybody can ask; each process of a test has the same. */
export function useSecrets(): void {
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
}

/** Publishes a programme that receives requests; once per database. */
export async function publishReceiving(): Promise<void> {
  useSecrets()
  const definition: unknown = JSON.parse(readFileSync('tests/support/receiving.programme.json', 'utf8'))
  yes(await publishProgramme(await anOperator(), definition))
}

/** Publishes another programme that receives requests, and takes over what others hand it about money. */
export async function publishTaking(): Promise<void> {
  const text = readFileSync('tests/support/receiving.programme.json', 'utf8').replaceAll('open-door', 'coin-desk')
  const definition = JSON.parse(text) as Record<string, unknown> // checked when it is published
  const name = { nl: 'Muntbalie', en: 'Coin desk' }
  yes(await publishProgramme(await anOperator(), { ...definition, name, takesHandOver: ['money'] }))
}

let made = 0

/** A municipality of which one organisation receives what residents ask, with who works there. */
export async function aReceivingPlace(programmeCode = 'open-door') {
  const code = `GM${8000 + ++made}`
  const municipalityId = await aMunicipality({ code })
  const organisationId = await anOrganisation()
  const provision = await aProvision({ municipalityId, programmeCode, organisationId })
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

/** A request in a place of its own that a worker took up; its version is 2. */
export async function aTakenRequest(more: object = {}, programmeCode?: string) {
  const here = await aReceivingPlace(programmeCode)
  const id = await aRequestIn(here.place, more)
  const taker = await here.worker()
  await takeUp(taker, id)
  return { ...here, id, taker }
}

/** Everybody around a request that was taken up, and what each gets: sees it or not, and why a change is refused. */
export async function aroundIt({ taker, worker, municipalityId }: Awaited<ReturnType<typeof aTakenRequest>>) {
  const other = await aReceivingPlace()
  const table: readonly [string, Actor, boolean, string | undefined][] = [
    ['who has it', taker, true, undefined],
    ['coordinator', await worker('coordinator'), true, undefined],
    ['director', await worker('director'), true, 'not-found'],
    ['colleague, perhaps of the other parent', await worker('separation-expert'), false, 'request-of-colleague'],
    ['consulent', await worker('consulent'), false, 'request-of-colleague'],
    ['social worker', await worker('social-worker'), false, 'not-found'],
    ['other organisation', await worker('coordinator', { organisationId: other.organisationId }), false, 'not-found'],
    ['other municipality', await other.worker('coordinator'), false, 'not-found'],
    ['resident', await someone({ role: 'resident', municipalityId }), false, 'not-found'],
    ['policy adviser', await someone({ role: 'policy-adviser', municipalityId }), false, 'not-found'],
  ]
  return table
}
