import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { newId } from '../../../foundation/id.ts'
import { allow, refuse } from '../../../foundation/result.ts'
import { sendDue } from '../../../jobs/send-messages.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { inMinutes, postOf } from '../../../tests/support/messages.ts'
import { aBrowser, aVisitor, PASSWORD, restartSignIn, tryToSignIn } from '../../../tests/support/signing-in.ts'
import { aFamilyInTwoHomes, everybodyOf, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { someone, theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { acceptInvitation } from '../../access/sign-in/invitations.ts'
import { invitedPerson } from '../../access/sign-in/queries.ts'
import { destroyFamilies } from '../actions.ts'
import { changeDetails } from '../files/actions.ts'
import { ownPersons, personFile } from '../files/queries.ts'
import { invitePerson } from './actions.ts'
import { lastInvitation } from './queries.ts'

const database = withDatabase()
let home: TwoHomes
let mail: string
beforeAll(async () => {
  restartSignIn()
  await publishWalk()
}, 60_000)
// Nobody of this family signs in yet; Sanne gave an address of her own.
beforeEach(async () => {
  await asOwner(database(), sql`delete from messages`)
  home = await aFamilyInTwoHomes()
  const ids = Object.values(home.persons).map((id) => `'${id}'`)
  await asOwner(database(), sql.raw(`update person_details set account_id = null where person_id in (${ids})`))
  mail = `sanne-${newId()}@voorbeeld.example`
  await told('workerOfSanne', 'sanne', { email: ` ${mail.toUpperCase()} ` })
})

type Worker = 'workerOfSanne' | 'workerOfMark' | 'workerOfLotte'
type Who = 'sanne' | 'mark' | 'lotte'

async function told(worker: Worker, who: Who, change: { email?: string; mail?: 'yes' | 'no'; readBy?: string }) {
  const { email, mail: safe = 'yes', readBy } = change
  const { rowVersion = 1 } = (await personFile(home.actors[worker], home.persons[who]))?.details ?? {}
  const safeContact = { mail: safe, ...(readBy !== undefined && { readBy }) }
  yes(
    await changeDetails(home.actors[worker], home.persons[who], {
      ...{ rowVersion, change: { safeContact, ...(email !== undefined && { email }) } },
    }),
  )
}

const inviting = (given: { worker?: Worker; who?: Who; key?: string; isReadAlone?: boolean } = {}) =>
  invitePerson(home.actors[given.worker ?? 'workerOfSanne'], home.persons[given.who ?? 'sanne'], {
    isTold: true,
    isReadAlone: given.isReadAlone ?? false,
    key: given.key,
  })
const codeFor = async (worker: Worker = 'workerOfSanne', who: Who = 'sanne') =>
  (await lastInvitation(home.actors[worker], home.persons[who], new Date()))?.code ?? ''

/** The links that the background jobs mail now, by address. */
async function mailed(): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  const send = async ({ to, text }: { to: string; text: string }) => {
    links.set(to, text.match(/uitnodiging\/([\w-]{43})/)?.[1] ?? '')
    return { result: 'sent' } as const
  }
  await sendDue(await theActor(BUILT_IN.jobs), postOf(send), inMinutes(0.1))
  return links
}

const accept = async (token: string, code: string) =>
  acceptInvitation(await aVisitor(), { token, code, password: PASSWORD, origin: aBrowser(), cookies: undefined })

test('[R-088] who was invited signs in with link and code, and reads the own file and nobody else’s', async () => {
  yes(await inviting())
  const token = (await mailed()).get(mail) ?? ''
  yes(await accept(token, (await codeFor()).replace(/^(...)/, '$1 ')))
  expect((await tryToSignIn(mail)).ok).toBe(true)
  const [person] = await asOwner<{ id: string }>(database(), sql`select id from people where email = ${mail}`)
  const sanne = await theActor(person?.id ?? '')
  expect(await ownPersons(sanne)).toEqual([home.persons.sanne])
  expect(await personFile(sanne, home.persons.sanne)).toBeDefined()
  expect(await personFile(sanne, home.persons.mark)).toBeUndefined()
})

test('whoever finds the mail reads no name and gets no further: the code is needed, and after five wrong ones the link is over', async () => {
  yes(await inviting())
  const token = (await mailed()).get(mail) ?? ''
  expect(await invitedPerson(await aVisitor(), { token, address: aBrowser().address })).toEqual(
    allow({ needsCode: true }),
  )
  const right = await codeFor()
  const wrong = right === '000000' ? '000001' : '000000'
  for (const code of ['', 'x', wrong, wrong, wrong])
    expect(await accept(token, code)).toEqual(refuse('invitation-code-wrong'))
  expect(await accept(token, right)).toEqual(refuse('invitation-invalid'))
  yes(await inviting())
  yes(await accept((await mailed()).get(mail) ?? '', await codeFor()))
})

test('[R-263] nobody else invites, and nobody else is told that somebody was invited', async () => {
  yes(await inviting())
  for (const who of everybodyOf(home).filter((one) => one !== 'workerOfSanne')) {
    const actor = home.actors[who]
    expect([who, await invitePerson(actor, home.persons.sanne, { isTold: true, isReadAlone: false })]).toEqual([
      who,
      refuse('not-found'),
    ])
    expect(await lastInvitation(actor, home.persons.sanne, new Date())).toBeUndefined()
  }
  expect(await invitePerson(home.actors.workerOfSanne, newId(), { isTold: true, isReadAlone: false })).toEqual(
    refuse('not-found'),
  )
})

test('the database refuses who does not work on the person, a mail that is not safe or read along, and a child too young', async () => {
  const inSql = (worker: Worker, who: Who) =>
    inScope(home.actors[worker], (tx) =>
      tx.execute(
        sql`select access.invite_from_file(${home.persons[who]}, false, ${newId()}, ${newId()}, ${newId()}, now() + interval '1 day')`,
      ),
    )
  const refused = { cause: { message: expect.stringContaining('not to be invited') } }
  await expect(inSql('workerOfMark', 'sanne')).rejects.toMatchObject(refused)
  await told('workerOfLotte', 'lotte', { email: `lotte-${newId()}@voorbeeld.example` })
  await expect(inSql('workerOfLotte', 'lotte')).rejects.toMatchObject(refused)
  for (const wrong of [{ mail: 'no' }, { readBy: 'partner' }, { email: '' }] as const) {
    await told('workerOfSanne', 'sanne', wrong)
    await expect(inSql('workerOfSanne', 'sanne')).rejects.toMatchObject(refused)
  }
  await told('workerOfSanne', 'sanne', { email: mail })
  await inSql('workerOfSanne', 'sanne')
})

test('a mail that was not talked about is refused, and a form sent twice invites once', async () => {
  expect(
    await invitePerson(home.actors.workerOfSanne, home.persons.sanne, { isTold: false, isReadAlone: false }),
  ).toEqual(refuse('invite-not-told'))
  const key = newId()
  yes(await inviting({ key }))
  yes(await inviting({ key }))
  expect((await asOwner(database(), sql`select from invitations where id = ${key}`)).length).toBe(1)
  expect((await mailed()).size).toBe(1)
})

test('where the person named who reads along, it is asked anew, and that it was asked stays on record', async () => {
  await told('workerOfSanne', 'sanne', { readBy: 'Alleen Sanne' })
  expect(await inviting()).toEqual(refuse('invite-mail-read'))
  yes(await inviting({ isReadAlone: true }))
  const kept = sql`select is_read_alone from file_invitations where person_id = ${home.persons.sanne}`
  expect(await asOwner(database(), kept)).toEqual([{ is_read_alone: true }])
})

test('[R-088] an address of somebody else, or of two of one family, gets the same answer and no mail', async () => {
  const colleague = await someone({ role: 'resident', municipalityId: home.municipalityId })
  const [{ email: taken = '' } = {}] = await asOwner<{ email: string }>(
    database(),
    sql`select email from people where id = ${colleague.personId}`,
  )
  const before = await asOwner(database(), sql`select count(*) from people`)
  for (const [who, worker, email] of [
    ['sanne', 'workerOfSanne', taken],
    ['mark', 'workerOfMark', mail],
  ] as const) {
    if (who === 'mark') await told('workerOfSanne', 'sanne', { email: mail })
    await told(worker, who, { email })
    expect(await inviting({ who, worker })).toEqual(allow())
    expect(await codeFor(worker, who)).toMatch(/^\d{6}$/)
  }
  expect([...(await mailed()).keys()]).toEqual([])
  expect(await asOwner(database(), sql`select count(*) from people`)).toEqual(before)
})

test('invited again after another address was noted, the mail goes there; never over an account that may do more', async () => {
  yes(await inviting())
  await mailed()
  const next = `nieuw-${newId()}@voorbeeld.example`
  await told('workerOfSanne', 'sanne', { email: next })
  yes(await inviting())
  expect([...(await mailed()).keys()]).toEqual([next])
  const { personId } = home.actors.colleague
  await asOwner(
    database(),
    sql`update person_details set account_id = ${personId} where person_id = ${home.persons.sanne}`,
  )
  yes(await inviting())
  expect([...(await mailed()).keys()]).toEqual([])
})

test('[R-263] no list of people shows who has a sign-in of the own file', async () => {
  const manager = await someone({ role: 'manager', municipalityId: home.municipalityId })
  yes(await inviting())
  const seen = await inScope(manager, (tx) => tx.execute(sql`select id from people where email = ${mail}`))
  const known = await inScope(manager, (tx) => tx.execute(sql`select person_id from invitations where needs_code`))
  expect([seen.rows, known.rows]).toEqual([[], []])
})

test('[R-274] with the file goes the sign-in that opens nothing else', async () => {
  yes(await inviting())
  yes(await accept((await mailed()).get(mail) ?? '', await codeFor()))
  const { accountId } = (await personFile(home.actors.workerOfSanne, home.persons.sanne))?.details ?? {}
  for (const table of ['assignments', 'trajectory_events', 'trajectories'])
    await pastKeys(sql.raw(`delete from ${table} where municipality_id = '${home.municipalityId}'`))
  await destroyFamilies(await theActor(BUILT_IN.jobs), [home.familyId])
  expect(await asOwner(database(), sql`select name, email, is_active from people where id = ${accountId}`)).toEqual([
    { name: '-', email: `${accountId}@weg.invalid`, is_active: false },
  ])
  expect((await tryToSignIn(mail)).ok).toBe(false)
})

/** As the owner, without looking what still points at it. */
const pastKeys = (statement: ReturnType<typeof sql>) =>
  database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })
