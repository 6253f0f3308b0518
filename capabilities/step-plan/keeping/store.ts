import { sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Day } from '../../../foundation/day.ts'

/** Gives the last day on which it is there. */
export async function keep(tx: Tx, lookup: string, content: Uint8Array): Promise<Day> {
  const { rows } = await tx.execute<{ until: Day }>(
    sql`select access.keep_steps(${lookup}, decode(${Buffer.from(content).toString('hex')}, 'hex'))::text as until`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('keeping gives a day')
  return row.until
}

export async function contentAt(tx: Tx, lookup: string): Promise<Uint8Array | undefined> {
  const { rows } = await tx.execute<{ content: string | null }>(
    sql`select encode(access.steps_kept(${lookup}), 'hex') as content`,
  )
  const content = rows[0]?.content
  return content === undefined || content === null ? undefined : Buffer.from(content, 'hex')
}

/** Says whether there was something. */
export async function forget(tx: Tx, lookup: string): Promise<boolean> {
  const { rows } = await tx.execute<{ gone: boolean }>(sql`select access.forget_steps(${lookup}) as gone`)
  return rows[0]?.gone === true
}

/** Gives how many went. */
export async function forgetOld(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select access.forget_old_steps() as n`)
  return rows[0]?.n ?? 0
}
