import { hashPassword } from 'better-auth/crypto'
import { asSignIn } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type DemoSignIn, signInUsed } from './library.ts'
import * as store from './store.ts'

/** Gives people of the fictional region one password at once; hashing it for each would take longer than making them. */
export async function setPasswordsForDemo(personIds: readonly Id[], password: string): Promise<Answer> {
  return asSignIn(async (tx) => {
    if (!(await store.isDemo(tx))) return refuse('demo-only')
    const hash = await hashPassword(password)
    for (const personId of personIds) {
      const person = await store.signerWithId(tx, personId)
      if (person === undefined) return refuse('not-found')
      await store.setPassword(tx, person, hash)
    }
    return allow()
  })
}

/** Who can be chosen on the sign-in page; nobody outside the demo. */
export const demoSignIns = (): readonly DemoSignIn[] => signInUsed().settings.demo?.people ?? []

/** The password of a person that can be chosen, so that choosing goes through the same door as typing. */
export function demoPasswordOf(email: string): string | undefined {
  const { demo } = signInUsed().settings
  return demo?.people.some((person) => person.email === email) ? demo.password : undefined
}
