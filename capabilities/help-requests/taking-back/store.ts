import { sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { RequestState } from '../request.ts'

export type TakenBack = { readonly municipalityId: Id; readonly id: Id; readonly state: RequestState }

/** Takes back what stands under this code, and what was handed over from it; undefined for a code that nobody has. */
export async function takeBack(tx: Tx, codeHash: string): Promise<TakenBack | undefined> {
  const { rows } = await tx.execute<TakenBack>(
    sql`select municipality_id as "municipalityId", id, state from access.withdraw_request(${codeHash})`,
  )
  return rows[0]
}
