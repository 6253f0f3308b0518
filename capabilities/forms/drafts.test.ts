import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { sentForm } from '../../tests/support/forms.ts'
import { asOwner } from '../../tests/support/logs.ts'
import { aMunicipality, newTraceId, someone } from '../../tests/support/world.ts'
import { BUILT_IN } from '../access/actor.ts'
import { loadActor } from '../access/queries.ts'
import { dropDraft, keepDraft, removeExpiredDrafts } from './actions.ts'
import { openOwner, sealOwner, typedIn } from './draft.ts'
import { useFormSecret } from './keys.ts'
import { ownDraft } from './queries.ts'

const database = withDatabase()
beforeAll(() => useFormSecret('a-secret-for-tests-that-nobody-uses-0001'))

const PAGE = '/werk/hulpvragen/nieuw'
const now = new Date()
const typed = { words: ['Een halve zin over iemand'], about: ['money', 'home'] }
const aColleague = async () => someone({ role: 'manager', municipalityId: await aMunicipality() })

test('what was typed is given back to its author on that page, and to nobody else', async () => {
  const [author, other] = [await aColleague(), await aColleague()]
  await keepDraft(author, PAGE, typed, now)
  expect((await ownDraft(author, PAGE))?.typed).toEqual(typed)
  expect(await ownDraft(author, '/werk/elders')).toBeUndefined()
  expect(await ownDraft(other, PAGE)).toBeUndefined()
  const seen = await inScope(other, (tx) => tx.execute(sql`select 1 from drafts`))
  expect(seen.rows).toEqual([])
})

test('whoever reads the database reads no word of it, and a row moved to somebody else opens for nobody', async () => {
  const [author, other] = [await aColleague(), await aColleague()]
  await keepDraft(author, PAGE, typed, now)
  const rows = await asOwner<{ text: string }>(
    database(),
    sql`select encode(content, 'escape') as text from drafts where owner_id = ${author.personId}`,
  )
  expect(rows[0]?.text).not.toContain('halve zin')
  await asOwner(database(), sql`update drafts set owner_id = ${other.personId} where owner_id = ${author.personId}`)
  expect(await ownDraft(other, PAGE)).toBeUndefined()
})

test('a later draft takes the place of an earlier, and what was stored or thrown away is gone', async () => {
  const author = await aColleague()
  await keepDraft(author, PAGE, typed, now)
  await keepDraft(author, PAGE, { words: ['Anders'] }, now)
  expect((await ownDraft(author, PAGE))?.typed).toEqual({ words: ['Anders'] })
  await dropDraft(author, PAGE)
  expect(await ownDraft(author, PAGE)).toBeUndefined()
})

test('after seven days a draft is offered no more, and the clean-up takes it away', async () => {
  const author = await aColleague()
  await keepDraft(author, PAGE, typed, now)
  const jobs = await loadActor(BUILT_IN.jobs, newTraceId(), 'job')
  if (jobs === undefined) throw new Error('no jobs')
  await removeExpiredDrafts(jobs)
  expect(await ownDraft(author, PAGE)).toBeDefined()
  await asOwner(
    database(),
    sql`update drafts set saved_at = now() - interval '8 days', expires_at = now() - interval '1 second' where owner_id = ${author.personId}`,
  )
  expect(await ownDraft(author, PAGE)).toBeUndefined()
  expect(await removeExpiredDrafts(jobs)).toBe(1)
})

test('the form says whose it was for a day, and nobody can make that up', async () => {
  const { personId } = await aColleague()
  const token = sealOwner({ personId, page: PAGE }, now)
  expect(openOwner(token, now)).toEqual({ ok: true, value: { personId, page: PAGE } })
  expect(openOwner(token, new Date(now.getTime() + 25 * 3_600_000))).toMatchObject({ reason: 'form-expired' })
  expect(openOwner(`${token.slice(0, -4)}AAAA`, now)).toMatchObject({ reason: 'form-broken' })
})

test('only what a person typed is kept: no field of the form itself, no file, nothing empty, nothing without end', () => {
  const form = sentForm({ _van: 'x', words: 'hallo', about: ['a', 'b'], empty: '' })
  form.set('file', new File(['x'], 'x.txt'))
  expect(typedIn(form)).toEqual({ words: ['hallo'], about: ['a', 'b'], empty: [''], file: [] })
  expect(typedIn(sentForm({ words: ' ', _van: 'x' }))).toBeUndefined()
  expect(typedIn(sentForm({ words: 'x'.repeat(70_000) }))).toBeUndefined()
})
