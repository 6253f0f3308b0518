import { z } from 'zod'
import { type Id, isId } from '../../foundation/id.ts'
import { type Answer, allow } from '../../foundation/result.ts'
import type { Given } from './answer.ts'
import { formKey } from './keys.ts'
import { decrypt, encrypt, open, seal } from './seal.ts'

/** Fields of the form engine itself begin so; they are no part of what was typed. */
export const OWN_FIELD = '_'
/** Of these one is kept: the version that was on the screen, so that who changed something meanwhile is not overwritten. */
export const VERSION_FIELD = '_versie'
/** The hidden field that says whose form this was, for when the session ends while typing. */
export const OWNER_FIELD = '_van'

const TOKEN_HOURS = 24
const LARGEST = 64_000
const MOST_FIELDS = 200

/** Whose form a page holds and where it stands. */
export type DraftOwner = { readonly personId: Id; readonly page: string }

const owner = z.strictObject({ personId: z.string().refine(isId), page: z.string().startsWith('/').max(300) })

const aboutOwner = () => ({ key: formKey('draft-owner'), about: 'draft owner' })

/** Proof that this form was shown to this person on this page; it lets a later post be kept for that person, and nothing more. */
export const sealOwner = (given: DraftOwner, now: Date): string =>
  seal(aboutOwner(), given, new Date(now.getTime() + TOKEN_HOURS * 3_600_000))

export function openOwner(text: string, now: Date): Answer<DraftOwner> {
  const opened = open(aboutOwner(), text, now)
  return opened.ok ? allow(owner.parse(opened.value)) : opened
}

const isTyped = (name: string): boolean => name === VERSION_FIELD || !name.startsWith(OWN_FIELD)

/** What was typed, by field. Files and fields of the engine stay out; more than a form can hold is not kept. */
export function typedIn(form: FormData): Given | undefined {
  const names = [...new Set(form.keys())].filter(isTyped).slice(0, MOST_FIELDS)
  const typed: Given = Object.fromEntries(
    names.map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')]),
  )
  const isEmpty = Object.entries(typed).every(
    ([name, values]) => name === VERSION_FIELD || values.every((value) => value.trim() === ''),
  )
  return isEmpty || JSON.stringify(typed).length > LARGEST ? undefined : typed
}

const content = z.record(z.string(), z.array(z.string()))
const about = ({ personId, page }: DraftOwner): string => `draft ${personId} ${page}`

/** Bound to the person and the page: moved to another row it opens no more. */
export const encryptDraft = (of: DraftOwner, typed: Given): Uint8Array =>
  encrypt(formKey('draft'), about(of), JSON.stringify(typed))

/** Undefined when the key changed since: then what was typed is lost, as it should be. */
export function decryptDraft(of: DraftOwner, sealed: Uint8Array): Given | undefined {
  const plain = decrypt(formKey('draft'), about(of), sealed)
  return plain === undefined ? undefined : content.parse(JSON.parse(plain))
}
