import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aDeviceKey } from '../../../tests/support/device-key.ts'
import {
  aBrowser,
  afterwards,
  aSignedInColleague,
  aVisitor,
  codeNow,
  cookiesOf,
  enterCode,
  forgetCodes,
  PASSWORD,
  restartSignIn,
} from '../../../tests/support/signing-in.ts'
import { anOperator, yes } from '../../../tests/support/world.ts'
import { resetSecondFactor } from '../sign-in/invitations.ts'
import { sessionBehind } from '../sign-in/queries.ts'
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  type Ceremony,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from './actions.ts'
import { ownPasskeys } from './queries.ts'

withDatabase()
beforeAll(() => restartSignIn())

const wrong = refuse('passkey-wrong')
const over = refuse('passkey-over')
const sent = ({ cookies }: Ceremony) => cookies.map((line) => line.split(';', 1)[0]).join('; ')

/** A colleague with a key on the own device. */
async function aKeyHolder() {
  const colleague = await aSignedInColleague()
  const device = aDeviceKey()
  const begun = yes(await beginPasskey(colleague.actor, PASSWORD))
  yes(
    await addPasskey(colleague.actor, { response: device.make(begun.options), name: 'Telefoon', cookies: sent(begun) }),
  )
  return { ...colleague, device }
}

const begin = async () => yes(await beginPasskeySignIn(aBrowser()))
const show = async (response: string, cookies: string) =>
  signInWithPasskey(await aVisitor(), { response, origin: aBrowser(), cookies })

test('a key that asked for a finger counts as two steps', async () => {
  const { actor, device } = await aKeyHolder()
  const begun = await begin()
  expect(JSON.parse(begun.options)).toMatchObject({ rpId: 'voorveld.example', userVerification: 'preferred' })
  const signedIn = yes(await show(device.show(begun.options), sent(begun)))
  expect(signedIn.next).toBe('done')
  expect(await sessionBehind(cookiesOf(signedIn))).toEqual({ personId: actor.personId, sessionId: expect.any(String) })
  expect(await ownPasskeys(actor)).toMatchObject([{ name: 'Telefoon', lastUsedAt: expect.any(Date) }])
})

test('a key that asked for nothing is one step: the code follows', async () => {
  const { device, secret } = await aKeyHolder()
  const begun = await begin()
  const half = yes(await show(device.show(begun.options, { isVerified: false }), sent(begun)))
  expect(half.next).toBe('second-factor')
  expect(await sessionBehind(cookiesOf(half))).toBeUndefined()
  await forgetCodes()
  expect(yes(await enterCode(await codeNow(secret), cookiesOf(half))).next).toBe('done')
})

test('an answer opens once, in the browser that was asked, for what was asked, at this address', async () => {
  const { device } = await aKeyHolder()
  const first = await begin()
  const answer = device.show(first.options)
  yes(await show(answer, sent(first)))
  expect(await show(answer, sent(first))).toEqual(over)
  expect(await show(answer, '')).toEqual(over)
  const second = await begin()
  expect(await show(answer, sent(second))).toEqual(wrong)
  for (const said of [{ origin: 'https://vals.example' }, { rpId: 'vals.example' }]) {
    const begun = await begin()
    expect(await show(device.show(begun.options, { counter: 3, ...said }), sent(begun))).toEqual(wrong)
  }
})

test('a key that is unknown, copied, or of somebody switched off opens nothing', async () => {
  const { actor, device } = await aKeyHolder()
  const tried = async (one: { show: typeof device.show }, counter: number) => {
    const begun = await begin()
    return show(one.show(begun.options, { counter }), sent(begun))
  }
  expect(await tried(aDeviceKey(), 5)).toEqual(wrong)
  yes(await tried(device, 9))
  expect(await tried(device, 9)).toEqual(wrong)
  await afterwards(sql`update people set is_active = false where id = ${actor.personId}`)
  expect(await tried(device, 10)).toEqual(wrong)
})

test('what is no answer of a device at all is refused like any other', async () => {
  for (const response of ['', 'x', '{}', '[]', 'null', '{"id":7}', `"${'a'.repeat(30_000)}"`]) {
    const begun = await begin()
    expect((await show(response, sent(begun))).ok).toBe(false)
  }
})

test('a key is added with the own password only, by who began it, for what was asked', async () => {
  const [mine, theirs] = [await aSignedInColleague(), await aSignedInColleague()]
  expect(await beginPasskey(mine.actor, 'fout-fout-fout')).toEqual(refuse('password-wrong'))
  const begun = yes(await beginPasskey(mine.actor, PASSWORD))
  const given = { response: aDeviceKey().make(begun.options), name: 'Sleutel', cookies: sent(begun) }
  expect(await addPasskey(theirs.actor, given)).toEqual(over)
  expect(await addPasskey(mine.actor, given)).toEqual(over) // used up by the try before

  const again = yes(await beginPasskey(mine.actor, PASSWORD))
  const elsewhere = aDeviceKey().make(again.options, { origin: 'https://vals.example' })
  expect(await addPasskey(mine.actor, { response: elsewhere, name: 'x', cookies: sent(again) })).toEqual(wrong)
  expect(await ownPasskeys(mine.actor)).toEqual([])
})

test('an own key gets a name and is taken away, and then opens nothing; of others nothing is known', async () => {
  const [mine, theirs] = [await aKeyHolder(), await aSignedInColleague()]
  const [key] = (await ownPasskeys(mine.actor)) ?? []
  const id = key?.id ?? ''
  for (const other of [id, newId(), 'geen-nummer']) {
    expect(await renamePasskey(theirs.actor, other, 'x')).toEqual(refuse('not-found'))
    expect(await removePasskey(theirs.actor, other)).toEqual(refuse('not-found'))
  }
  expect(await renamePasskey(mine.actor, id, ' ')).toEqual(refuse('passkey-name'))
  yes(await renamePasskey(mine.actor, id, 'Laptop'))
  expect(await ownPasskeys(mine.actor)).toMatchObject([{ name: 'Laptop' }])
  yes(await removePasskey(mine.actor, id))
  const begun = await begin()
  expect(await show(mine.device.show(begun.options), sent(begun))).toEqual(wrong)
})

test('who lost phone and codes loses the keys with the second step', async () => {
  const { actor, device } = await aKeyHolder()
  yes(await resetSecondFactor(await anOperator(), actor.personId))
  expect(await ownPasskeys(actor)).toEqual([])
  const begun = await begin()
  expect(await show(device.show(begun.options), sent(begun))).toEqual(wrong)
})

test('nobody has more than ten keys', async () => {
  const { actor } = await aSignedInColleague()
  for (let at = 0; at < 10; at++) {
    const begun = yes(await beginPasskey(actor, PASSWORD))
    const given = { response: aDeviceKey().make(begun.options), name: `Sleutel ${at}`, cookies: sent(begun) }
    yes(await addPasskey(actor, given))
  }
  expect(await beginPasskey(actor, PASSWORD)).toEqual(refuse('passkey-many', { most: 10 }))
})

test('at a number instead of a name there are no keys', async () => {
  const { actor } = await aSignedInColleague()
  restartSignIn({ baseUrl: new URL('https://192.0.2.7') })
  expect(await ownPasskeys(actor)).toBeUndefined()
  expect(await beginPasskey(actor, PASSWORD)).toEqual(refuse('not-found'))
  expect(await beginPasskeySignIn(aBrowser())).toEqual(refuse('not-found'))
  restartSignIn()
})

test('every use, addition and removal stands in the audit log', async () => {
  const { actor, device } = await aKeyHolder()
  const begun = await begin()
  yes(await show(device.show(begun.options), sent(begun)))
  const [key] = (await ownPasskeys(actor)) ?? []
  yes(await removePasskey(actor, key?.id ?? ''))
  const { rows } = await afterwards(sql`select act from logs.audit_rows
    where actor_id = ${actor.personId} or ${`person:${actor.personId}`} = any (object_ids) order by id`)
  expect(rows.map(({ act }) => act).slice(-3)).toEqual(['passkey.added', 'sign-in.done', 'passkey.removed'])
  const tries = await afterwards(sql`select way, is_done, network is not null as has_network from sign_in.tries
    where user_id = ${actor.personId} order by at desc limit 1`)
  expect(tries.rows).toEqual([{ way: 'passkey', is_done: true, has_network: true }])
})
