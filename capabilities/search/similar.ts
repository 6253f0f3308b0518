/** From this likeness on (0 to 1) a word counts as the same name with a slip in it. */
const CLOSE_ENOUGH = 0.45
/** Shorter words have too few letters to be alike by accident only. */
const SHORTEST_FUZZY = 4

/** As much as is compared: no name is longer, and whoever sends a book waits for nobody else. */
const LONGEST = 200

/** As names are compared: small letters, no accents, one space. */
export const plainName = (text: string): string =>
  // Most names are plain already, but for their capitals.
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()

const PLAIN = /^[a-z0-9]+( [a-z0-9]+)*$/i

/**
 * How well a name fits what was typed: 1 when it begins with it, 0.9 when it holds it, else the likeness of the closest
 * words by their groups of three letters; 0 when they are not alike enough.
 */
export const fits = (name: string, typed: string): number => fitting(typed)(name)

/** The same for many names, with what was typed read once. */
export function fitting(typed: string): (name: string) => number {
  const sought = plainName(typed.slice(0, LONGEST))
  const words = sought.split(' ').map(asWord)
  return (name) => {
    const in_ = plainName(name)
    if (in_ === '' || sought === '') return 0
    if (in_.startsWith(sought)) return 1
    if (in_.includes(sought)) return 0.9
    const parts = in_.split(' ').map(asWord)
    const scores = words.map((word) => Math.max(...parts.map((one) => alike(one, word))))
    const least = Math.min(...scores)
    return least >= CLOSE_ENOUGH ? least * 0.8 : 0
  }
}

/** Sørensen and Dice over groups of three letters; words too short to compare so are the same or not. */
export const likeness = (one: string, other: string): number => alike(asWord(one), asWord(other))

type Word = { readonly text: string; readonly groups: ReadonlySet<string> }

const asWord = (text: string): Word => ({ text, groups: text.length < SHORTEST_FUZZY ? NONE : groups(text) })
const NONE: ReadonlySet<string> = new Set()

function alike({ text: one, groups: a }: Word, { text: other, groups: b }: Word): number {
  if (one === other) return 1
  if (a.size === 0 || b.size === 0) return 0
  let both = 0
  for (const group of a) if (b.has(group)) both += 1
  return (2 * both) / (a.size + b.size)
}

function groups(word: string): Set<string> {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
