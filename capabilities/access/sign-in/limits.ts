import { createHmac } from 'node:crypto'
import {
  type IRateLimiterStoreNoAutoExpiryOptionsAndSchema,
  RateLimiterDrizzle,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { asSignIn, signInTransaction } from '../../../database/transaction.ts'
import { keyFrom, signInUsed } from './library.ts'
import * as store from './store.ts'
import { attempts } from './tables.ts'
import { type Block, turnsAhead } from './turns-ahead.ts'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** How often something may be tried, counted in the database so that a restart forgives nobody. */
export type Limit = {
  readonly name: string
  readonly points: number
  /** From the first try on; a success forgets earlier ones where that is said. */
  readonly seconds: number
  /** Once the points are used. */
  readonly blockSeconds: number
  /**
   * Counted all day by one key: a process takes as many turns at once, and hands them out itself. What a machine that falls over had
   * not written down yet may be lost.
   */
  readonly atOnce?: number
}

/** Ten wrong passwords close an account for a quarter of an hour, also for the right one. */
export const ACCOUNT: Limit = { name: 'account', points: 10, seconds: DAY, blockSeconds: 15 * MINUTE }
/** An office shares one address, so this is wide; it stops trying one password on many accounts. */
export const ORIGIN: Limit = { name: 'origin', points: 50, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Going to the provider of an organisation: a whole office does so at nine, and each time we ask that provider something. */
export const SIGN_ON: Limit = { name: 'sign-on', points: 300, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
export const INVITATION: Limit = { name: 'invitation', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Wrong codes with one link, which lasts a week: after these it opens nothing any more. */
export const SPOKEN: Limit = { name: 'spoken', points: 5, seconds: 8 * DAY, blockSeconds: 0 }
/** A library or a school shares one address, and a parent may start again; a machine that sends forms stops here. */
export const ASKING: Limit = { name: 'asking', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Whether pages helped: a class reads together; a machine that says so all day stops here. */
export const OPINION: Limit = { name: 'opinion', points: 60, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Wrong reference codes; a right one gives its turn back. */
export const STATUS: Limit = { name: 'status', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Steps kept under a code; each costs a tenth of a second of work. */
export const KEEPING: Limit = { name: 'keeping', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Steps laid out as a PDF; a library shares one address, and each costs a tenth of a second of work. */
export const PAPER: Limit = { name: 'paper', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Wrong codes of kept steps; a right one gives its turn back. */
export const KEPT: Limit = { name: 'kept', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** Links by which a story is taken back; a right one gives its turn back. */
export const TAKING_BACK: Limit = { name: 'taking-back', points: 20, seconds: 15 * MINUTE, blockSeconds: 15 * MINUTE }
/** A key of another system cannot be guessed; this keeps a machine that lost its key from knocking all day. */
export const WRONG_KEY: Limit = { name: 'wrong-key', points: 60, seconds: 60, blockSeconds: 0 }
/** In so many pieces the turns of a minute are taken, so that what a process takes and does not use stays little. */
const BLOCKS = 50

/** Requests of one key of another system, in every process together. */
export const keyLimit = (perMinute: number): Limit => ({
  ...{ name: 'key', points: perMinute, seconds: 60, blockSeconds: 0 },
  atOnce: Math.max(1, Math.floor(perMinute / BLOCKS)),
})
/** A code holds 30 seconds, and the library takes the one before and after: within that time it opens once. */
export const CODE_ONCE: Limit = { name: 'code', points: 1, seconds: 2 * MINUTE, blockSeconds: 0 }

export type Turn = {
  readonly isAllowed: boolean
  readonly isLast: boolean
  /** Turns that are left before the wait. */
  readonly left: number
  readonly waitSeconds: number
}

/** Uses a turn before the try itself, so that tries side by side count too. */
export async function takeTurn(limit: Limit, key: string): Promise<Turn> {
  const { atOnce = 1 } = limit
  if (atOnce > 1) {
    const { isAllowed, left, waitMs } = await ahead(`${limit.name} ${key}`, () => blockOf(limit, key, atOnce))
    return { isAllowed, isLast: isAllowed && left === 0, left, waitSeconds: Math.ceil(waitMs / 1000) }
  }
  const { consumedPoints, msBeforeNext } = await taken(limit, key, atOnce)
  return {
    isAllowed: consumedPoints <= limit.points,
    isLast: consumedPoints === limit.points,
    left: Math.max(0, limit.points - consumedPoints),
    waitSeconds: Math.ceil(msBeforeNext / 1000),
  }
}

const ahead = turnsAhead()

async function blockOf(limit: Limit, key: string, atOnce: number): Promise<Block> {
  const { consumedPoints, msBeforeNext } = await taken(limit, key, atOnce)
  const leftBeyond = Math.max(0, limit.points - consumedPoints)
  const granted = Math.max(0, atOnce - Math.max(0, consumedPoints - limit.points))
  return { granted, leftBeyond, holdsMs: msBeforeNext }
}

const taken = (limit: Limit, key: string, points: number): Promise<RateLimiterRes> =>
  asSignIn(async (tx) => {
    // The row of a key is the same for all its requests: waiting for the disk with it in hand would make them a queue.
    const isWaitedFor = limit.atOnce === undefined
    const [result] = await Promise.all([consumed(limit, key, points), isWaitedFor || store.doNotWaitForTheDisk(tx)])
    return result
  })

const consumed = (limit: Limit, key: string, points: number): Promise<RateLimiterRes> =>
  limiterOf(limit)
    .consume(hashed(key), points)
    .catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return refusal
      throw refusal
    })

/** Gives the turn back: what was tried turned out well. */
export const giveBack = (limit: Limit, key: string): Promise<unknown> =>
  asSignIn(() => limiterOf(limit).reward(hashed(key)))

/** Forgets every try. */
export const forget = (limit: Limit, key: string): Promise<unknown> =>
  asSignIn(() => limiterOf(limit).delete(hashed(key)))

/** Closes at once, without waiting for a try too many. */
export const close = (limit: Limit, key: string): Promise<unknown> =>
  asSignIn(() => limiterOf(limit).block(hashed(key), limit.blockSeconds))

function limiterOf(limit: Limit): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
    blockDuration: limit.blockSeconds,
    storeClient: signInTransaction(),
    schema: attempts,
    clearExpiredByTimeout: false, // the clean-up job does
  } satisfies IRateLimiterStoreNoAutoExpiryOptionsAndSchema)
}

/** An address of a person or a machine is not kept, also not as a plain hash that can be tried out. */
const hashed = (key: string): string =>
  createHmac('sha256', keyFrom(signInUsed().settings.secret, 'limits')).update(key).digest('base64url')
