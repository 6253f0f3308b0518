import { Name, Param, Placeholder, SQL, StringChunk } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

type Written = { readonly params: unknown[]; text: string }
type Asked = Parameters<PgDialect['sqlToQuery']>

/**
 * The library's dialect, which writes a plain statement, of text, names and values, without looking for all else that could stand in
 * one; what is not plain the library writes.
 */
export class QuickDialect extends PgDialect {
  override sqlToQuery(statement: Asked[0], source?: Asked[1]): ReturnType<PgDialect['sqlToQuery']> {
    const written: Written = { params: [], text: '' }
    if (source === undefined && this.#isWritten(statement, written))
      return { sql: written.text, params: written.params }
    return super.sqlToQuery(statement, source)
  }

  #isWritten(statement: SQL, written: Written): boolean {
    const { shouldInlineParams } = statement as unknown as Inlining
    return shouldInlineParams !== true && statement.queryChunks.every((chunk: unknown) => this.#isAdded(chunk, written))
  }

  #isAdded(chunk: unknown, written: Written): boolean {
    if (chunk instanceof SQL) return this.#isWritten(chunk, written)
    if (chunk instanceof StringChunk) written.text += chunk.value.join('')
    else if (chunk instanceof Name) written.text += this.escapeName(chunk.value)
    else if (chunk instanceof Param)
      return addedValue(chunk.value === null ? null : chunk.encoder.mapToDriverValue(chunk.value), written)
    else return isSimple(chunk) && addedValue(chunk, written)
    return true
  }
}

/** Whether values stand in the text itself, which the library's types leave out. */
type Inlining = { readonly shouldInlineParams?: boolean }

const isSimple = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** False for what is no value but a part of the statement. */
function addedValue(value: unknown, written: Written): boolean {
  if (value instanceof SQL || value instanceof Placeholder) return false
  written.text += `$${written.params.push(value)}`
  return true
}
