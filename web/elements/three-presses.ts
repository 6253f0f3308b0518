/** Three presses count when the last comes within this many milliseconds of the first: longer, and it is no flight. */
export const WITHIN_MS = 3000

/** A counter that says yes to every third press inside the time. `at` is any clock in milliseconds. */
export function threePresses(): (at: number) => boolean {
  let presses: number[] = []
  return (at) => {
    presses = [...presses.filter((earlier) => at - earlier <= WITHIN_MS), at]
    if (presses.length < 3) return false
    presses = []
    return true
  }
}
