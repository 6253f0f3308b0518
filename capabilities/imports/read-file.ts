import { type Answer, refuse } from '../../foundation/result.ts'
import { readRecords } from './records.ts'
import { asTable, type Limits, type Table } from './table.ts'
import { textOf } from './text-of.ts'

/**
 * Reads the bytes of a registration file. Refuses, with the line where that helps, whatever is no table of text,
 * is too big, or holds anything that can be a BSN: then nothing of the file is kept.
 */
export function readTable(bytes: Uint8Array, limits: Limits): Answer<Table> {
  if (bytes.length === 0) return refuse('file-is-empty')
  if (bytes.length > limits.bytes) return refuse('file-too-big', { most: limits.bytes / 1_000_000 })
  const text = textOf(bytes)
  if (!text.ok) return text
  if (text.value.trim() === '') return refuse('file-is-empty')
  const records = readRecords(text.value, limits.rows)
  if (!records.ok) return records
  const [header, ...rows] = records.value
  if (header === undefined) return refuse('file-is-empty')
  return asTable(header, rows, limits)
}
