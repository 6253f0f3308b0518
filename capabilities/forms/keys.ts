import { hkdfSync } from 'node:crypto'

/** What a key is for; each has one of its own, so that what one made no other opens. */
export type KeyPurpose = 'answers' | 'draft' | 'draft-owner' | 'reference' | 'kept-steps'

let secret: string | undefined
const derived = new Map<KeyPurpose, Uint8Array>()

/** Sets the secret from which this process derives the keys of forms; once at start. */
export function useFormSecret(given: string): void {
  secret = given
  derived.clear()
}

/** The key for one purpose, 32 bytes. */
export function formKey(purpose: KeyPurpose): Uint8Array {
  if (secret === undefined) throw new Error('no secret for forms: call useFormSecret first')
  const known = derived.get(purpose)
  if (known !== undefined) return known
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `voorveld forms ${purpose}`, 32))
  derived.set(purpose, key)
  return key
}
