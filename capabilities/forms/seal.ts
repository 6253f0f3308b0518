import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Answer, allow, refuse } from '../../foundation/result.ts'

const NONCE = 12
const TAG = 16
/** Longer than any form can make it. */
const LONGEST = 400_000

/** Encrypts bytes so that only the key opens them, and only for this use: `about` is bound to them. */
export function encrypt(key: Uint8Array, about: string, plain: string): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** The text in them, or undefined when anything of it, the key or the use is another. */
export function decrypt(key: Uint8Array, about: string, sealed: Uint8Array): string | undefined {
  if (sealed.length < NONCE + TAG) return undefined
  try {
    const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([opening.update(sealed.subarray(NONCE, -TAG)), opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const envelope = z.strictObject({ until: z.number(), content: z.unknown() })

type Seal = { readonly key: Uint8Array; readonly about: string }

/** Seals what a form carries along, until a moment. */
export const seal = ({ key, about }: Seal, content: unknown, until: Date): string =>
  Buffer.from(encrypt(key, about, JSON.stringify({ until: until.getTime(), content }))).toString('base64url')

/** What was sealed; refused when it was changed, was made for something else, or is past its time. */
export function open({ key, about }: Seal, text: string, now: Date): Answer<unknown> {
  const plain = text.length > LONGEST ? undefined : decrypt(key, about, Buffer.from(text, 'base64url'))
  if (plain === undefined) return refuse('form-broken')
  const { until, content } = envelope.parse(JSON.parse(plain)) // we sealed it, so it has this shape
  return until < now.getTime() ? refuse('form-expired') : allow(content)
}
