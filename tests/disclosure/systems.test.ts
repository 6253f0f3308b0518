import { expect, test } from 'vitest'
import { endpoints } from '../../api/v1/routes.ts'
import { aSystem } from '../support/systems.ts'
import { told, withoutFreshIds } from './answers.ts'
import type { Known } from './asking.ts'
import { SYSTEM_ASKS } from './asks-of-systems.ts'
import { HIDDEN_ITEMS, type HiddenItem } from './hidden-items.ts'
import type { Home } from './home.ts'
import { IS_WHOLE, withHomes } from './with-homes.ts'

const here = withHomes()
const NOBODY = '01990000-0000-7000-8000-000000000001'

test('every endpoint of the API is in the table of what is asked', () => {
  expect(Object.keys(SYSTEM_ASKS)).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`))
})

type Answered = { readonly ask: string; readonly answer: string }

/** What a system gets in a world with these items, or without, to every question; each is taken back. */
async function answersTo(
  home: Home,
  token: string,
  items: readonly HiddenItem[],
  isThere: boolean,
): Promise<Answered[]> {
  const { app, worlds } = here()
  let guessed = { noteId: NOBODY, trajectoryId: NOBODY, requestId: NOBODY, sharingId: NOBODY }
  // The numbers to guess are those of the world with the items, in both.
  const first = await worlds.inWorld(async () => {
    for (const item of items) guessed = { ...guessed, ...(await item.add(home)) }
    return isThere ? ask(guessed) : []
  })
  return isThere ? first : worlds.inWorld(() => ask(guessed))

  async function ask(guess: typeof guessed): Promise<Answered[]> {
    const known: Known = { ...home, guessed: guess }
    const given: Answered[] = []
    for (const [route, asks] of Object.entries(SYSTEM_ASKS)) {
      for (const { path, body } of asks(known)) {
        const answer = await worlds.inWorld(async () =>
          told(
            await app.request(`/api/v1${path}`, {
              method: route.split(' ')[0]?.toUpperCase() ?? '',
              headers: {
                ...{ authorization: `Bearer ${token}`, 'if-match': '"1"', 'idempotency-key': 'kenmerk-0001' },
                ...(body !== undefined && { 'content-type': 'application/json' }),
              },
              ...(body !== undefined && { body: JSON.stringify(body) }),
            }),
          ),
        )
        const plain = withoutFreshIds(answer, JSON.stringify(known)).replace(/"bekendOp":"[^"]*"/, '"bekendOp":"-"')
        given.push({
          ask: `${route} ${path}`.replaceAll(guess.trajectoryId, 'guessed').replaceAll(guess.requestId, 'guessed'),
          answer: plain,
        })
      }
    }
    return given
  }
}

const differences = (one: readonly Answered[], other: readonly Answered[]): string[] =>
  one.flatMap(({ ask, answer }, at) =>
    answer === other[at]?.answer ? [] : [`${ask}\n  with: ${answer}\n  without: ${other[at]?.answer}`],
  )

test('[R-088] [R-263] a system of the organisation that helps A gets the same bytes with anything hidden of A as without', async () => {
  const { homes } = here()
  const asked = IS_WHOLE ? homes : homes.slice(0, 2)
  const together = HIDDEN_ITEMS.filter(({ isAlone }) => isAlone !== true)
  const alone = HIDDEN_ITEMS.filter(({ isAlone, isReadBySystems }) => isAlone === true && isReadBySystems !== true).map(
    (item) => [item],
  )
  const found: string[] = []
  let [comparisons, asking] = [0, 0]
  for (const [nth, home] of asked.entries()) {
    const { municipalityId, organisationId } = home
    const { token } = await aSystem({ role: 'registration-system', municipalityId, organisationId })
    // Half of what stands alone of each family.
    const those = alone.filter((_, at) => IS_WHOLE || at % 2 === nth)
    asking += those.length + 1
    for (const items of [together, ...those]) {
      const withThem = await answersTo(home, token, items, true)
      const without = await answersTo(home, token, items, false)
      comparisons += withThem.length
      found.push(...differences(withThem, without).map((one) => `${items.map(({ name }) => name).join(', ')}: ${one}`))
    }
  }
  expect(found).toEqual([])
  expect(comparisons).toBeGreaterThan(asking * endpoints.length)
}, 300_000)
