import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { asSignIn, inScope } from '../../../database/transaction.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import {
  aBrowser,
  aColleague,
  afterwards,
  anInvitedColleague,
  aSignedInColleague,
  aVisitor,
  codeNow,
  cookiesOf,
  forgetCodes,
  PASSWORD,
  restartSignIn,
  tryToSignIn,
} from '../../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, anOrganisation, aRegion, someone, yes } from '../../../tests/support/world.ts'
import { switchPerson } from '../actions.ts'
import { verifySecondFactor } from './actions.ts'
import { acceptInvitation, invite, resetSecondFactor } from './invitations.ts'
import { invitedPerson, sessionBehind } from './queries.ts'

withDatabase()
beforeAll(() => restartSignIn())

const NEXT = 'regen-trein-kaas-vuur'
const accept = async (token: string, password = PASSWORD) =>
  acceptInvitation(await aVisitor(), { token, password, origin: aBrowser(), cookies: undefined })
const invalid = refuse('invitation-invalid')

test('an invitation tells whose it is and works once', async () => {
  const { actor, email } = await aColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  const asked = { token, address: aBrowser().address }
  expect(yes(await invitedPerson(await aVisitor(), asked))).toEqual({ name: actor.name, email })
  yes(await accept(token))
  expect(await accept(token, NEXT)).toEqual(invalid)
  expect(await invitedPerson(await aVisitor(), asked)).toEqual(invalid)
  expect((await tryToSignIn(email)).ok).toBe(true)
})

test('of two browsers that use the same link at once, one gets in', async () => {
  const { actor } = await aColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  const answers = await Promise.all([accept(token), accept(token)])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('a form sent twice makes one second factor', async () => {
  const { email, actor } = await anInvitedColleague()
  await afterwards(sql`delete from sign_in.second_factors where user_id = ${actor.personId}`)
  const answers = await Promise.all([tryToSignIn(email), tryToSignIn(email)])
  expect(answers.map((answer) => answer.ok && answer.value.next)).toEqual(['enrolment', 'enrolment'])
})

test('after seven days an invitation is over', async () => {
  const { actor } = await aColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  const { rows } =
    await afterwards(sql`select round(extract(epoch from expires_at - now()) / 86400) as days from invitations
    where person_id = ${actor.personId}`)
  expect(rows.map((row) => Number(row.days))).toEqual([7])
  await afterwards(sql`update invitations set expires_at = now() where person_id = ${actor.personId}`)
  expect(await accept(token)).toEqual(invalid)
})

test('a newer invitation replaces the older one', async () => {
  const { actor } = await aColleague()
  const operator = await anOperator()
  const older = yes(await invite(operator, actor.personId))
  const newer = yes(await invite(operator, actor.personId))
  expect(await accept(older.token)).toEqual(invalid)
  yes(await accept(newer.token))
})

test('a weak password is refused and the invitation stays', async () => {
  const { actor } = await aColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  expect(await accept(token, 'welkom123456')).toEqual(refuse('password-common'))
  yes(await accept(token))
})

test('what is no token is refused like an unknown one, and guessing is stopped', async () => {
  const origin = aBrowser()
  const guess = async (token: string) => invitedPerson(await aVisitor(), { token, address: origin.address })
  for (const token of ['', 'x', "' or true --", newId(), 'A'.repeat(43)]) expect(await guess(token)).toEqual(invalid)
  for (let at = 0; at < 20; at++) await guess('A'.repeat(43))
  const { actor } = await aColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  expect(await guess(token)).toEqual(invalid)
})

test('only a hash of the link is kept', async () => {
  const { actor } = await aColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  const { rows } = await afterwards(sql`select json_agg(i)::text as kept from invitations i`)
  expect(String(rows[0]?.kept)).not.toContain(token)
})

test('an invitation for somebody who lost the password ends the sessions and keeps the second factor', async () => {
  const { actor, email, cookies, secret } = await aSignedInColleague()
  const { token } = yes(await invite(await anOperator(), actor.personId))
  expect(await sessionBehind(cookies)).toBeDefined()
  const answer = yes(await accept(token, NEXT))
  expect(answer.next).toBe('second-factor')
  expect(await sessionBehind(cookies)).toBeUndefined()
  expect(await tryToSignIn(email)).toEqual(refuse('sign-in-wrong'))
  await forgetCodes()
  const done = await verifySecondFactor(await aVisitor(), {
    code: await codeNow(secret),
    origin: aBrowser(),
    cookies: cookiesOf(answer),
  })
  expect(done.ok).toBe(true)
})

test('whoever closed an account by guessing does not hold up the person with an invitation', async () => {
  const { actor, email } = await anInvitedColleague()
  for (let at = 0; at < 10; at++) await tryToSignIn(email, 'fout-fout-fout')
  const { token } = yes(await invite(await anOperator(), actor.personId))
  expect((await accept(token, NEXT)).ok).toBe(true)
})

test('a person switched off is not invited, and an open invitation of that person does not work', async () => {
  const here = await aMunicipality()
  const manager = await someone({ role: 'manager', municipalityId: here })
  const { actor } = await aColleague(here)
  const { token } = yes(await invite(manager, actor.personId))
  yes(await switchPerson(manager, actor.personId, false))
  expect(await invite(manager, actor.personId)).toEqual(refuse('person-switched-off'))
  expect(await accept(token)).toEqual(invalid)
})

test('[R-259] inviting and resetting take the reach over everything that the person may', async () => {
  const regionId = await aRegion()
  const [here, there, far] = [
    await aMunicipality({ regionId }),
    await aMunicipality({ regionId }),
    await aMunicipality(),
  ]
  const managerHere = await someone({ role: 'manager', municipalityId: here })
  const managerOfRegion = await someone({ role: 'manager', regionId })
  const organisationId = await anOrganisation()
  const coordinator = await someone({ role: 'coordinator', municipalityId: here, organisationId })
  const colleague = await someone({ role: 'coordinator', municipalityId: here, organisationId })
  const operator = await anOperator()
  const onlyHere = await someone({ role: 'policy-adviser', municipalityId: here })
  const both = await someone(
    { role: 'policy-adviser', municipalityId: here },
    { role: 'policy-adviser', municipalityId: there },
  )
  const everywhere = await someone(
    { role: 'policy-adviser', municipalityId: here },
    { role: 'platform-manager', everywhere: true },
  )
  const elsewhere = await someone({ role: 'policy-adviser', municipalityId: far })
  const ofRegion = await someone({ role: 'project-leader', regionId })
  const outOfReach = refuse('person-out-of-reach')
  const table = [
    [managerHere, onlyHere, undefined],
    [managerHere, both, outOfReach],
    [managerHere, everywhere, outOfReach],
    [managerHere, elsewhere, refuse('not-found')],
    [managerHere, ofRegion, refuse('not-found')],
    [managerHere, managerHere, refuse('not-own-sign-in')],
    [managerOfRegion, onlyHere, undefined],
    [managerOfRegion, both, undefined],
    [managerOfRegion, ofRegion, undefined],
    [managerOfRegion, everywhere, outOfReach],
    [managerOfRegion, elsewhere, refuse('not-found')],
    [coordinator, onlyHere, refuse('not-found')],
    [coordinator, colleague, outOfReach],
    [operator, everywhere, undefined],
    [operator, elsewhere, undefined],
  ] as const
  for (const [actor, person, expected] of table) {
    for (const answer of [await invite(actor, person.personId), await resetSecondFactor(actor, person.personId)]) {
      expect(answer.ok ? undefined : answer).toEqual(expected)
    }
  }
  expect(await invite(managerHere, newId())).toEqual(refuse('not-found'))
})

test('the database refuses an invitation beyond the reach, also when the code would not', async () => {
  const [here, there] = [await aMunicipality(), await aMunicipality()]
  const manager = await someone({ role: 'manager', municipalityId: here })
  const both = await someone(
    { role: 'policy-adviser', municipalityId: here },
    { role: 'policy-adviser', municipalityId: there },
  )
  const inserting = inScope(manager, (tx) =>
    tx.execute(sql`insert into invitations (id, person_id, municipality_id, token_hash, expires_at, created_by)
      values (${newId()}, ${both.personId}, ${here}, 'x', now() + interval '1 day', ${manager.personId})`),
  )
  await expect(inserting).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level security') } })
})

test('resetting a second factor ends every session; the next sign-in sets up a new one', async () => {
  const here = await aMunicipality()
  const manager = await someone({ role: 'manager', municipalityId: here })
  const { actor, email, cookies, secret } = await aSignedInColleague(here)
  const half = yes(await tryToSignIn(email))
  yes(await resetSecondFactor(manager, actor.personId))
  expect(await sessionBehind(cookies)).toBeUndefined()
  await forgetCodes()
  const old = { code: await codeNow(secret), origin: aBrowser(), cookies: cookiesOf(half) }
  expect(await verifySecondFactor(await aVisitor(), old)).toEqual(refuse('sign-in-expired'))
  expect(yes(await tryToSignIn(email)).next).toBe('enrolment')
})

test('inviting and resetting stand in the log with the person, in the transaction that did it', async () => {
  const here = await aMunicipality()
  const manager = await someone({ role: 'manager', municipalityId: here })
  const { actor } = await aColleague(here)
  yes(await invite(manager, actor.personId))
  yes(await resetSecondFactor(manager, actor.personId))
  await inScope(manager, async () => {
    yes(await invite(manager, actor.personId))
    throw new Error('the page fails')
  }).catch(() => undefined)
  const { rows } = await afterwards(
    sql`select act, object_ids from logs.audit_rows where actor_id = ${manager.personId} order by act`,
  )
  const object_ids = [`person:${actor.personId}`]
  expect(rows).toEqual([
    { act: 'invitation.made', object_ids },
    { act: 'second-factor.reset', object_ids },
  ])
})

test('a door of signing in joins the transaction of a page and gives it its own role back', async () => {
  const manager = await someone({ role: 'manager', municipalityId: await aMunicipality() })
  await inScope(manager, async (tx) => {
    expect(await roleOf(tx)).toBe('voorveld_app')
    await asSignIn(async (inside) => expect(await roleOf(inside)).toBe('voorveld_sign_in'))
    await asSignIn(() => Promise.reject(new Error('halfway'))).catch(() => undefined)
    expect(await roleOf(tx)).toBe('voorveld_app')
  })
  await expect(asSignIn(() => inScope(manager, () => Promise.resolve()))).rejects.toThrow('inScope inside asSignIn')
})

async function roleOf(tx: Parameters<Parameters<typeof asSignIn>[0]>[0]): Promise<unknown> {
  return (await tx.execute(sql`select current_user as role`)).rows[0]?.role
}
