import type { Hono } from 'hono'
import { askedOf, type Given, type Slice } from './answers.ts'
import type { Known } from './asks.ts'
import type { HiddenItem, ReaderName } from './hidden-items.ts'
import type { Home } from './home.ts'
import type { Worlds } from './twin-worlds.ts'

/** A number that is nobody's, where there is nothing to guess. */
const NOBODY = '01990000-0000-7000-8000-000000000001'

export type Comparing = {
  readonly app: Hono
  readonly worlds: Worlds
  readonly home: Home
  readonly items: readonly HiddenItem[]
  readonly readers: readonly ReaderName[]
  readonly isAsked?: Slice
}

export type Compared = { readonly comparisons: number; readonly differences: readonly string[] }

/** Answers that a reader gets otherwise in a world with these items than in the same world without them. */
export async function compared({ app, worlds, home, items, readers, isAsked }: Comparing): Promise<Compared> {
  let guessed = { noteId: NOBODY, trajectoryId: NOBODY, requestId: NOBODY, sharingId: NOBODY }
  const ask = async () => {
    const known: Known = { ...home, guessed }
    const all: Given[] = []
    for (const reader of readers) {
      const given = await askedOf(
        { app, worlds, known, personId: home.actors[reader].personId },
        (route, at) => isOpenTo(reader, route) && (isAsked?.(route, at) ?? true),
      )
      all.push(...given.map((one) => ({ ...one, ask: `${reader} ${one.ask}` })))
    }
    return all
  }
  const withThem = await worlds.inWorld(async () => {
    for (const item of items) guessed = { ...guessed, ...(await item.add(home)) }
    return ask()
  })
  const without = await worlds.inWorld(ask)
  return { comparisons: withThem.length, differences: differencesBetween(withThem, without) }
}

/**
 * What is left out, each by design: breaking the glass opens a file to a colleague who works on nobody of the family, and
 * who leads the provision counts all of its trajectories. See docs/decisions/0012-what-the-other-side-can-tell.md.
 */
function isOpenTo(reader: ReaderName, route: string): boolean {
  if (reader === 'colleague') return route !== 'post /werk/dossiers/:id/met-reden'
  return reader !== 'leader' || !route.includes('/beleid/cijfers')
}

function differencesBetween(one: readonly Given[], other: readonly Given[]): string[] {
  return one.flatMap(({ route, ask, answer }, at) => {
    const twin = other[at]?.answer ?? ''
    if (answer === twin) return []
    const from = Math.max(0, [...answer].findIndex((letter, i) => letter !== twin[i]) - 60)
    return [`${route} ${ask}\n  with: ${answer.slice(from, from + 160)}\n  without: ${twin.slice(from, from + 160)}`]
  })
}
