/** What a button in a list does: `weg:how/1` takes a row away, `omhoog:how/1` puts it one place nearer to the front. */
export const ROW = { away: 'weg:', up: 'omhoog:' } as const

/** What was filled in, after the button that was pressed; any other button leaves it as it is. */
export function afterButton<Filled extends object>(filled: Filled, doing: string): Filled {
  const button = [ROW.away, ROW.up].find((one) => doing.startsWith(one))
  if (button === undefined) return filled
  const path = doing.slice(button.length).split('/')
  const at = Number(path.pop())
  if (!Number.isInteger(at) || at < 0) return filled
  const changed = button === ROW.away ? (list: readonly unknown[]) => list.toSpliced(at, 1) : raised(at)
  return within(filled, path, changed) as Filled // lists keep rows of their kind
}

const raised =
  (at: number) =>
  (list: readonly unknown[]): readonly unknown[] =>
    at < 1 || at >= list.length ? list : list.with(at - 1, list[at]).with(at, list[at - 1])

function within(
  value: unknown,
  path: readonly string[],
  changed: (list: readonly unknown[]) => readonly unknown[],
): unknown {
  const [first, ...rest] = path
  if (first === undefined) return Array.isArray(value) ? changed(value) : value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return value
  if (Array.isArray(value)) {
    const at = Number(first)
    return Number.isInteger(at) && at < value.length ? value.with(at, within(value[at], rest, changed)) : value
  }
  return { ...value, [first]: within((value as Readonly<Record<string, unknown>>)[first], rest, changed) } // it has the key
}
