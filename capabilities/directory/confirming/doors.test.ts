import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { after, type Day, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { sendDue } from '../../../jobs/send-messages.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aCard } from '../../../tests/support/offers.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { aMunicipality, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { useFormSecret } from '../../forms/keys.ts'
import { moveOffer, saveOffer } from '../actions.ts'
import type { Card } from '../card.ts'
import { offerKept, publicOffer } from '../queries.ts'
import { answerAsk, askProvider, askProviders, handleRemark } from './actions.ts'
import { asksAbout, lastAsked, offerBehind, openRemarks } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
const long = after(today, { months: -5 })
let here: string
let editor: Actor
let visitor: Actor
let jobs: Actor

beforeAll(async () => {
  useFormSecret('a secret for the tests of providers')
  here = await aMunicipality()
  editor = await someone({ role: 'communication-adviser', municipalityId: here })
  visitor = await aVisitor()
  jobs = await theActor(BUILT_IN.jobs)
})
beforeEach(async () => {
  for (const table of ['messages', 'offer_asks', 'offer_steps', 'offers'])
    await asOwner(database(), sql.raw(`delete from ${table}`))
})

async function anOffer(confirmedOn: Day | null, more: Partial<Card> = { email: 'aanbieder@voorbeeld.example' }) {
  const id = newId()
  const card = aCard(more)
  yes(
    await saveOffer(editor, {
      ...{ municipalityId: here, id, village: null, card, startsOn: null, endsOn: null, confirmedOn, today },
    }),
  )
  yes(await moveOffer(editor, { municipalityId: here, id, rowVersion: 1 }, 'public'))
  return id
}

type Mail = { readonly to: string; readonly text: string }
/** Everything that waits goes to whoever it is for. */
async function mailed(): Promise<Mail[]> {
  const mails: Mail[] = []
  const send = async ({ to, text }: Mail) => {
    mails.push({ to, text })
    return { result: 'sent' as const }
  }
  await sendDue(
    jobs,
    { baseUrl: new URL('https://dienst.example'), send, askerOf: undefined },
    new Date(Date.now() + 1_000),
  )
  return mails
}
const tokenIn = (mail: Mail | undefined): string => mail?.text.match(/klopt-dit\/(\S+)/)?.[1] ?? ''

async function aLink(confirmedOn: Day | null = long): Promise<{ id: string; token: string }> {
  const id = await anOffer(confirmedOn)
  await askProviders(jobs, today)
  return { id, token: tokenIn((await mailed())[0]) }
}

test('[R-008] every quarter the provider gets a mail, by its link it says that the card is right, and that day is shown', async () => {
  const id = await anOffer(after(today, { months: -3 }))
  await anOffer(after(today, { months: -2 }))
  await anOffer(long, {})
  expect(await askProviders(jobs, today)).toBe(1)
  expect(await askProviders(jobs, today)).toBe(0)
  const [mail, ...more] = await mailed()
  expect(more).toEqual([])
  expect(mail?.to).toBe('aanbieder@voorbeeld.example')
  const token = tokenIn(mail)
  expect(await offerBehind(visitor, token)).toMatchObject({ state: 'open', offer: { id, rowVersion: 2 } })
  yes(await answerAsk(visitor, { token, rowVersion: 2 }))
  expect((await publicOffer(visitor, here, id, today))?.confirmedOn).toBe(today)
  expect((await offerKept(editor, here, id))?.steps[0]).toMatchObject({ step: 'confirmed', confirmedOn: today })
})

test('a link works once: who presses twice reads that it was answered', async () => {
  const { token } = await aLink()
  yes(await answerAsk(visitor, { token, rowVersion: 2 }))
  expect(await answerAsk(visitor, { token, rowVersion: 2 })).toEqual(refuse('offer-link-over'))
  expect(await offerBehind(visitor, token)).toEqual({ state: 'answered' })
})

test('what has to be different waits for the editor, changes nothing of the card, and is gone once handled', async () => {
  const { id, token } = await aLink()
  expect(await answerAsk(visitor, { token, rowVersion: 2, remark: '  ' })).toMatchObject({
    reason: 'offer-remark-empty',
  })
  expect(await answerAsk(visitor, { token, rowVersion: 2, remark: 'x'.repeat(2_001) })).toMatchObject({
    reason: 'offer-remark-long',
  })
  yes(await answerAsk(visitor, { token, rowVersion: 2, remark: 'Dinsdag is nu woensdag.\u0000' }))
  expect((await publicOffer(visitor, here, id, today))?.confirmedOn).toBe(long)
  const [remark] = await openRemarks(editor, here)
  expect(remark).toMatchObject({ offerId: id, remark: 'Dinsdag is nu woensdag.' })
  expect(await openRemarks(visitor, here)).toEqual([])
  expect(await handleRemark(visitor, here, remark?.id ?? '')).toEqual(refuse('not-found'))
  yes(await handleRemark(editor, here, remark?.id ?? ''))
  expect(await openRemarks(editor, here)).toEqual([])
  expect(await asksAbout(editor, here, id)).toMatchObject([{ answer: 'different', remark: null }])
  expect(await handleRemark(editor, here, remark?.id ?? '')).toEqual(refuse('not-found'))
})

test('a link to a card that changed, was taken away or ended confirms nothing', async () => {
  const { id, token } = await aLink()
  expect(await answerAsk(visitor, { token, rowVersion: 1 })).toEqual(refuse('changed-meanwhile'))
  yes(await moveOffer(editor, { municipalityId: here, id, rowVersion: 2 }, 'paused'))
  expect(await offerBehind(visitor, token)).toEqual({ state: 'over' })
  expect(await answerAsk(visitor, { token, rowVersion: 3 })).toEqual(refuse('offer-link-over'))
})

test('after thirty days a link is over', async () => {
  const { token } = await aLink()
  await asOwner(database(), sql`update offer_asks set asked_on = asked_on - 31, until_on = until_on - 31`)
  expect(await offerBehind(visitor, token)).toEqual({ state: 'over' })
  expect(await answerAsk(visitor, { token, rowVersion: 2 })).toEqual(refuse('offer-link-over'))
})

test.each(['', 'x', 'a'.repeat(43), "'; drop table offers; --", '../../etc/passwd'])(
  '“%s” opens nothing',
  async (token) => {
    await aLink()
    expect(await offerBehind(visitor, token)).toEqual({ state: 'over' })
    expect(await answerAsk(visitor, { token, rowVersion: 2 })).toEqual(refuse('offer-link-over'))
  },
)

test('the database keeps a hash only, and neither queue nor messages hold the address', async () => {
  const { token } = await aLink()
  const rows = await asOwner(
    database(),
    sql`select row_to_json(m)::text as row from messages m union all select row_to_json(a)::text from offer_asks a`,
  )
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain('aanbieder@')
})

test('an editor asks at once, once a day; not about what is not public or has no address, and nobody else asks', async () => {
  const id = await anOffer(today)
  expect(await askProvider(visitor, here, id, today)).toEqual(refuse('not-found'))
  yes(await askProvider(editor, here, id, today))
  expect(await askProvider(editor, here, id, today)).toEqual(refuse('offer-asked-today'))
  expect(await askProvider(editor, here, await anOffer(today, {}), today)).toEqual(refuse('offer-no-address'))
  expect(await mailed()).toHaveLength(1)
  expect((await lastAsked(editor, here)).get(id)).toBe(today)
  expect((await lastAsked(visitor, here)).size).toBe(0)
  yes(await moveOffer(editor, { municipalityId: here, id, rowVersion: 2 }, 'paused'))
  expect(await askProvider(editor, here, id, after(today, { days: 1 }))).toEqual(refuse('offer-not-public'))
})

test('only the background jobs ask everyone', async () => {
  await anOffer(long)
  for (const other of [editor, visitor]) expect(await askProviders(other, today)).toBe(0)
})

test('a mail about a card that was taken away meanwhile does not go', async () => {
  const id = await anOffer(long)
  await askProviders(jobs, today)
  yes(await moveOffer(editor, { municipalityId: here, id, rowVersion: 2 }, 'paused'))
  expect(await mailed()).toEqual([])
  expect(await asOwner(database(), sql`select state, reason from messages`)).toEqual([
    { state: 'not-needed', reason: 'no-recipient' },
  ])
})

test('a visitor reads no question and no answer', async () => {
  await aLink()
  const { rows } = await inScope(visitor, (tx) => tx.execute(sql`select id from offer_asks`))
  expect(rows).toEqual([])
})
