import { sql } from 'drizzle-orm'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson, addProvision } from '../capabilities/access/actions.ts'
import type { Actor } from '../capabilities/access/actor.ts'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { invite, mailInvitation } from '../capabilities/access/sign-in/invitations.ts'
import { moveOffer, saveOffer } from '../capabilities/directory/actions.ts'
import { askProvider } from '../capabilities/directory/confirming/actions.ts'
import { share } from '../capabilities/families/sharing/actions.ts'
import { useFormSecret } from '../capabilities/forms/keys.ts'
import { sendMessage, useQueue } from '../capabilities/messages/actions.ts'
import { KINDS, type NewMessage, PATHS } from '../capabilities/messages/message.ts'
import { smtpMail } from '../connections/mail/smtp.ts'
import { dayAt } from '../foundation/day.ts'
import { type Id, newId } from '../foundation/id.ts'
import { withDatabase } from '../tests/support/database.ts'
import { asOwner } from '../tests/support/logs.ts'
import { type Arrived, aMailServer, type RunningMailServer } from '../tests/support/mail-server.ts'
import { aCard } from '../tests/support/offers.ts'
import { aReceiver, aSharing } from '../tests/support/sharings.ts'
import { restartSignIn } from '../tests/support/signing-in.ts'
import { aFamilyInTwoHomes, publishWalk } from '../tests/support/two-homes.ts'
import { aMunicipality, anOperator, anOrganisation, aRegion, theActor, yes } from '../tests/support/world.ts'
import { links } from '../web/links.ts'
import { mailWords } from '../web/words/messages.ts'
import { installJobs, type RunningJobs, startJobs } from './queue.ts'
import { type Post, sendDueMessagesJob, sendMessageJob } from './send-messages.ts'

// Everything that somebody could type in carries a mark, and much of it tries to break out of where it stands. Then every
// kind of message goes the whole way, in both languages, and every byte that arrives is read.

const MARK = 'kanarie'
const BASE = 'https://dienst.example'
const FROM = 'bericht@dienst.example'

/** Words that tell what Voorveld is about, in both languages; none of them may stand in a mail. */
const TELLING =
  /scheid|geweld|schuld|\bkind|ouder|gezin|hulp|graad|urgent|spoed|veilig|onveilig|misbruik|\bgeld|opvoed|relatie|gemeente|wijk|dorp|traject|dossier|crisis|divorce|separat|violen|debt|child|parent|famil|\bhelp|\bgrade|safe|abuse|money|municipal|village|home-?start|case\b|request|vraag|director|regisseur|volunteer|vrijwillig|akkerveen/i

/** Where a mail may lead. */
const PAGES = new RegExp(
  `^${BASE}(/|/werk|/werk/mensen|/werk/mijn-account|/(uitnodiging|klopt-dit)/[A-Za-z0-9_-]{43})$`,
)

const HOSTILE = [
  (text: string) => text,
  (text: string) => `${text}\r\nBcc: ${MARK}@elders.example`,
  (text: string) => `"><script>${text}</script>`,
  (text: string) => `=?utf-8?q?${text}?=`,
  (text: string) => `{{${text}}} \${${text}} %s <${MARK}@elders.example>`,
]

const database = withDatabase()
let server: RunningMailServer
let running: RunningJobs
const asked = new Map<Id, { email: string; lang: 'nl' | 'en' }>()
type Expected = { readonly to: string; readonly kind: string; readonly lang: string }
const expected: Expected[] = []
const told: { person: Actor; municipalityId: Id; to: Expected }[] = []

const allArrived = () =>
  vi.waitFor(() => expect(server.arrived).toHaveLength(expected.length), { timeout: 60_000, interval: 200 })

beforeAll(async () => {
  restartSignIn({ baseUrl: new URL(BASE) })
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
  await installJobs(database())
  server = await aMailServer()
  const post: Post = {
    baseUrl: new URL(BASE),
    send: smtpMail(server.server, FROM),
    askerOf: async (_, id) => asked.get(id),
  }
  running = await startJobs(database(), [sendMessageJob(post), sendDueMessagesJob(post)], () => undefined)
  useQueue(running.enqueue)
  for (const [nth, hostile] of HOSTILE.entries()) await everyKind(nth, hostile)
  await somethingShared()
  await allArrived()
  // Afterwards, because the urgent mail also tells the ordinary work that still waits.
  for (const { person, municipalityId, to } of told) {
    await sendUrgent(person, municipalityId)
    expected.push(to)
  }
  await allArrived()
}, 120_000)

afterAll(async () => {
  useQueue(undefined)
  await running.stop()
  await server.stop()
})

/** A municipality full of marks, with somebody in it for each language, and every kind of message to them. */
async function everyKind(nth: number, hostile: (text: string) => string): Promise<void> {
  const marked = (what: string) => hostile(`${MARK} ${what} ${nth}`).slice(0, 75)
  const municipalityId = await aMunicipality({
    name: marked('gemeente'),
    villages: [marked('dorp'), marked('kern')],
    regionId: await aRegion(marked('regio')),
  })
  const organisationId = await anOrganisation(marked('organisatie'))
  yes(await addProvision(await anOperator(), { municipalityId, organisationId, programmeCode: `${MARK}-${nth}` }))
  for (const lang of ['nl', 'en'] as const) {
    const to = `${lang}${nth}@post.example`
    const person = await somebody(marked('mens'), to, lang, { municipalityId, organisationId })
    for (const kind of KINDS) {
      // A provider has no language that is known: it is written to in Dutch, with English below it.
      const at = kind === 'offer-check' ? { email: `nl-${to}`, lang: 'nl' as const } : { email: to, lang }
      await sendOne(kind, person, municipalityId, at)
      expected.push({ to: at.email, kind, lang: at.lang })
    }
    told.push({ person, municipalityId, to: { to, kind: 'work-waiting', lang } })
  }
}

/** Something of one parent shared with somebody elsewhere in each language, full of marks. */
async function somethingShared(): Promise<void> {
  await publishWalk()
  const { actors, persons } = await aFamilyInTwoHomes()
  for (const lang of ['nl', 'en'] as const) {
    const to = `${lang}9@post.example`
    const receiver = await aReceiver({ name: `${MARK} elders`, mail: to })
    await asOwner(database(), sql`update people set language = ${lang} where id = ${receiver.actor.personId}`)
    const told = { purpose: `Geweld, scheiding en ${MARK}`, parts: ['plan', 'reach'] }
    yes(await share(actors.workerOfSanne, persons.sanne, aSharing(receiver, told)))
    expected.push({ to, kind: 'work-waiting', lang })
  }
}

async function somebody(
  name: string,
  email: string,
  lang: 'nl' | 'en',
  place: { municipalityId: Id; organisationId: Id },
): Promise<Actor> {
  const { id } = yes(await addPerson(await anOperator(), { name, email }, [{ role: 'coordinator', ...place }]))
  await asOwner(database(), sql`update people set language = ${lang} where id = ${id}`)
  return theActor(id)
}

type To = { readonly email: string; readonly lang: 'nl' | 'en' }

async function sendOne(kind: NewMessage['kind'], person: Actor, municipalityId: Id, to: To): Promise<void> {
  const { personId } = person
  switch (kind) {
    case 'invitation': {
      const operator = await anOperator()
      yes(await mailInvitation(operator, yes(await invite(operator, personId)).id))
      return
    }
    case 'work-waiting':
      yes(await sendMessage(person, { kind, to: { personId }, municipalityId, about: newId() }))
      return
    case 'account-password':
    case 'account-sign-in':
      yes(await sendMessage(person, { kind, to: { personId } }))
      return
    case 'attention':
      yes(await sendMessage(await theActor(BUILT_IN.jobs), { kind, to: { personId } }))
      return
    case 'request-received': {
      const helpRequestId = newId()
      asked.set(helpRequestId, to)
      yes(await sendMessage(await theActor(BUILT_IN.visitor), { kind, to: { helpRequestId }, municipalityId }))
      return
    }
    case 'offer-check':
      await askAProvider(municipalityId, to)
  }
}

/** A card full of marks; of the address of a provider nobody knows the language, so its mail is Dutch. */
async function askAProvider(municipalityId: Id, { email }: To): Promise<void> {
  const [operator, id, today] = [await anOperator(), newId(), dayAt(new Date())]
  const card = aCard({ name: `${MARK} scheiding`, provider: `${MARK} geweld`, email })
  const given = { municipalityId, id, village: null, card, startsOn: null, endsOn: null, confirmedOn: null, today }
  yes(await saveOffer(operator, given))
  yes(await moveOffer(operator, { municipalityId, id, rowVersion: 1 }, 'public'))
  yes(await askProvider(operator, municipalityId, id, today))
}

async function sendUrgent({ personId }: Actor, municipalityId: Id): Promise<void> {
  const jobs = await theActor(BUILT_IN.jobs)
  yes(await sendMessage(jobs, { kind: 'work-waiting', to: { personId }, municipalityId, about: newId(), urgent: true }))
}

/** Everything a mail program could show or a server could read: the bytes, and what they mean. */
async function readingsOf({ raw }: Arrived): Promise<{ mail: ParsedMail; all: string }> {
  const mail = await simpleParser(raw)
  const headers = [...mail.headers.values()].map((value) => JSON.stringify(value))
  const joined = raw.replace(/=\r?\n/g, '')
  return { mail, all: [raw, joined, mail.subject, mail.text, mail.html, ...headers].join('\n') }
}

const each = (look: (given: { mail: ParsedMail; all: string; arrived: Arrived }) => void) =>
  Promise.all(server.arrived.map(async (arrived) => look({ ...(await readingsOf(arrived)), arrived })))

test('every kind arrived in both languages, once, at the one it is for', () => {
  const count = (list: readonly string[]) => list.toSorted()
  expect(count(server.arrived.map((one) => one.for.join()))).toEqual(count(expected.map(({ to }) => to)))
  expect(new Set(expected.map(({ kind, lang }) => kind + lang)).size).toBe(KINDS.length * 2 - 1)
})

test('nothing that anybody typed in stands in any mail, in no part and no header', () =>
  each(({ all }) => expect(all.toLowerCase()).not.toContain(MARK)))

test('no mail holds a word that tells what it is about', () =>
  each(({ mail, all }) => {
    expect(`${mail.subject}\n${mail.text}\n${mail.html || ''}`.match(TELLING)?.[0]).toBeUndefined()
    const decoded = all.replaceAll(/[\w.]+@[\w.]+/g, '')
    expect(decoded.match(TELLING)?.[0]).toBeUndefined()
  }))

test('sender and subject are the same in every mail of a language, and only what must be is in the headers', () =>
  each(({ mail, arrived }) => {
    expect(mail.from?.value).toEqual([{ name: 'Voorveld', address: FROM }])
    expect(mail.to).toMatchObject({ value: [{ name: '', address: arrived.for[0] }] })
    const lang = arrived.for[0]?.slice(0, 2)
    expect(mail.subject).toBe(lang === 'en' ? 'Message from Voorveld' : 'Bericht van Voorveld')
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@dienst\.example>$/)
    expect([...mail.headers.keys()].toSorted()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
    expect(mail.attachments).toEqual([])
  }))

test('the one link of a mail leads to a page of a fixed list, in the text and in the page alike', () =>
  each(({ mail }) => {
    const html = mail.html || ''
    const inText = mail.text?.match(/https?:\/\/\S+/g) ?? []
    const inPage = [...html.matchAll(/(?:href|src|action|url)\s*=\s*"([^"]*)"/g)].map(([, href]) => href)
    // A mail in two languages says it twice.
    expect(new Set(inText).size).toBe(1)
    expect(inPage).toEqual(inText)
    expect(inText[0]).toMatch(PAGES)
    expect(html).not.toMatch(/<(img|link|script|style|iframe|form|object)|url\(|@import/i)
  }))

test('the page of a mail says in which language it is', () =>
  each(({ mail, arrived }) => expect(mail.html).toContain(`<html lang="${arrived.for[0]?.slice(0, 2)}">`)))

test('a provider reads it in Dutch, and in English below that', () =>
  each(({ mail }) => {
    const asks = /klopt-dit/.test(mail.text ?? '')
    const at = (words: string) => mail.text?.indexOf(words) ?? -1
    expect(at('Kijk het na') >= 0 && at(mailWords('en', 'offer-check').link) > at('Kijk het na')).toBe(asks)
    expect(/<div lang="en">/.test(mail.html || '')).toBe(asks)
  }))

test('an urgent mail is byte for byte the ordinary one, but for its id, its moment and its divider', async () => {
  const plain = ({ raw }: Arrived) =>
    raw
      .replace(/^Message-ID:.*$/m, '')
      .replace(/^Date:.*$/m, '')
      .replaceAll(raw.match(/boundary="([^"]+)"/)?.[1] ?? '?', 'divider')
  const isWork = ({ raw }: Arrived) => raw.includes(`${BASE}/werk\r\n`)
  const works = server.arrived.filter((one) => isWork(one) && one.for[0] === 'nl0@post.example').map(plain)
  expect(works).toHaveLength(2)
  expect(works[0]).toBe(works[1])
})

test('a mail leads where the links of the product lead', () => {
  expect(Object.fromEntries(KINDS.map((kind) => [kind, PATHS[kind](':token')]))).toEqual({
    invitation: links.invitation(':token'),
    'work-waiting': links.work(),
    attention: links.people(),
    'account-password': links.account(),
    'account-sign-in': links.account(),
    'request-received': links.home(),
    'offer-check': links.offerCheck(':token'),
  })
})
