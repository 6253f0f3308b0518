import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { device, forgetTries, from, jobs, look, mailed, tried } from '../../../tests/support/odd-sign-ins.ts'
import {
  afterwards,
  aSignedInColleague,
  aVisitor,
  restartSignIn,
  tryToSignIn,
} from '../../../tests/support/signing-in.ts'
import { aMunicipality, anOrganisation, someone, theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../actor.ts'
import { signIn } from '../sign-in/actions.ts'
import { answerOddSignIn, lookAtSignIns, removeOldOddSignIns, tellOddSignIns } from './actions.ts'
import { networkMark, oddSignInsInReach, ownOddSignIns } from './queries.ts'

withDatabase()
beforeAll(() => restartSignIn())
beforeEach(forgetTries)

const kept = async () =>
  (
    await afterwards(
      sql`select kind, person_id, organisation_id, municipality_id, tries from odd_sign_ins order by kind`,
    )
  ).rows
const addresses = (n: number) => Array.from({ length: n }, (_, at) => `198.51.${at}.7`)

async function aPlace() {
  const municipalityId = await aMunicipality()
  const organisationId = await anOrganisation()
  await afterwards(sql`insert into provisions (municipality_id, id, organisation_id, programme_code)
    values (${municipalityId}, ${newId()}, ${organisationId}, 'first-help')`)
  const manager = await someone({ role: 'manager', municipalityId })
  const officer = await someone({ role: 'privacy-officer', municipalityId })
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  return { municipalityId, organisationId, manager, officer, coordinator }
}

test('a peak at one organisation is seen by who answers for it, mailed at once and once a day, and seen by nobody else', async () => {
  const [here, elsewhere] = [await aPlace(), await aPlace()]
  await tried(here.coordinator.personId, false, Array(16).fill('198.51.100.7'))
  expect(await look()).toBe(1)
  expect(await kept()).toMatchObject([{ kind: 'failed-peak', organisation_id: here.organisationId, tries: 16 }])
  expect(await mailed()).toEqual([here.manager.personId, here.officer.personId].toSorted())
  await tried(here.coordinator.personId, false, Array(4).fill('198.51.100.7'))
  expect(await look()).toBe(0)
  expect(await kept()).toMatchObject([{ tries: 20 }])
  expect(await mailed()).toHaveLength(2)
  for (const actor of [here.manager, here.officer])
    expect(await oddSignInsInReach(actor)).toMatchObject([{ kind: 'failed-peak', tries: 20, usual: 0 }])
  const adviser = await someone({ role: 'policy-adviser', municipalityId: here.municipalityId })
  for (const actor of [elsewhere.manager, elsewhere.officer, here.coordinator, adviser, await aVisitor()])
    expect(await oddSignInsInReach(actor)).toEqual([])
})

test('of the account of the one administrator who is told of others, who answers for the platform is told', async () => {
  const municipalityId = await aMunicipality()
  const alone = await someone({ role: 'manager', municipalityId })
  const platform = await someone({ role: 'platform-manager', everywhere: true })
  await tried(alone.personId, false, addresses(3))
  await look()
  expect(await kept()).toMatchObject([{ kind: 'many-networks', person_id: alone.personId }])
  expect(await mailed()).toContain(platform.personId)
  expect(await mailed()).not.toContain(alone.personId)
  expect(await oddSignInsInReach(alone)).toEqual([])
  expect(await oddSignInsInReach(platform)).toMatchObject([{ kind: 'many-networks' }])
})

test('what waited for two days is no news any more, but what somebody denied is', async () => {
  const { coordinator } = await aPlace()
  await tried(coordinator.personId, true, ['203.0.113.9', '198.51.100.1'])
  await look()
  await afterwards(sql`update odd_sign_ins set found_at = now() - interval '9 days', kind = 'odd-hour', network = null`)
  await tellOddSignIns(await jobs())
  expect(await mailed()).toEqual([])
  const [own] = await ownOddSignIns(coordinator)
  yes(await answerOddSignIn(coordinator, { id: own?.id ?? '', isMine: false, sessionId: undefined }))
  await look()
  expect((await mailed()).length).toBeGreaterThan(0)
  const before = await mailed()
  await look()
  expect(await mailed()).toEqual(before)
})

test('the mail tells nothing: one kind, to a person, about no place and no record', async () => {
  const { coordinator } = await aPlace()
  await tried(coordinator.personId, false, Array(16).fill('198.51.100.7'))
  await look()
  const { rows } = await afterwards(sql`select about_id, municipality_id, help_request_id, urgent from messages`)
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1)
  expect(rows[0]).toEqual({ about_id: null, municipality_id: null, help_request_id: null, urgent: false })
})

test('the administrator of one organisation does not see another organisation in the same municipality', async () => {
  const { municipalityId, organisationId, coordinator } = await aPlace()
  const other = await anOrganisation()
  const own = await someone({ role: 'manager', municipalityId, organisationId })
  const theirs = await someone({ role: 'manager', municipalityId, organisationId: other })
  await tried(coordinator.personId, false, addresses(16))
  await look()
  expect((await oddSignInsInReach(own)).map(({ kind }) => kind).toSorted()).toEqual(['failed-peak', 'many-networks'])
  expect(await oddSignInsInReach(theirs)).toEqual([])
  expect(await mailed()).toContain(own.personId)
  expect(await mailed()).not.toContain(theirs.personId)
})

test('one password on many accounts from one network is found, also where the addresses are nobody', async () => {
  const { municipalityId, manager, organisationId } = await aPlace()
  const platform = await someone({ role: 'platform-manager', everywhere: true })
  for (let n = 0; n < 5; n++) {
    const { personId } = await someone({ role: 'volunteer', municipalityId, organisationId, ownMatches: true })
    await tried(personId, false, ['203.0.113.9'])
    await tried(undefined, false, ['203.0.113.77'], `niemand-${n}@example.nl`)
  }
  await look()
  const [seen] = await oddSignInsInReach(manager)
  expect(seen).toMatchObject({ kind: 'many-accounts', accounts: 5, network: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(await oddSignInsInReach(platform)).toMatchObject([
    { kind: 'many-accounts', accounts: 10 },
    { kind: 'many-accounts', accounts: 5 },
  ])
  expect(await mailed()).toContain(platform.personId)
})

test('who runs the machine finds a network of a proxy again by its mark; an administrator of a place does not', async () => {
  const { manager } = await aPlace()
  const operator = await theActor(BUILT_IN.operator)
  expect(networkMark(operator, '203.0.113.77')).toEqual(networkMark(operator, '203.0.113.9'))
  expect(networkMark(operator, '203.0.114.9')).not.toEqual(networkMark(operator, '203.0.113.9'))
  expect(networkMark(operator, 'geen adres')).toEqual(refuse('network-address'))
  expect(networkMark(manager, '203.0.113.9')).toEqual(refuse('not-yours'))
})

test('no address of a network or a person is kept, in any of the tables', async () => {
  const { coordinator } = await aPlace()
  await tried(coordinator.personId, true, ['203.0.113.9', '2001:db8:77:1'])
  await tried(undefined, false, ['203.0.113.9'], 'iemand@example.nl')
  await look()
  const { rows } = await afterwards(sql`select (select string_agg(row_to_json(t)::text, ' ') from sign_in.tries t)
    || (select string_agg(row_to_json(n)::text, ' ') from sign_in.networks n)
    || (select string_agg(row_to_json(o)::text, ' ') from odd_sign_ins o) as all`)
  const text = String(rows[0]?.all)
  expect(text).toContain('new-network')
  expect(text).not.toMatch(/203\.0|2001:db8|example\.nl/)
})

test('a network not used before is asked of the person, and of nobody when it is the first', async () => {
  const { coordinator, manager, officer } = await aPlace()
  await tried(coordinator.personId, true, ['203.0.113.9'])
  await look()
  expect(await ownOddSignIns(coordinator)).toEqual([])
  await tried(coordinator.personId, true, ['203.0.113.200', '198.51.100.1'])
  await look()
  const [own, ...more] = await ownOddSignIns(coordinator)
  expect(more).toEqual([])
  expect(own).toMatchObject({ kind: 'new-network', device })
  expect(await mailed()).toEqual([])
  expect(await oddSignInsInReach(manager)).toMatchObject([{ kind: 'new-network', answer: null, network: null }])
  const given = { id: own?.id ?? '', isMine: true, sessionId: undefined }
  for (const stranger of [manager, officer]) expect(await answerOddSignIn(stranger, given)).toEqual(refuse('not-found'))
  for (const id of ['geen-nummer', newId(), '']) {
    expect(await answerOddSignIn(coordinator, { ...given, id })).toEqual(refuse('not-found'))
  }
  expect(yes(await answerOddSignIn(coordinator, given))).toEqual({ next: 'account' })
  expect(await answerOddSignIn(coordinator, { ...given, isMine: false })).toEqual(refuse('not-found'))
  expect(await ownOddSignIns(coordinator)).toEqual([])
  expect(await oddSignInsInReach(officer)).toMatchObject([{ answer: 'mine' }])
})

test('an hour at which somebody never signs in is found; with a new network it is worth the mail of the morning', async () => {
  const { coordinator, manager, officer } = await aPlace()
  await tried(coordinator.personId, true, Array(12).fill('203.0.113.9'))
  await afterwards(sql`with numbered as (select id, row_number() over () as n from sign_in.tries)
    update sign_in.tries t set at = now() - make_interval(days => n.n::integer) + interval '6 hours', looked_at = now()
    from numbered n where n.id = t.id`)
  await tried(coordinator.personId, true, ['203.0.113.9'])
  await look()
  expect((await ownOddSignIns(coordinator)).map(({ kind }) => kind)).toEqual(['odd-hour'])
  await tellOddSignIns(await jobs())
  expect(await mailed()).toEqual([])
  await tried(coordinator.personId, true, ['198.51.100.1'])
  await look()
  await tellOddSignIns(await jobs())
  await tellOddSignIns(await jobs())
  expect(await mailed()).toEqual([manager.personId, officer.personId].toSorted())
})

test('of a resident nobody sees where, until that resident says that it was somebody else', async () => {
  const resident = await someone({ role: 'resident', everywhere: true })
  const platform = await someone({ role: 'platform-manager', everywhere: true })
  await tried(resident.personId, true, ['203.0.113.9', '198.51.100.1'])
  await look()
  const [own] = await ownOddSignIns(resident)
  expect(own).toMatchObject({ kind: 'new-network' })
  const about = async () => (await oddSignInsInReach(platform)).filter(({ kind }) => kind === 'new-network')
  expect(await about()).toEqual([])
  yes(await answerOddSignIn(resident, { id: own?.id ?? '', isMine: false, sessionId: undefined }))
  expect(await about()).toMatchObject([{ answer: 'not-mine' }])
  await look()
  expect(await mailed()).toContain(platform.personId)
})

test('an account that is closed counts for its organisation still, and tells no more than before', async () => {
  const { actor, email } = await aSignedInColleague()
  const wrong = () => tryToSignIn(email, 'niet-het-goede-woord')
  for (let n = 0; n < 11; n++) await wrong()
  expect(await wrong()).toMatchObject({ reason: 'sign-in-closed' })
  const { rows } = await afterwards(
    sql`select count(*)::integer as n from sign_in.tries where user_id = ${actor.personId} and not is_done`,
  )
  expect(rows[0]?.n).toBe(12)
})

test('what is kept goes after its term: six weeks for a try, half a year for a network and for what was found', async () => {
  const { coordinator } = await aPlace()
  await tried(coordinator.personId, true, ['203.0.113.9', '198.51.100.1'])
  await look()
  const counts = async () => {
    const { rows } = await afterwards(sql`select (select count(*)::integer from sign_in.tries) as tries,
      (select count(*)::integer from sign_in.networks where user_id = ${coordinator.personId}) as networks,
      (select count(*)::integer from odd_sign_ins) as found`)
    return rows[0]
  }
  const age = (days: number, ofTries: number) =>
    afterwards(sql`with a as (update sign_in.tries set at = now() - make_interval(days => ${ofTries})),
      b as (update sign_in.networks set last_seen_at = now() - make_interval(days => ${days}))
      update odd_sign_ins set from_at = now() - make_interval(days => ${days}), until_at = now() - make_interval(days => ${days})`)
  await age(179, 41)
  await removeOldOddSignIns(await jobs())
  expect(await counts()).toEqual({ tries: 2, networks: 2, found: 1 })
  await age(181, 43)
  await removeOldOddSignIns(await jobs())
  expect(await counts()).toEqual({ tries: 0, networks: 0, found: 0 })
})

test('only the background jobs look, tell, and learn who is told', async () => {
  const { coordinator, manager } = await aPlace()
  await tried(coordinator.personId, false, Array(16).fill('198.51.100.7'))
  expect(await lookAtSignIns(manager, new Date(Date.now() + 1_000))).toBe(0)
  await tellOddSignIns(manager)
  expect(await kept()).toEqual([])
  await look()
  const { rows } = await afterwards(sql`select id from odd_sign_ins`)
  const told = await inScope(manager, (tx) => tx.execute(sql`select * from access.watchers_of(${String(rows[0]?.id)})`))
  expect(told.rows).toEqual([])
})

test('a try with hostile text in every place is kept as a mark or not at all', async () => {
  const visitor = await aVisitor()
  for (const text of ["'; drop table people; --", 'a'.repeat(60_000), '\u202eabc', '203.0.113.9, 1.2.3.4', '::::::']) {
    const given = { email: `${text}@example.nl`, password: text, origin: from(text), cookies: undefined }
    expect(await signIn(visitor, given)).toMatchObject({ ok: false })
  }
  const { rows } = await afterwards(sql`select network, typed from sign_in.tries`)
  expect(rows).toHaveLength(5)
  for (const row of rows) expect(row.network).toBeNull()
  for (const row of rows) expect(String(row.typed)).toMatch(/^[0-9a-f]{16}$/)
})
