import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalityWithId } from '../../capabilities/access/queries.ts'
import { moveOffer, saveOffer } from '../../capabilities/directory/actions.ts'
import { askProvider } from '../../capabilities/directory/confirming/actions.ts'
import { tokenFor } from '../../capabilities/directory/confirming/link.ts'
import { asksAbout } from '../../capabilities/directory/confirming/queries.ts'
import { formKey } from '../../capabilities/forms/keys.ts'
import { withdrawalCode } from '../../capabilities/participation/stories/queries.ts'
import { beginDraft } from '../../capabilities/programmes/drafts/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { links } from '../../web/links.ts'
import { routes } from '../../web/routes.ts'
import { theProduct } from '../disclosure/answers.ts'
import { type Home, theHomes } from '../disclosure/home.ts'
import { twinWorlds, type Worlds } from '../disclosure/twin-worlds.ts'
import { IS_WHOLE } from '../disclosure/with-homes.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { publishMoney } from '../support/money-rules.ts'
import { aCard } from '../support/offers.ts'
import { anAgreedStory } from '../support/stories.ts'
import { anOperator, someone, yes } from '../support/world.ts'
import { formsOn, linksOn, type PageForm } from './forms-on.ts'

const database = withDatabase()
const app = theProduct()
let worlds: Worlds
let home: Home
let placeWithMoney = ''
let checkPath = '/'
let backPath = '/'
let readers: Readonly<Record<string, Actor | undefined>> = {}

beforeAll(async () => {
  const [first] = await theHomes()
  if (first === undefined) throw new Error('there are homes')
  home = first
  const { municipalityId, organisationId, actors } = home
  readers = {
    visitor: undefined,
    'worker of a parent': actors.workerOfMark,
    'worker of the child': actors.workerOfLotte,
    coordinator: actors.coordinator,
    'parent with a plan': actors.mark,
    manager: await someone({ role: 'manager', municipalityId }),
    'privacy officer': await someone({ role: 'privacy-officer', municipalityId }),
    'policy adviser': await someone({ role: 'policy-adviser', municipalityId }),
    director: await someone({ role: 'director', municipalityId, organisationId }),
  }
  await publishMoney(municipalityId)
  placeWithMoney = (await municipalityWithId(await anOperator(), municipalityId))?.slug ?? ''
  const owner = { municipalityId, regionId: null }
  const name = { nl: 'In de maak', en: 'In the making' }
  if (readers.manager !== undefined)
    yes(await beginDraft(readers.manager, { id: newId(), name, owner, copyOf: 'open-door' }))
  // Something odd about signing in, so that its form is there to be sent.
  await asOwner(
    database(),
    sql`insert into odd_sign_ins (id, kind, on_day, person_id, device, tries, from_at, until_at)
      values (${newId()}, 'new-network', access.today(), ${actors.coordinator.personId}, 'firefox/linux', 1, now(), now())`,
  )
  // A public card, so that the list can be narrowed and its link answered.
  if (readers.manager !== undefined) {
    await aPublicCard(readers.manager, municipalityId)
    await aTellersLink(readers.manager, municipalityId)
  }
  worlds = twinWorlds(database())
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
}, 120_000)
afterAll(() => {
  vi.useRealTimers()
})

async function aPublicCard(editor: Actor, municipalityId: string): Promise<void> {
  const id = newId()
  const days = { startsOn: null, endsOn: null, confirmedOn: null, today: dayAt(new Date()) }
  const card = aCard({ email: 'aanbieder@voorbeeld.example' })
  yes(await saveOffer(editor, { municipalityId, id, village: null, card, ...days }))
  yes(await moveOffer(editor, { municipalityId, id, rowVersion: 1 }, 'public'))
  yes(await askProvider(editor, municipalityId, id, days.today))
  const [ask] = await asksAbout(editor, municipalityId, id)
  checkPath = links.offerCheck(tokenFor(ask?.id ?? '', formKey('offer-ask')))
}

/** The link by which whoever told a story takes it back. */
async function aTellersLink(writer: Actor, here: string): Promise<void> {
  const id = await anAgreedStory({ writer, here })
  backPath = links.storyBack((await withdrawalCode(writer, here, id)) ?? '')
}

const MARK = '<script>alert(1)</script>'
/** What no field expects; each is sent in every field of a form at once or in one field alone, by turns; both when whole. */
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['spaces', ' \t\r\n '],
  ['a script', `'"></textarea>${MARK}`],
  ['a statement', "'; drop table people; --"],
  ['a sign that no database keeps', 'a\u0000b'],
  ['half a letter', 'a\ud800b'],
  ['writing from right to left that turns what follows', '\u202eabc\u2066'],
  ['far too much', 'a'.repeat(60_000)],
  ['a number that is too large', '99999999999999999999999999'],
  ['less than nothing', '-1'],
  ['no number', 'NaN'],
  ['a day that is not there', '2026-02-31'],
  ['a year without end', '+275760-09-13'],
  ['somebody else', '01990000-0000-7000-8000-000000000000'],
  ['a way out of the folder', '../../../etc/passwd'],
  ['the name of what every object has', '__proto__'],
]

type Sent = { readonly status: number; readonly text: string; readonly to: string | null }

async function sent(
  reader: Actor | undefined,
  path: string,
  body?: FormData | URLSearchParams | string,
  type?: string,
): Promise<Sent> {
  const headers = {
    'sec-fetch-site': 'same-origin',
    ...(reader !== undefined && { 'x-reader': reader.personId }),
    ...(type !== undefined && { 'content-type': type }),
  }
  const response = await app.request(path, body === undefined ? { headers } : { method: 'POST', headers, body })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}

/** As a browser sends it: a file field needs a form in parts. */
function bodyOf({ isFile }: PageForm, fields: PageForm['fields']): FormData | URLSearchParams {
  const body = isFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  return body
}

/** Pages and forms that differ in numbers, choices and language only are one. */
const kindOf = (path: string): string =>
  path
    .replace(/^\/en(?=\/|$)/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/[?#].*/, '')
    .replace(/(?<=\/)(informatie|begin|g|bedragen|klopt-dit|verhaal-terug)\/[^/]+/g, '$1/:code')
    .replace(/\/regelingen\/(?!kijken|meer-inkomen|contactpunt|normen|bedragen)[^/]+/, '/regelingen/:code')
    .replace(/\/\d+$/, '/:number')
const kindOfForm = ({ action, fields }: PageForm): string =>
  `${kindOf(action)} ${fields.map(([name, value]) => (name === 'doe' ? value : name)).join(' ')}`

/** Every form that a reader comes on by links, and that an answer to such a form brings. */
async function formsFor(reader: Actor | undefined): Promise<Map<string, PageForm>> {
  const found = new Map<string, PageForm>()
  const seen = new Set<string>()
  const ahead =
    reader === undefined
      ? ['/', '/vraag/stel', '/vraag/kind/stel', `/g/${placeWithMoney}/regelingen/kijken`, checkPath, backPath]
      : ['/werk', '/mijn', '/werk/zoeken?q=Mark']
  const take = async (html: string, depth: number): Promise<void> => {
    for (const form of formsOn(html)) {
      if (found.has(kindOfForm(form))) continue
      found.set(kindOfForm(form), form)
      if (depth === 0 || form.action === '/uitloggen') continue
      const answer = await worlds.inWorld(() => sent(reader, form.action, bodyOf(form, form.fields)))
      expect(answer.status, `${kindOfForm(form)} as meant`).toBeLessThan(500)
      await take(answer.text, depth - 1)
    }
  }
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (seen.has(kindOf(path)) || path.startsWith('/taal')) continue
    seen.add(kindOf(path))
    const page = await sent(reader, path)
    expect(page.status, path).toBeLessThan(500)
    if (page.to !== null) ahead.push(page.to)
    ahead.push(...linksOn(page.text))
    await take(page.text, 6)
  }
  return found
}

test('every form of every reader answers whatever is sent with a page that says so, and runs nothing of it', async () => {
  const tried = new Set<string>()
  const faults: string[] = []
  for (const [name, reader] of Object.entries(readers)) {
    for (const [kind, form] of await formsFor(reader)) {
      if (tried.has(kind)) continue
      tried.add(kind)
      const note = (what: string, { status, text }: Sent) => {
        if (status >= 500 || text.includes(MARK)) faults.push(`${name}: ${kind}: ${what}: ${status}`)
      }
      for (const [place, [what, text]] of HOSTILE.entries()) {
        const isEverywhere = IS_WHOLE || (place + tried.size) % 4 < 2
        const everywhere = form.fields.map(([field]) => [field, text] as const)
        if (isEverywhere)
          note(`${what} everywhere`, await worlds.inWorld(() => sent(reader, form.action, bodyOf(form, everywhere))))
        if (isEverywhere && !IS_WHOLE) continue
        // In turn, so that every field gets several of them.
        const at = (place + tried.size) % Math.max(1, form.fields.length)
        const one = form.fields.map(([field, value], index) => [field, index === at ? text : value] as const)
        const only = form.fields[at]?.[0]
        note(`${what} in ${only}`, await worlds.inWorld(() => sent(reader, form.action, bodyOf(form, one))))
      }
      const twice = form.fields.flatMap((field) => [field, field])
      note('every field twice', await worlds.inWorld(() => sent(reader, form.action, bodyOf(form, twice))))
      for (const [type, body] of [
        ['application/json', '{"doe":{"a":1}}'],
        ['application/x-www-form-urlencoded', '%E0%A4%A=%&&==&%00'],
        ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="doe"\r\n\r\n'],
        ['text/plain', MARK],
      ] as const)
        note(type, await worlds.inWorld(() => sent(reader, form.action, body, type)))
    }
  }
  expect(faults).toEqual([])
  expect(tried.size).toBeGreaterThan(30)
}, 600_000)

test('every page answers a hostile address and a hostile question with a page', async () => {
  const reader = home.actors.workerOfMark
  const faults: string[] = []
  // A public page has four addresses for one page: in Dutch without a municipality and in English with one is enough.
  const asked = routes.filter(({ path }) => !path.startsWith('/g/') && !/^\/en\/(?!g\/)/.test(path))
  for (const { path } of asked) {
    for (const [what, text] of HOSTILE) {
      const said = encodeURIComponent(text.toWellFormed().slice(0, 1000))
      const query = ['q', 'na', 'tot', 'van', 'gebied', 'per', 'toon', 'terug']
        .map((name) => `${name}=${said}`)
        .join('&')
      const answer = await worlds.inWorld(() => sent(reader, `${path.replace(/:\w+/g, said || '-')}?${query}`))
      if (answer.status >= 500 || answer.text.includes(MARK)) faults.push(`${path}: ${what}: ${answer.status}`)
    }
  }
  expect(faults).toEqual([])
}, 300_000)
