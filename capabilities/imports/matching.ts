import { createHash } from 'node:crypto'
import type { Registration } from './rows.ts'

/** What is kept of a row that was brought in, to know it again: hashes only. */
export type RowMark = {
  /** Of the file's own key, where it has one. */
  readonly key: string | undefined
  /** Of what the row tells about the family, special personal data left out. */
  readonly content: string
  /** Of the status and the reason with it: these change while the family stays the same. */
  readonly state: string
}

export type EarlierRow<Id> = RowMark & { readonly id: Id }

export type Matched<Row, Id> = {
  /** Rows that are not there yet, in the order of the file. */
  readonly added: readonly Row[]
  /** Rows that are there already, with the record they became. */
  readonly known: ReadonlyMap<Row, Id>
  /** How many known rows say something else than before; what is there stays as it is. */
  readonly changed: number
}

/**
 * Parts the rows of a file, each by its mark, into new ones and ones brought in before. A row with a key matches on the key; any other on its
 * content and how often that occurs, for two families may be alike in everything that a file tells. Among those alike the
 * first in the file is the first that was brought in. The order of the rows does not change how many are new.
 */
export function matchRows<Row extends RowMark, Id>(
  rows: readonly Row[],
  earlier: readonly EarlierRow<Id>[],
): Matched<Row, Id> {
  const found = new Map<Row, EarlierRow<Id>>()
  const left = new Set(earlier)
  const take = (row: Row, one: EarlierRow<Id>) => {
    found.set(row, one)
    left.delete(one)
  }
  matchOnKey(rows, earlier, take)
  const unmatched = () => rows.filter((row) => !found.has(row))
  const keylessRows = () => unmatched().filter((row) => !hasKey(row))
  const leftWith = (key: boolean) => [...left].filter((one) => (one.key !== undefined) === key)
  // Like goes with like first. Two keys that differ are two families, whatever else is alike.
  matchOnContent(keylessRows(), leftWith(false), take)
  matchOnContent(unmatched().filter(hasKey), leftWith(false), take)
  matchOnContent(keylessRows(), leftWith(true), take)
  return {
    added: unmatched(),
    known: new Map([...found].map(([row, one]) => [row, one.id])),
    changed: [...found].filter(([row, one]) => row.content !== one.content || row.state !== one.state).length,
  }
}

const hasKey = (row: RowMark): boolean => row.key !== undefined

type Take<Row, Id> = (row: Row, earlier: EarlierRow<Id>) => void

function matchOnKey<Row extends RowMark, Id>(
  rows: readonly Row[],
  earlier: readonly EarlierRow<Id>[],
  take: Take<Row, Id>,
): void {
  const byKey = new Map(earlier.flatMap((one) => (one.key === undefined ? [] : [[one.key, one] as const])))
  for (const row of rows) {
    const one = row.key === undefined ? undefined : byKey.get(row.key)
    if (one !== undefined) take(row, one)
  }
}

/** First the rows that also have the same status, then those whose status changed since. */
function matchOnContent<Row extends RowMark, Id>(
  rows: readonly Row[],
  earlier: readonly EarlierRow<Id>[],
  take: Take<Row, Id>,
): void {
  const exact = queues(earlier, (one) => one.content + one.state)
  const taken = new Set<EarlierRow<Id>>()
  const rest = rows.filter((row) => {
    const one = exact.get(row.content + row.state)?.shift()
    if (one === undefined) return true
    taken.add(one)
    take(row, one)
    return false
  })
  const alike = queues(
    earlier.filter((one) => !taken.has(one)),
    (one) => one.content,
  )
  for (const row of rest) {
    const one = alike.get(row.content)?.shift()
    if (one !== undefined) take(row, one)
  }
}

/** Rows that are alike, first in first out, without moving a long list at every step. */
function queues<Item>(
  items: readonly Item[],
  by: (item: Item) => string,
): Map<string, { shift: () => Item | undefined }> {
  const groups = [...Map.groupBy(items, by)].map(([name, group]) => {
    let at = 0
    return [name, { shift: () => group[at++] }] as const
  })
  return new Map(groups)
}

/** The hashes by which a row is known again. A day that was assumed is no part of what the row tells. */
export function markOf(row: Registration): RowMark {
  const answers = Object.entries(row.answers)
    .map(([question, answer]) => [
      question,
      Array.isArray(answer) ? answer.map((one) => JSON.stringify(one)).sort() : answer,
    ])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
  const words = row.originalWords.map(({ question, word }) => `${question} ${word.toLowerCase()}`).sort()
  return {
    key: row.matchKey === undefined ? undefined : sha256(row.matchKey),
    content: sha256(JSON.stringify([answers, words, row.approximateDay ? null : row.holdsOn])),
    state: sha256(JSON.stringify([row.phase, row.reason ?? null])),
  }
}

/** Numbers rows that are alike, going on after those that are there. */
export function countFrom(
  earlier: readonly { readonly content: string; readonly occurrence: number }[],
): (content: string) => number {
  const last = new Map<string, number>()
  for (const { content, occurrence } of earlier) last.set(content, Math.max(occurrence, last.get(content) ?? 0))
  return (content) => {
    const next = (last.get(content) ?? 0) + 1
    last.set(content, next)
    return next
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The hash of a whole file, to know the same file again. */
export const fileHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
