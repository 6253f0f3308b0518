import { type Placeholder, type Query, sql } from 'drizzle-orm'
import {
  PgDatabase,
  PgDialect,
  type PgQueryResultHKT,
  PgSession,
  type SelectedFieldsOrdered,
} from 'drizzle-orm/pg-core'
import type { Tx } from './connect.ts'

type Builder = PgDatabase<PgQueryResultHKT, Record<string, never>>
type Places<Names extends string> = Readonly<Record<Names, Placeholder>>
type Values<Names extends string> = Readonly<Record<Names, string | number | readonly string[]>>
type Built = {
  readonly query: Query
  readonly fields: SelectedFieldsOrdered | undefined
  readonly joinsNotNullableMap?: unknown
}

/**
 * A question of the query builder that is built once per process: `build` says it with a place for each value of `names`, and
 * it is asked with the values of then. Building takes several times as long as asking, so this is for what many pages ask. A value
 * goes as it is, a list of ids behind `any`; where more than values differs, it is another question.
 */
export function builtOnce<const Names extends string, Answer>(
  names: readonly Names[],
  build: (
    from: Builder,
    places: Places<Names>,
  ) => PromiseLike<Answer> & { readonly prepare: (name: string) => unknown },
): (tx: Tx, values: Values<Names>) => Promise<Answer> {
  let built: Built | undefined
  return async (tx, values) => {
    built ??= builtOf(build, names)
    const { query, fields, joinsNotNullableMap } = built
    const asked = sessionOf(tx).prepareQuery(query, fields, undefined, true)
    return Object.assign(asked, { joinsNotNullableMap }).execute(values) as Promise<Answer> // rows of its own fields
  }
}

function builtOf<Names extends string>(
  build: (from: Builder, places: Places<Names>) => { readonly prepare: (name: string) => unknown },
  names: readonly Names[],
): Built {
  const from: Builder = new PgDatabase(dialect, new Building(dialect), undefined)
  const places = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as unknown as Places<Names> // one for each
  return build(from, places).prepare('') as Built // as handed over by what stands below
}

const dialect = new PgDialect()

/** Where the library hands over what it built, instead of asking it. */
class Building extends PgSession {
  override prepareQuery(query: Query, fields: SelectedFieldsOrdered | undefined): never {
    const built = { query, fields, setToken: () => built }
    return built as never // ours, and read as what it is
  }
  override transaction(): never {
    throw new Error('a question that is built once opens no transaction')
  }
}

const sessionOf = (tx: Tx): PgSession => (tx as unknown as { readonly session: PgSession }).session // left out of its types
