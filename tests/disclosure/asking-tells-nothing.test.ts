import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { BUILT_IN } from '../../capabilities/access/actor.ts'
import { municipalitiesKnown, villagesIn } from '../../capabilities/access/queries.ts'
import { changeDetails } from '../../capabilities/families/files/actions.ts'
import { sealFilling } from '../../capabilities/forms/filling.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { REVIEW, WALK } from '../../capabilities/forms/walk.ts'
import { compareRequests, decideMatch } from '../../capabilities/help-requests/matches/actions.ts'
import { matchesSeen } from '../../capabilities/help-requests/matches/queries.ts'
import { referenceFor } from '../../capabilities/help-requests/reference.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../support/database.ts'
import { aRequestIn } from '../support/requests.ts'
import { aVisitor } from '../support/signing-in.ts'
import { theActor, yes } from '../support/world.ts'
import { theProduct } from './answers.ts'
import { type Home, theHomes } from './home.ts'
import { twinWorlds, type Worlds } from './twin-worlds.ts'

// whoever asks gets the same bytes whether or not we know the family, at once and when coming back later.

const database = withDatabase()
const app = theProduct()
let worlds: Worlds
let home: Home
let place: string

beforeAll(async () => {
  const [first] = await theHomes()
  if (first === undefined) throw new Error('there is a home')
  home = first
  const visitor = await aVisitor()
  const municipality = (await municipalitiesKnown(visitor)).find(({ id }) => id === home.municipalityId)
  place = `${municipality?.code}/${(await villagesIn(visitor, home.municipalityId))[0]?.code}`
  worlds = twinWorlds(database())
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
}, 120_000)
afterAll(() => {
  vi.useRealTimers()
})

const NUMBER = '06 31313131'

async function bytesOf(path: string, form: Record<string, string>): Promise<string> {
  const body = new URLSearchParams(form)
  const answer = await app.request(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  return `${answer.status} ${JSON.stringify(headers)} ${(await answer.text()).replace(/kenmerk: [0-9a-f-]{36}/g, '')}`
}

type Around = { readonly before?: () => Promise<unknown>; readonly after?: (requestId: string) => Promise<unknown> }

/** Everything that somebody gets who asks, asks again by accident, and comes back twice; in a world of its own. */
const askedIn = ({ before, after }: Around) =>
  worlds.inWorld(async () => {
    await before?.()
    const form = shippedForm(await aVisitor(), 'ask')
    const answers = {
      ...{ place, who: 'parent', about: ['separation'], words: 'Ik wil weg', reach: 'phone', phone: NUMBER },
      ...{ voicemail: 'no', others: 'nobody', name: 'Sanne' },
    }
    const sealed = sealFilling(form, { submitKey: REQUEST, answers }, new Date())
    const send = { [WALK.sealed]: sealed, [WALK.page]: REVIEW, [WALK.doing]: 'verstuur' }
    const status = () => bytesOf('/vraag/stand', { code: referenceFor(REQUEST) })
    const got = [await bytesOf('/vraag/stel', send), await status()]
    await compareRequests(await theActor(BUILT_IN.jobs))
    const known = (await matchesSeen(home.actors.coordinator, REQUEST)).length
    await after?.(REQUEST)
    // The seal holds a nonce of its own each time: what is sent back is compared without it.
    return { got: [...got, await status(), await bytesOf('/vraag/stel', send)].map(withoutSeal), known }
  })
const REQUEST = newId()
const withoutSeal = (text: string): string => text.replace(/name="_stand" value="[^"]*"/g, '')

const decides = (decision: string) => async (requestId: string) =>
  yes(
    await decideMatch(home.actors.coordinator, requestId, {
      ...{ otherId: home.persons.sanne, decision, rowVersion: 1, today: dayAt(new Date()) },
    }),
  )

const isKnown = async () =>
  yes(await changeDetails(home.actors.workerOfSanne, home.persons.sanne, { rowVersion: 1, change: { phone: NUMBER } }))
const isUnknown = () => worlds.asOwner(sql`update persons set name = 'Quirijn' where name = 'Sanne'`)

test('[R-038] whoever asks gets the same bytes whether the family is known, asked before, or was decided on', async () => {
  const unknown = await askedIn({ before: isUnknown })
  expect(unknown.known).toBe(0)
  expect(unknown.got[0]).toContain(referenceFor(REQUEST))
  const worldsOfOthers: Around[] = [
    { before: isKnown },
    { before: () => aRequestIn(place, { name: 'Sanne', phone: NUMBER }) },
    { before: isKnown, after: decides('same-family') },
    { before: isKnown, after: decides('not-same') },
  ]
  for (const world of worldsOfOthers) {
    const found = await askedIn(world)
    expect(found.known).toBeGreaterThan(0)
    expect(found.got).toEqual(unknown.got)
  }
}, 120_000)
