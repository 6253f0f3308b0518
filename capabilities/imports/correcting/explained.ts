import { IGNORE, type Mapping, targetOf } from '../columns.ts'
import { plain } from '../plain-words.ts'

/**
 * The columns of a download of faulty rows, so that it can be brought in again: which of the file's own stay, and what ours
 * are called. Ours of an earlier download go; where a column that is read has the same name, ours gets a number.
 */
export function explainedColumns(
  columns: readonly string[],
  mapping: Mapping,
  ours: readonly string[],
): { readonly kept: readonly number[]; readonly ours: readonly string[] } {
  const isOurs = (name: string) => ours.some((one) => plain(one) === plain(name))
  const kept = columns.flatMap((name, at) =>
    isOurs(name) && (targetOf(mapping, name) ?? IGNORE) === IGNORE ? [] : [at],
  )
  const taken = new Set(kept.map((at) => plain(columns[at] ?? '')))
  return { kept, ours: ours.map((name) => free(name, taken)) }
}

function free(name: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(plain(number === 1 ? name : `${name} ${number}`))) number++
  return number === 1 ? name : `${name} ${number}`
}
