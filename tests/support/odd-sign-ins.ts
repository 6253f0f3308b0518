import { sql } from 'drizzle-orm'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { lookAtSignIns } from '../../capabilities/access/odd-sign-ins/actions.ts'
import type { Origin } from '../../capabilities/access/sign-in/origin.ts'
import { recordSignIn } from '../../capabilities/access/sign-in/sign-in-log.ts'
import { afterwards, aVisitor } from './signing-in.ts'
import { theActor } from './world.ts'

/** Takes away what earlier tests tried and what came of it. */
export const forgetTries = () =>
  afterwards(sql`with a as (delete from odd_sign_ins), b as (delete from messages), c as (delete from sign_in.tries)
    delete from sign_in.attempts`)

export const device = { browser: 'firefox', system: 'windows' } as const
/** Firefox on Windows at this address. */
export const from = (address: string): Origin => ({ address, device })
export const jobs = (): Promise<Actor> => theActor(BUILT_IN.jobs)
/** The look that the background jobs take every five minutes. */
export const look = async (at = new Date(Date.now() + 1_000)) => lookAtSignIns(await jobs(), at)

/** So many tries on an account, past the limits: what another process let through, or a longer time. */
export async function tried(
  personId: string | undefined,
  isDone: boolean,
  addresses: readonly string[],
  typed?: string,
) {
  const visitor = await aVisitor()
  for (const address of addresses) {
    const arrival = { origin: from(address), way: 'password', ...(typed !== undefined && { typed }) } as const
    const refused = isDone ? {} : { refusedWith: 'sign-in-wrong' }
    await recordSignIn(visitor, isDone ? 'sign-in.done' : 'sign-in.failed', { arrival, personId, ...refused })
  }
}

/** Who got the mail that tells nothing. */
export const mailed = async (): Promise<string[]> => {
  const { rows } = await afterwards(sql`select person_id from messages where kind = 'attention' order by person_id`)
  return rows.map((row) => String(row.person_id))
}
