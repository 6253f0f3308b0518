/** The description of the API, as far as requests are made of it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
}
export type Parameter = { readonly name: string; readonly in: string; readonly schema: Schema }
export type Operation = {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Numbers below 1, the same ones for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What somebody could know of the world: values that fit, by the format or name of a field. */
export type Fitting = {
  readonly ids: readonly string[]
  readonly days: readonly string[]
  readonly codes: readonly string[]
  readonly texts: readonly string[]
  readonly answers: readonly object[]
}

/** Makes values that fit a schema, mostly. */
export function maker({ components }: Description, fitting: Fitting, random: () => number) {
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T // never asked of an empty list
  const deref = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  const make = (asked: Schema): unknown => {
    const schema = deref(asked)
    if (asked.$ref?.endsWith('/Antwoorden')) return one(fitting.answers)
    if (schema.enum !== undefined) return one(schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices !== undefined) return make(one(choices))
    switch (schema.type) {
      case 'object':
        return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, make(inner)]))
      case 'array':
        return [make(schema.items ?? {})]
      case 'integer':
      case 'number':
        return Math.floor(
          (schema.minimum ?? 0) + random() * Math.min(200, (schema.maximum ?? 200) - (schema.minimum ?? 0)),
        )
      case 'boolean':
        return random() < 0.5
      default:
        return text(schema)
    }
  }
  const text = ({ format }: Schema): string => {
    if (format === 'uuid') return one(fitting.ids)
    if (format === 'date') return one(fitting.days)
    if (format === 'date-time') return new Date(Date.now() - random() * 1e9).toISOString()
    return one(random() < 0.8 ? fitting.codes : fitting.texts)
  }
  return { make, one }
}

/** What no field expects. */
export const HOSTILE_VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' \t\r\n',
    'a\u0000b',
    'a\ud800b',
    '\udfff',
    '\u202eabc',
  ],
  ...[
    "'; drop table people; --",
    '"><script>alert(1)</script>',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '%00%ff',
  ],
  ...['2026-02-31', '+275760-09-13', '9999-99-99', 'NaN', '99999999999999999999', 'a'.repeat(5_000), '💣'.repeat(300)],
  ...['01990000-0000-7000-8000-000000000000', '01990000-0000-7000-8000-00000000000G', 'GM0000', '"1"', '*'],
  ...[[], {}, [[]], [null], [{}], { toString: 1 }, Array.from({ length: 500 }, () => 'x'), nested(200)],
]

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { a: value }
  return value
}

/** As it stands in an address. */
export const asText = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** The same value with something hostile in one place of it, or a member gone, or one more. */
export function broken(value: unknown, random: () => number): unknown {
  const hostile = HOSTILE_VALUES[Math.floor(random() * HOSTILE_VALUES.length)]
  if (typeof value !== 'object' || value === null || random() < 0.15) return hostile
  const members = Object.keys(value)
  const at = members[Math.floor(random() * members.length)]
  const copy = structuredClone(value) as Record<string, unknown> // an object or a list, by its keys
  if (at === undefined || random() < 0.15)
    return Array.isArray(value) ? hostile : { ...copy, [asText(hostile).slice(0, 40)]: hostile }
  if (random() < 0.15) Reflect.deleteProperty(copy, at)
  else copy[at] = broken(copy[at], random)
  return copy
}
