import { createHmac, scrypt } from 'node:crypto'
import { z } from 'zod'
import type { Id } from '../../../foundation/id.ts'
import { isId } from '../../../foundation/id.ts'
import { type Filling, fillingFormat } from '../../forms/filling.ts'
import { formKey } from '../../forms/keys.ts'
import { decrypt, encrypt } from '../../forms/seal.ts'
import { codeFrom, signsIn } from '../../help-requests/reference.ts'

/** What follows from a code: the key that opens what was kept, and the name under which it is found. */
export type Keys = { readonly key: Uint8Array; readonly lookup: string }

/** Trying one code takes a machine a tenth of a second and 32 MB; there are more than 2^55 codes. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const
const KEY = 32

/** Whatever was kept is as long as this, so that its length tells nothing either. */
const LENGTH = 2_000
const ABOUT = 'kept steps'

/**
 * The code under which somebody keeps steps. It follows from the key of the form, which only the visitor holds: kept twice
 * it is one code, and it stands nowhere here.
 */
export const codeFor = (submitKey: Id): string =>
  codeFrom(createHmac('sha256', formKey('kept-steps')).update(`code ${submitKey}`).digest())

/** Key and name of a typed code; undefined for what can be none. Neither says anything of the other. */
export async function keysFor(typed: string): Promise<Keys | undefined> {
  const signs = signsIn(typed)
  if (signs === undefined) return undefined
  const bytes = await new Promise<Buffer>((done, failed) => {
    scrypt(signs, formKey('kept-steps'), KEY * 2, COST, (fault, derived) => (fault ? failed(fault) : done(derived)))
  })
  return { key: new Uint8Array(bytes.subarray(0, KEY)), lookup: bytes.subarray(KEY).toString('hex') }
}

const kept = z.strictObject({
  plan: z.string(),
  submitKey: z.string().refine(isId),
  answers: fillingFormat.shape.answers,
})

export const lock = ({ key }: Keys, plan: string, { submitKey, answers }: Filling): Uint8Array =>
  encrypt(key, ABOUT, JSON.stringify({ plan, submitKey, answers }).padEnd(LENGTH))

/** What was kept; undefined when the key or anything of it is another. */
export function unlock({ key }: Keys, plan: string, content: Uint8Array): Filling | undefined {
  const plain = decrypt(key, ABOUT, content)
  if (plain === undefined) return undefined
  const { plan: of, submitKey, answers } = kept.parse(JSON.parse(plain)) // we locked it, so it has this shape
  return of === plan ? { submitKey, answers } : undefined
}
