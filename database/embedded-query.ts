import { type PGlite, protocol } from '@electric-sql/pglite'

// The driver's own way from a statement to its rows, without having it read and planned again each time: with the policies of each
// table planning is most of the work, and PostgreSQL keeps the plan of a statement that has a name.

type Parser = (text: string, type: number) => unknown
type Parsers = Readonly<Record<number, Parser>>
type Field = { readonly name: string; readonly dataTypeID: number }
type Prepared = { readonly types: readonly number[]; readonly fields: readonly Field[] }

/** What the driver is told with a statement: how rows come, and readers that go before its own. */
export type Told = { readonly rowMode?: 'array' | 'object'; readonly parsers?: Parsers }

/** What the driver says back, of the kinds that tell something here. */
type Message =
  | { readonly name: 'parameterDescription'; readonly dataTypeIDs: readonly number[] }
  | { readonly name: 'rowDescription'; readonly fields: readonly Field[] }
  | { readonly name: 'dataRow'; readonly fields: readonly (string | null)[] }

/** Statements that have a name in the one session of each embedded database. */
const known = new WeakMap<PGlite, Map<string, Prepared>>()

const { serialize } = protocol
const EXECUTE = serialize.execute({})
const SYNC = serialize.sync()

/** The rows of a statement under this name; a fault is the driver's. Only inside a transaction of the driver. */
export async function askNamed(
  lite: PGlite,
  name: string,
  text: string,
  values: readonly unknown[],
  { rowMode = 'object', parsers = {} }: Told,
): Promise<{ readonly rows: unknown[]; readonly fields: readonly Field[] }> {
  const send = async (message: Uint8Array) =>
    (await lite.execProtocolStream(message, { syncToFs: false })) as unknown as Message[] // the kinds that are read here
  return lite._runExclusiveQuery(async () => {
    const { types, fields } = await prepared(lite, name, text, send)
    const bound = serialize.bind({
      statement: name,
      values: values.map((value, at) => written(lite, value, types[at])),
    })
    // Together, for each way in and out of the database takes as long as a small question.
    const answer = await send(Buffer.concat([bound, EXECUTE, SYNC]))
    const readers = fields.map(({ dataTypeID }) => readerOf(dataTypeID, parsers, lite.parsers))
    const read = (row: readonly (string | null)[]) =>
      row.map((cell, at) => (cell === null ? null : readers[at]?.(cell)))
    const rows = answer.flatMap((one) => (one.name === 'dataRow' ? [read(one.fields)] : []))
    return { fields, rows: rowMode === 'array' ? rows : rows.map((row) => byName(fields, row)) }
  })
}

async function prepared(
  lite: PGlite,
  name: string,
  text: string,
  send: (message: Uint8Array) => Promise<readonly Message[]>,
): Promise<Prepared> {
  const ofThis = known.get(lite) ?? new Map<string, Prepared>()
  known.set(lite, ofThis)
  const before = ofThis.get(name)
  if (before !== undefined) return before
  // A try that failed halfway may have left the name behind; closing one that is not there is no fault.
  const asked = [
    serialize.close({ type: 'S', name }),
    serialize.parse({ name, text }),
    serialize.describe({ type: 'S', name }),
  ]
  const described = await send(Buffer.concat([...asked, SYNC]))
  const made: Prepared = {
    types: described.flatMap((one) => (one.name === 'parameterDescription' ? one.dataTypeIDs : [])),
    fields: described.flatMap((one) => (one.name === 'rowDescription' ? one.fields : [])),
  }
  ofThis.set(name, made)
  return made
}

/** A value as the driver writes it. */
function written(lite: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const serializer = type === undefined ? undefined : lite.serializers[type]
  return serializer === undefined ? String(value) : serializer(value)
}

/** What has no reader stays text. */
function readerOf(type: number, first: Parsers, then: Parsers): (cell: string) => unknown {
  const reader = first[type] ?? then[type]
  return reader === undefined ? (cell) => cell : (cell) => reader(cell, type)
}

const byName = (fields: readonly Field[], row: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name }, at) => [name, row[at]]))
