import { hkdfSync } from 'node:crypto'

/** What a key is for; each has one of its own, so that what one made no other opens. */
export type KeyPurpose =
  | 'answers'
  | 'draft'
  | 'draft-owner'
  | 'reference'
  | 'offer-ask'
  | 'story-consent'
  | 'kept-steps'
  | 'service-token'

let secret: string | undefined
const made = new Map<KeyPurpose, Uint8Array>()

/** Sets the secret from which this process derives the keys of forms; once at start. */
export function useFormSecret(given: string): void {
  secret = given
  made.clear()
}

/** The key for one purpose, 32 bytes. */
export function formKey(purpose: KeyPurpose): Uint8Array {
  if (secret === undefined) throw new Error('no secret for forms: call useFormSecret first')
  const key = made.get(purpose) ?? new Uint8Array(hkdfSync('sha256', secret, '', `voorveld forms ${purpose}`, 32))
  made.set(purpose, key)
  return key
}
