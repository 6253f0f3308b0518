import type { Actor } from '../../capabilities/access/actor.ts'
import type { Action, Kind } from '../../capabilities/access/roles.ts'
import type { Click } from '../../capabilities/campaigns/clicks.ts'
import type { Translations } from '../../capabilities/information/queries.ts'
import type { NameBook } from '../../capabilities/terms/name-book.ts'
import type { Speak } from '../../capabilities/terms/spoken.ts'
import type { Day } from '../../foundation/day.ts'
import type { Lang } from '../words/words.ts'

/** Who may open a page: everyone, whoever signed in, or who has this right somewhere; doors decide on the record itself. */
export type May = 'everyone' | 'signed-in' | readonly [Action, Kind]

export type PageRequest = {
  readonly lang: Lang
  readonly now: Date
  readonly today: Day
  /** The path as asked, without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What was sent; empty for a page that is only read. */
  readonly form: FormData
  /** When what the form holds was kept, because the session ended while typing. */
  readonly typedAt?: Date
  readonly isDemo: boolean
  /** What can be read here in the languages beside Dutch and English; nothing on pages for work. */
  readonly translations: Translations
  /** What everything is called in every region and municipality. */
  readonly names: NameBook
  /** Puts the names of where this person works into a text of the product. */
  readonly said: Speak
  /** The address of this installation, without a slash at its end; for what has to be a whole address. */
  readonly origin: string
  /** The session behind the page, where there is one. */
  readonly sessionId: string | undefined
  /** Whether a step of signing in comes before any other page. */
  readonly needs: 'second-factor' | 'renewal' | 'enrolment' | undefined
  /** What signing in asks of a request, and nothing else does. */
  readonly browser: Browser
}

export type Browser = {
  /** The `Cookie` header as sent. */
  readonly cookies: string | undefined
  readonly userAgent: string | undefined
  /** The network address, or its network for a long one; for counting requests, never kept as it is. */
  readonly address: string
}

export type Reply =
  | {
      readonly kind: 'html'
      readonly html: string
      readonly status: number
      readonly headers?: Record<string, string>
      /** Whole `Set-Cookie` lines, of signing in. */
      readonly cookies?: readonly string[]
      /** The reason code when the page tells that something was refused; it goes in the audit row. */
      readonly refusedWith?: string
    }
  | {
      readonly kind: 'redirect'
      readonly to: string
      /** The short address of a campaign was followed; counted when a person did so, and nothing of that person. */
      readonly click?: Click
      readonly headers?: Record<string, string>
      readonly cookies?: readonly string[]
    }
  | { readonly kind: 'download'; readonly name: string; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-found' }

export type Handle = (actor: Actor, page: PageRequest) => Promise<Reply>

export type Guarded = {
  readonly may: May
  readonly act: string | undefined
  /** Signing in runs outside the transaction of a page and logs itself: a counted failure stays counted when the page fails. */
  readonly isSigningIn: boolean
  /** A post that changes no record, such as a search whose words stay out of the address. */
  readonly isReading: boolean
  /**
   * The same for everyone at this address: no session is looked at, the address says the language, what was asked behind a
   * question mark is not, and the answer is kept to give again. A post that is for all is the same for everyone who sends the
   * same; it reads what everyone may read, changes nothing, and its answer is kept nowhere.
   */
  readonly isForAll: boolean
  readonly handle: Handle
}

type Rule = { may: May; act?: string; isSigningIn?: boolean; isReading?: boolean; isForAll?: boolean }

/**
 * A get or post with who may and what is logged. `act` names the audit row (`import.started`);
 * only pages that show no record at all may leave it out.
 */
export const guarded = (rule: Rule, handle: Handle): Guarded => ({
  may: rule.may,
  act: rule.act,
  isSigningIn: rule.isSigningIn ?? false,
  isReading: rule.isReading ?? false,
  isForAll: rule.isForAll ?? false,
  handle,
})

/** After a post the browser asks the next page anew, so that a reload sends nothing twice. */
export const redirect = (to: string): Reply => ({ kind: 'redirect', to })

export const notFound = (): Reply => ({ kind: 'not-found' })

/** A file to keep; its name never holds a name, address, place, grade or topic. */
export const download = (file: { name: string; type: string; body: Uint8Array<ArrayBuffer> }): Reply => ({
  kind: 'download',
  ...file,
})

export const json = (value: unknown): Reply => ({ kind: 'json', value })
