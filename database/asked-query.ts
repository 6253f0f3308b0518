import pg from 'pg'

// The driver's own way from a question to its rows, without what each question would do again: having columns described that
// a statement of this name always has, and looking up how each of them is read.

type Read = (text: string) => unknown
type ColumnOf = { readonly name: string; readonly read: Read }
type Described = { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }
type Rows = { readonly rows: readonly unknown[] }

/** What the driver's query does on its connection; its types leave these out. */
type Connection = { readonly describe: (message: unknown) => void }
type DriverQuery = {
  new (
    text: string,
  ): {
    text: string
    name: string | undefined
    values: readonly unknown[]
    callback: Callback
    prepare(on: Connection): void
  }
}
type Callback = (fault: Error | null, found?: Rows) => void

/** Moments, days, spans and lists of them stay text, as the query builder expects. */
const TEXT_TYPES: ReadonlySet<number> = new Set([1114, 1184, 1082, 1186, 1231, 1115, 1185, 1187, 1182])
const asText: Read = (text) => text

const reads = new Map<number, Read>()

function readOf(type: number): Read {
  const known = reads.get(type)
  if (known !== undefined) return known
  const read: Read = TEXT_TYPES.has(type) ? asText : pg.types.getTypeParser(type, 'text')
  reads.set(type, read)
  return read
}

/** By the name of a prepared statement, its columns: PostgreSQL refuses a statement whose columns have changed. */
const described = new Map<string, readonly ColumnOf[]>()

/** The same connection, but for asking what columns come back. */
const silent = new WeakMap<Connection, Connection>()

function withoutDescribing(connection: Connection): Connection {
  const known = silent.get(connection)
  if (known !== undefined) return known
  const made: Connection = Object.create(connection, { describe: { value: () => undefined } })
  silent.set(connection, made)
  return made
}

/** One question on its way: the driver sends it and hands over what comes back. */
class OnItsWay extends (pg.Query as unknown as DriverQuery) {
  readonly #isArray: boolean
  #columns: readonly ColumnOf[] | undefined
  readonly #rows: unknown[] = []
  #fault: Error | undefined

  constructor(asked: Asked, values: readonly unknown[], callback: Callback) {
    super(asked.text)
    this.name = asked.name
    this.values = values
    this.callback = callback
    this.#isArray = asked.isArray
    this.#columns = asked.name === undefined ? undefined : described.get(asked.name)
  }

  override prepare(connection: Connection): void {
    super.prepare(this.#columns === undefined ? connection : withoutDescribing(connection))
  }

  handleRowDescription({ fields }: Described): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, read: readOf(dataTypeID) }))
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    try {
      this.#rows.push(this.#isArray ? this.#asArray(fields) : this.#asObject(fields))
    } catch (fault) {
      this.#fault ??= fault as Error // what a reader of a type throws
    }
  }

  handleCommandComplete(): void {
    if (this.name !== undefined && !described.has(this.name)) described.set(this.name, this.#columns ?? [])
  }

  handleReadyForQuery(): void {
    if (this.#fault !== undefined) this.callback(this.#fault)
    else this.callback(null, { rows: this.#rows })
  }

  #asArray(values: readonly (string | null)[]): unknown[] {
    return values.map((value, at) => (value === null ? null : this.#columns?.[at]?.read(value)))
  }

  #asObject(values: readonly (string | null)[]): Record<string, unknown> {
    const row: Record<string, unknown> = {}
    this.#columns?.forEach(({ name, read }, at) => {
      const value = values[at] ?? null
      row[name] = value === null ? null : read(value)
    })
    return row
  }
}

/** A question; with a name it is prepared under it. `isArray`: its rows are lists of values, else objects. */
export type Asked = { readonly text: string; readonly name: string | undefined; readonly isArray: boolean }

/** Asks on this connection; its rows, or the fault that the database gave. */
export const ask = (client: pg.PoolClient, asked: Asked, values: readonly unknown[]): Promise<Rows> =>
  new Promise((resolve, reject) => {
    const query = new OnItsWay(asked, values, (fault, found) => (found === undefined ? reject(fault) : resolve(found)))
    client.query(query as unknown as pg.Submittable)
  })
