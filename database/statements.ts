import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'

/** Statements on one connection, the same over both databases; for what is done to the database as a whole. */
export type Statements = {
  readonly run: (text: string) => Promise<void>
  readonly rows: <Row>(text: string, values?: unknown[]) => Promise<Row[]>
}

export const embedded = (lite: PGlite): Statements => ({
  run: async (text) => {
    await lite.exec(text)
  },
  rows: async <Row>(text: string, values?: unknown[]) => (await lite.query<Row>(text, values)).rows,
})

export const server = (client: pg.Client): Statements => ({
  run: async (text) => {
    await client.query(text)
  },
  // The caller names the columns it selects.
  rows: async <Row>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as Row[],
})
