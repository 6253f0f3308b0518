import { plain } from './plain-words.ts'

export type Village = { readonly code: string; readonly name: string }

/** The village with this name, in any spelling after `plain` and also written together. */
export function villageNamed(villages: readonly Village[], text: string): Village | undefined {
  const asked = together(text)
  return villages.find((village) => together(village.name) === asked || together(village.code) === asked)
}

/** The one village whose name is nearly this text, to ask whether it was meant; undefined when none or more than one is as near. */
export function villageNear(villages: readonly Village[], text: string): Village | undefined {
  const asked = together(text)
  const most = asked.length >= 6 ? 2 : 1
  const near = villages
    .map((village) => ({ village, distance: editDistance(asked, together(village.name)) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
  return near[0] !== undefined && near[0].distance !== near[1]?.distance ? near[0].village : undefined
}

const together = (text: string): string => plain(text).replaceAll(' ', '')

/** Letters to add, drop or replace to turn one word into the other (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1]
    for (let at = 1; at <= other.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
