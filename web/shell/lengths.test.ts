import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { formIn, notLongerThan } from './lengths.ts'

const MOST = 400
const app = new Hono()
app.use(notLongerThan(MOST, (c) => c.text('too long', 413)))
app.all('/', async (c) => c.json(c.req.method === 'GET' ? {} : Object.fromEntries(await formIn(c))))

const sent = (body: string, headers: Record<string, string> = {}) =>
  app.request('/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', ...headers },
  })

const bytes = (count: number): string => `a=${'x'.repeat(count - 2)}`

test.each([
  ['told and short', MOST, true, 200],
  ['told and one too long', MOST + 1, true, 413],
  ['not told and short', MOST, false, 200],
  ['not told and one too long', MOST + 1, false, 413],
])('what is sent, %s', async (_, length, isTold, status) => {
  const body = bytes(length)
  const answer = await sent(body, isTold ? { 'content-length': String(length) } : {})
  expect(answer.status).toBe(status)
})

test('what comes in pieces is counted, whatever length it tells', async () => {
  const answer = await sent(bytes(MOST + 1), { 'content-length': '3', 'transfer-encoding': 'chunked' })
  expect(answer.status).toBe(413)
})

test('what is only asked for has no length', async () => {
  expect((await app.request('/')).status).toBe(200)
})

test.each([
  ['plus and percent', 'naam=Jan+de+B%C3%A9&leeg=', { naam: 'Jan de Bé', leeg: '' }],
  ['a percent sign that is none', 'a=100%', { a: '100%' }],
  ['nothing', '', {}],
])('a plain form: %s', async (_, body, form) => {
  expect(await (await sent(body)).json()).toEqual(form)
})

test('a form with parts is read as such, and what is no form is refused', async () => {
  const form = new FormData()
  form.append('naam', 'Bé')
  expect(await (await app.request('/', { method: 'POST', body: form })).json()).toEqual({ naam: 'Bé' })
  const answer = await sent('{}', { 'content-type': 'application/json' })
  expect(answer.status).toBe(500)
})
