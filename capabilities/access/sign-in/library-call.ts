import { isAPIError } from 'better-auth/api'
import { type Library, signInUsed } from './library.ts'

/** What the library said yes with: cookies for the browser, and whether a session is among them. */
export type Said = { readonly cookies: readonly string[]; readonly hasSession: boolean }

type LibraryAnswer = { readonly ok: true; readonly value: Said } | { readonly ok: false; readonly code: string }

/**
 * Asks the library something. Its refusals (which it throws) become an answer, so that the running transaction keeps
 * what was counted; faults stay faults. Of its cookies only ours leave the room.
 */
export async function asLibrary(ask: (api: Library['api']) => Promise<{ headers: Headers }>): Promise<LibraryAnswer> {
  const { library, cookieNames } = signInUsed()
  try {
    const { headers } = await ask(library.api)
    const ours = Object.values(cookieNames)
    const cookies = headers.getSetCookie().filter((line) => ours.some((name) => line.startsWith(`${name}=`)))
    return { ok: true, value: { cookies, hasSession: cookies.some((line) => isSet(line, cookieNames.session)) } }
  } catch (fault) {
    if (!isAPIError(fault) || fault.statusCode >= 500) throw fault
    return { ok: false, code: String(fault.body?.code ?? '') }
  }
}

/** Set, not cleared. */
const isSet = (line: string, name: string): boolean => line.startsWith(`${name}=`) && !line.startsWith(`${name}=;`)
