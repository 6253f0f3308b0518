import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Item, Reader } from '../../capabilities/families/disclosure.ts'
import { withDatabase } from '../support/database.ts'
import { theProduct } from './answers.ts'
import { compared } from './comparing.ts'
import { HIDDEN_ITEMS } from './hidden-items.ts'
import { type Home, theHomes } from './home.ts'
import { twinWorlds, type Worlds } from './twin-worlds.ts'

// Whether the pairs would notice a leak: each is made on purpose, in the database and the rule at once, or in an answer.

type Rule = (reader: Reader, item: Item) => boolean
const changed = vi.hoisted(() => ({ rule: undefined as Rule | undefined }))
vi.mock(import('../../capabilities/families/disclosure.ts'), async (original) => {
  const real = await original()
  return { ...real, mayRead: (reader, item) => changed.rule?.(reader, item) === true || real.mayRead(reader, item) }
})

const database = withDatabase()
const product = theProduct()
let worlds: Worlds
let home: Home

beforeAll(async () => {
  const [first] = await theHomes()
  if (first === undefined) throw new Error('there is a home')
  home = first
  worlds = twinWorlds(database())
}, 120_000)

type Mutation = { readonly rule?: Rule; readonly statements?: readonly string[]; readonly app?: Hono }

/** What the worker of B gets otherwise when A has this item, in a product that is changed so. */
async function noticed(
  name: string,
  route: string,
  { rule, statements = [], app = product }: Mutation,
): Promise<number> {
  const items = HIDDEN_ITEMS.filter((one) => one.name === name)
  expect(items).toHaveLength(1)
  changed.rule = rule
  const isAsked = (asked: string) => asked === route
  try {
    return await worlds.inWorld(async () => {
      for (const statement of statements) await worlds.asOwner(sql.raw(statement))
      return (await compared({ app, worlds, home, items, readers: ['workerOfMark'], isAsked })).differences.length
    })
  } finally {
    changed.rule = undefined
  }
}

/** The product, but an answer to these addresses tells something more. */
function leaking(path: string, leak: (answer: Response, text: string) => Promise<Response>): Hono {
  const app = new Hono()
  app.use(path, async (c) => {
    const answer = await product.fetch(c.req.raw)
    return leak(answer, await answer.clone().text())
  })
  app.all('*', (c) => product.fetch(c.req.raw))
  return app
}

const countOf = async (what: ReturnType<typeof sql>): Promise<string> => String((await worlds.asOwner(what))[0]?.n)
const hiddenNotes = sql`select count(*)::int as n from notes where disclosure <> 'own-file'`

const FILE = 'get /werk/dossiers/:id'
const NOTE = 'get /werk/dossiers/:id/notities/:note'
const OPEN_NOTES = ['alter policy disclosed_read on notes using (true)']
const OPEN_DETAILS = ['alter policy own_file_read on person_details using (true)']

test('a policy and the rule that were both loosened are noticed, either alone lets nothing through', async () => {
  const rule: Rule = (_reader, { disclosure }) => disclosure === 'professionals'
  const name = 'a note for professionals'
  expect(await noticed(name, NOTE, { rule, statements: OPEN_NOTES })).toBeGreaterThan(0)
  expect(await noticed(name, NOTE, { rule })).toBe(0)
  expect(await noticed(name, NOTE, { statements: OPEN_NOTES })).toBe(0)
}, 300_000)

test('a file that is given without asking the rule, from a database that is open, is noticed', async () => {
  // Only a file is asked for without the number of a record.
  const rule: Rule = (_reader, item) => item.disclosure === 'own-file' && !('id' in item)
  expect(await noticed('a phone number', FILE, { rule, statements: OPEN_DETAILS })).toBeGreaterThan(0)
  expect(await noticed('a phone number', FILE, { statements: OPEN_DETAILS })).toBe(0)
}, 300_000)

test('a count of notes that are hidden is noticed', async () => {
  const app = leaking('/werk/dossiers/:id', async (answer, text) => {
    return new Response(text + (await countOf(hiddenNotes)), answer)
  })
  expect(await noticed('a note for professionals', FILE, { app })).toBeGreaterThan(0)
}, 300_000)

test('another refusal for what is there and hidden is noticed', async () => {
  const app = leaking('/werk/dossiers/:id/notities/:note', async (answer, text) => {
    const isThere = answer.status === 404 && (await countOf(hiddenNotes)) !== '0'
    return isThere ? new Response(text, { status: 403, headers: answer.headers }) : answer
  })
  expect(await noticed('a note for professionals', NOTE, { app })).toBeGreaterThan(0)
}, 300_000)

test('a header, a redirect and a size that tell are noticed', async () => {
  const count = async () => countOf(hiddenNotes)
  const header = leaking(
    '/werk',
    async (answer) => new Response(null, { status: answer.status, headers: { etag: await count() } }),
  )
  expect(await noticed('a note for professionals', 'get /werk', { app: header })).toBeGreaterThan(0)
  const redirect = leaking(
    '/werk',
    async () => new Response(null, { status: 303, headers: { location: `/werk?n=${await count()}` } }),
  )
  expect(await noticed('a note for professionals', 'get /werk', { app: redirect })).toBeGreaterThan(0)
  const size = leaking('/beleid/cijfers/xlsx', async () => {
    const headers = { 'content-type': 'application/zip' }
    return new Response(new Uint8Array(100 + Number(await count())), { headers })
  })
  expect(await noticed('a note for professionals', 'get /beleid/cijfers/xlsx', { app: size })).toBeGreaterThan(0)
}, 300_000)

test('a refusal because the colleague receives of the other parent is noticed', async () => {
  // What sharing would tell if it looked at whom the receiver serves already (docs/decisions/0017-recorded-sharing.md).
  const looks = `create or replace function access.receiver_by_mail(mail text, person uuid, provision uuid) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
      select p.id from people p where p.email = lower(btrim(mail)) and not access.is_on_another_side(p.id, person) $$`
  const [name, route] = ['something that is shared with somebody elsewhere', 'post /werk/dossiers/:id/delen']
  expect(await noticed(name, route, { statements: [looks] })).toBeGreaterThan(0)
  expect(await noticed(name, route, {})).toBe(0)
}, 300_000)

test('a request that waits for others, and stands in the list of who helps the other parent after all, is noticed', async () => {
  const open = `create or replace function access.requests_of_the_other() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$ select null::uuid where false $$`
  const name = 'a request that waits and looks like that parent'
  for (const route of ['get /werk/hulpvragen', 'get /werk']) {
    expect(await noticed(name, route, { statements: [open] })).toBeGreaterThan(0)
    expect(await noticed(name, route, {})).toBe(0)
  }
}, 300_000)
