/** From this likeness on (0 to 1) a word counts as the same name with a slip in it. */
const CLOSE_ENOUGH = 0.45
/** Shorter words have too few letters to be alike by accident only. */
const SHORTEST_FUZZY = 4

/** As much as is compared: no name is longer, and whoever sends a book waits for nobody else. */
const LONGEST = 200

/** As names are compared: small letters, no accents, one space. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * How well a name fits what was typed: 1 when it begins with it, 0.9 when it holds it, else the likeness of the closest
 * words by their groups of three letters; 0 when they are not alike enough.
 */
export function fits(name: string, typed: string): number {
  const [in_, sought] = [plainName(name), plainName(typed.slice(0, LONGEST))]
  if (in_ === '' || sought === '') return 0
  if (in_.startsWith(sought)) return 1
  if (in_.includes(sought)) return 0.9
  const words = sought.split(' ')
  const scores = words.map((word) => Math.max(...in_.split(' ').map((one) => likeness(one, word))))
  const least = Math.min(...scores)
  return least >= CLOSE_ENOUGH ? least * 0.8 : 0
}

/** Sørensen and Dice over groups of three letters; words too short to compare so are the same or not. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  if (Math.min(one.length, other.length) < SHORTEST_FUZZY) return 0
  const [a, b] = [groups(one), groups(other)]
  const both = [...a].filter((group) => b.has(group)).length
  return (2 * both) / (a.size + b.size)
}

function groups(word: string): Set<string> {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
