/**
 * The answer of a rule or a door: yes with a value, or no with a reason code.
 * The reason is worded once, in `web/words`, and never thrown.
 */
export type Answer<T = undefined> = Allowed<T> | Refused

export type Allowed<T> = { readonly ok: true; readonly value: T }
export type Refused = {
  readonly ok: false
  /** Kebab-case code, worded in Dutch and English in `web/words/refusals.ts`. */
  readonly reason: string
  /** Values for the sentence: codes, numbers, days; never a name of a person. */
  readonly with?: Readonly<Record<string, string | number>>
}

export function allow(): Allowed<undefined>
export function allow<T>(value: T): Allowed<T>
export function allow<T>(value?: T): Allowed<T | undefined> {
  return { ok: true, value }
}

/** A refusal with its reason code and the values its sentence needs. */
export function refuse(reason: string, values?: Readonly<Record<string, string | number>>): Refused {
  return values === undefined ? { ok: false, reason } : { ok: false, reason, with: values }
}
