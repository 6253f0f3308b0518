import type { FC } from 'hono/jsx'
import { requestState } from '../../../capabilities/help-requests/queries.ts'
import type { RequestState } from '../../../capabilities/help-requests/request.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { nobodyYet, textIn } from '../../shell/sign-in-pages.tsx'
import { askWords } from '../../words/ask.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { Lang } from '../../words/words.ts'

/** Where somebody types the code; it never stands in an address. */
export const get = guarded({ may: 'everyone' }, (_actor, page) => statusPage(page, {}))

export const post = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const found = await requestState(await nobodyYet(actor), textIn(page, 'code').slice(0, 40), page.browser.address)
  return statusPage(page, found.ok ? { state: found.value } : { refused: found })
})

type Said = { readonly state?: RequestState; readonly refused?: Refused }

/** How far it is, in words that tell a bystander nothing. */
function statusPage(page: PageRequest, { state, refused }: Said): Promise<Reply> {
  const words = askWords[page.lang]
  return publicPage(
    page,
    {
      title: words.windowTitle,
      isPrivate: true,
      ...(refused !== undefined && {
        refusedWith: refused.reason,
        status: refused.reason === 'request-too-many' ? 429 : 400,
      }),
    },
    <div class="question">
      <div>
        {state === undefined ? (
          <CodeForm lang={page.lang} typed={refused === undefined ? '' : textIn(page, 'code')} refused={refused} />
        ) : (
          <State lang={page.lang} state={state} />
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

const State: FC<{ lang: Lang; state: RequestState }> = ({ lang, state }) => {
  const words = askWords[lang]
  const shown = state === 'new' || state === 'taken' ? state : 'closed'
  return (
    <>
      <h1>{words.states[shown]}</h1>
      <p class="lead">{words.stateText[shown]}</p>
      <p class="row">
        <a href={links.askStatus()}>{words.statusAgain}</a>
      </p>
    </>
  )
}
