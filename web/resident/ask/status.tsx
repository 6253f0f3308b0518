import type { FC } from 'hono/jsx'
import { requestState } from '../../../capabilities/help-requests/queries.ts'
import type { RequestState } from '../../../capabilities/help-requests/request.ts'
import type { Promised } from '../../../capabilities/help-requests/triage/deadlines.ts'
import { promisedFor } from '../../../capabilities/help-requests/waiting/queries.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { nobodyYet, textIn } from '../../shell/sign-in-pages.tsx'
import { askWords } from '../../words/ask.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { Lang } from '../../words/words.ts'
import { LineForChild, PhoneOfReader, type ToCall, toCall } from './call.tsx'

/** Where somebody types the code; it never stands in an address. */
export const get = guarded({ may: 'everyone' }, (_actor, page) => statusPage(page, {}))

export const post = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const visitor = await nobodyYet(actor)
  const code = codeIn(page)
  const found = await requestState(visitor, code, page.browser.address)
  if (!found.ok) return statusPage(page, { refused: found })
  const promised = await promisedFor(visitor, code)
  return statusPage(page, { found: { state: found.value, promised, call: await toCall(visitor, page, code) } })
})

const codeIn = (page: PageRequest): string => textIn(page, 'code').slice(0, 40)

type Found = { readonly state: RequestState; readonly promised: Promised | undefined; readonly call: ToCall }
type Said = { readonly found?: Found; readonly refused?: Refused }

/** How far it is, in words that tell a bystander nothing. */
function statusPage(page: PageRequest, { found, refused }: Said): Promise<Reply> {
  const words = askWords[page.lang]
  return publicPage(
    page,
    {
      title: words.windowTitle,
      isPrivate: true,
      ...refusedAs(refused),
    },
    <div class="question">
      <div>
        {found === undefined ? (
          <CodeForm lang={page.lang} typed={refused === undefined ? '' : codeIn(page)} refused={refused} />
        ) : (
          <State lang={page.lang} today={page.today} {...found} />
        )}
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.statusPrivate}</h2>
          <p>{words.statusPrivateText}</p>
        </section>
      </aside>
    </div>,
  )
}

const CodeForm: FC<{ lang: Lang; typed: string; refused: Refused | undefined }> = ({ lang, typed, refused }) => {
  const words = askWords[lang]
  const error = refused === undefined ? undefined : refusalSentence(lang, refused)
  return (
    <>
      <h1>{words.statusTitle}</h1>
      <ErrorSummary lang={lang} errors={error === undefined ? [] : [{ field: 'code', message: error }]} />
      <p class="lead">{words.statusLead}</p>
      <form method="post" action={links.askStatus()}>
        <TextField
          name="code"
          label={words.statusField}
          hint={words.statusHint}
          value={typed}
          error={error}
          autocomplete="off"
        />
        <ButtonRow>
          <Button>{words.statusSee}</Button>
        </ButtonRow>
      </form>
    </>
  )
}

/**
 * The same for every request of one provision: the number stands here whatever the asker chose, and the line for children
 * whoever asked, so that neither tells anything. A line about danger would tell a bystander a subject, so it is not here.
 */
const State: FC<Found & { lang: Lang; today: Day }> = ({ lang, today, state, promised, call }) => {
  const words = askWords[lang]
  const term = promised && termOf(lang, state, { promised, today })
  const shown = state === 'new' || state === 'taken' || state === 'withdrawn' ? state : 'closed'
  return (
    <>
      <h1>{words.states[shown]}</h1>
      <p class="lead">{words.stateText[shown]}</p>
      {term === undefined ? null : <p>{term}</p>}
      <h2>{words.callTitle}</h2>
      <PhoneOfReader lang={lang} phone={call.phone} />
      <LineForChild lang={lang} line={call.childLine} lead={words.callChild} />
      <p class="row">
        <a href={links.askStatus()}>{words.statusAgain}</a>
        {shown === 'withdrawn' ? null : <a href={links.askTakeBack()}>{words.backLink}</a>}
      </p>
    </>
  )
}

/**
 * By which day somebody reads it and there is contact, as it was promised when it came in. A day that is over is not said again as if
 * it were still to come. Of what was taken up nobody here knows whether there was contact yet.
 */
function termOf(
  lang: Lang,
  state: RequestState,
  { promised, today }: { readonly promised: Promised; readonly today: Day },
): string | undefined {
  const { termNew, termTaken, termOver } = askWords[lang]
  const { readBy, contactBy } = promised
  if (state === 'new') return readBy < today ? termOver : termNew(readBy, contactBy)
  if (state === 'taken') return contactBy < today ? undefined : termTaken(contactBy)
  return undefined
}
