import type { z } from '@hono/zod-openapi'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { Action, Kind } from '../../capabilities/access/roles.ts'
import type { TokenScope } from '../../capabilities/access/service-accounts/token.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Answer, Refused } from '../../foundation/result.ts'
import type { Lang } from '../../web/words/words.ts'
import type { Fault } from './problem.ts'

/** One request as an endpoint gets it: read, checked, and by somebody known. */
export type Asked<P, Q, B> = {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The version in `If-Match`; 0 where the endpoint asks for none. */
  readonly version: number
  /** Made of `Idempotency-Key` and the account: the same request sent again is the same record. */
  readonly key: Id
  readonly lang: Lang
  readonly now: Date
  readonly today: Day
  /** This address with other values in its query; for the next page of a list. */
  readonly again: (query: Readonly<Record<string, string>>) => string
}

export type Given<A> = {
  readonly body: A
  /** Version of the record, told as `ETag`. */
  readonly version?: number
  /** Path of what was made, below the API. */
  readonly location?: string
}

/** A no, with each thing that is wrong where there are more. */
export type ApiRefused = Refused & { readonly errors?: readonly Fault[] }

type Rule<P, Q, B, A> = {
  readonly id: string
  readonly method: 'get' | 'post' | 'patch'
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** What the key must be for, and the right that the account must hold somewhere; doors decide on the record itself. */
  readonly scope: TokenScope
  readonly may: readonly [Action, Kind]
  /** Names the audit row, noun first. */
  readonly act: string
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly answer: z.ZodType<A>
  readonly status?: 200 | 201
  /** A change of a record that somebody else may change meanwhile asks for the version that was read. */
  readonly needsVersion?: true
  /** What makes a record asks for a key, so that sending it twice makes one. */
  readonly needsKey?: true
}

type Handle<P, Q, B, A> = (actor: Actor, asked: Asked<P, Q, B>) => Promise<Answer<Given<A>> | ApiRefused>

export type Endpoint = Rule<unknown, unknown, unknown, unknown> & {
  readonly handle: Handle<unknown, unknown, unknown, unknown>
}

/** An endpoint with who may and what is logged; what comes in is checked by its own formats before `handle` sees it. */
export function endpoint<P, Q, B, A>(rule: Rule<P, Q, B, A>, handle: Handle<P, Q, B, A>): Endpoint {
  // What `handle` gets was parsed by the formats of this very rule; a table of endpoints cannot say so per row.
  return { ...rule, handle } as unknown as Endpoint
}
