import { Column, fillPlaceholders, is, type Query, SQL } from 'drizzle-orm'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { NodePgSession } from 'drizzle-orm/node-postgres'
import {
  type PgDialect,
  PgPreparedQuery,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
} from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { ask } from './asked-query.ts'
import { statementNames } from './statement-names.ts'

/** The library's session over one connection; `before` is called for each question, just before it is sent. */
export class LeanSession extends NodePgSession<Record<string, never>, Record<string, never>> {
  readonly #on: pg.PoolClient
  readonly #before: () => void

  constructor(client: pg.PoolClient, dialect: PgDialect, before: () => void) {
    // What we do not answer ourselves asks nothing of its client but `query`.
    const query = (asked: pg.QueryConfig, values: unknown[]) => {
      before()
      const name = statementNames(asked.text)
      return client.query(name === undefined ? asked : { ...asked, name }, values)
    }
    super({ query } as unknown as pg.PoolClient, dialect, undefined)
    this.#on = client
    this.#before = before
  }

  override prepareQuery<T extends PreparedQueryConfig = PreparedQueryConfig>(
    ...asked: Parameters<NodePgSession<Record<string, never>, Record<string, never>>['prepareQuery']>
  ): PgPreparedQuery<T> {
    const [query, fields, , , mapper] = asked
    const reader = fields === undefined ? asIs : readerOf(fields)
    if (mapper !== undefined || reader === undefined) return super.prepareQuery<T>(...asked)
    return new LeanQuery<T>(this.#on, this.#before, query, reader)
  }
}

class LeanQuery<T extends PreparedQueryConfig> extends PgPreparedQuery<T> {
  readonly #on: pg.PoolClient
  readonly #before: () => void
  readonly #asked: Query
  readonly #reader: Reader

  constructor(client: pg.PoolClient, before: () => void, asked: Query, reader: Reader) {
    super(asked, undefined, undefined, undefined)
    this.#on = client
    this.#before = before
    this.#asked = asked
    this.#reader = reader
  }

  override async execute(values: Record<string, unknown> = {}): Promise<T['execute']> {
    const { sql: text, params } = this.#asked
    const filled = fillPlaceholders(params, values)
    try {
      this.#before()
      const found = await ask(this.#on, { text, name: statementNames(text), isArray: this.#reader !== asIs }, filled)
      return this.#reader(found)
    } catch (fault) {
      throw new DrizzleQueryError(text, filled, fault as Error) // what the driver rejects with
    }
  }
}

type Found = Awaited<ReturnType<typeof ask>>
type Reader = (found: Found) => unknown

const asIs: Reader = (found) => found

/** How rows of these fields are read, worked out once for a question that is built once. */
const readers = new WeakMap<SelectedFieldsOrdered, Reader>()

/** Undefined where rows are more than a list of values by name, which is left to the library. */
function readerOf(fields: SelectedFieldsOrdered): Reader | undefined {
  const known = readers.get(fields)
  if (known !== undefined) return known
  const columns = fields.map(({ path, field }) => ({ name: path[0] ?? '', decoder: decoderOf(field), path }))
  if (columns.some(({ decoder, path }) => decoder === undefined || path.length !== 1)) return undefined
  const reader: Reader = ({ rows }) =>
    rows.map((row) => {
      const read: Record<string, unknown> = {}
      columns.forEach(({ name, decoder }, at) => {
        const value = (row as readonly unknown[])[at] // asked for as lists
        read[name] = value === null ? null : decoder?.mapFromDriverValue(value)
      })
      return read
    })
  readers.set(fields, reader)
  return reader
}

type Decoder = { readonly mapFromDriverValue: (value: unknown) => unknown }

function decoderOf(field: SelectedFieldsOrdered[number]['field']): Decoder | undefined {
  if (is(field, Column)) return field
  // The library keeps the decoder of an expression out of its types.
  if (is(field, SQL)) return (field as unknown as { readonly decoder: Decoder }).decoder
  if (is(field, SQL.Aliased)) return (field.sql as unknown as { readonly decoder: Decoder }).decoder
  return undefined
}
