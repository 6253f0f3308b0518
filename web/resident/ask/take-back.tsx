import { takeBackRequest } from '../../../capabilities/help-requests/taking-back/actions.ts'
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

/** Where somebody takes back what was asked or handed over; typing the code is how one says to mean it. */
export const get = guarded({ may: 'everyone' }, (_actor, page) => formPage(page))

export const post = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const visitor = await nobodyYet(actor)
  const done = await takeBackRequest(visitor, {
    typed: codeIn(page),
    address: page.browser.address,
  })
  return done.ok ? donePage(page, done.value.wasTaken) : formPage(page, done)
})

const codeIn = (page: PageRequest): string => textIn(page, 'code').slice(0, 40)

function formPage(page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = askWords[page.lang]
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  return publicPage(
    page,
    {
      title: words.windowTitle,
      isPrivate: true,
      ...refusedAs(refused),
    },
    <div class="question">
      <div>
        <h1>{words.backTitle}</h1>
        <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [{ field: 'code', message: error }]} />
        <p class="lead">{words.backLead}</p>
        <h2>{words.backWhat}</h2>
        <div class="prose">
          <p>
            {words.backNew} {words.backSeen}
          </p>
          <p>{words.backTaken}</p>
          <p>{words.backFinal}</p>
        </div>
        <form method="post" action={links.askTakeBack()}>
          <TextField
            name="code"
            label={words.statusField}
            hint={words.statusHint}
            value={refused === undefined ? '' : codeIn(page)}
            error={error}
            autocomplete="off"
          />
          <ButtonRow>
            <Button>{words.backDo}</Button>
            <a href={links.askStatus()}>{words.statusTitle}</a>
          </ButtonRow>
        </form>
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

/** What is gone, and whether somebody may still get in touch; nothing that tells a bystander what it was about. */
function donePage(page: PageRequest, wasTaken: boolean): Promise<Reply> {
  const words = askWords[page.lang]
  return publicPage(
    page,
    { title: words.windowTitle, isPrivate: true },
    <div class="question">
      <div>
        <h1>{words.backDone}</h1>
        <p class="lead">{wasTaken ? words.backDoneTaken : words.backDoneNew}</p>
        {wasTaken ? null : <p>{words.backSeen}</p>}
        <p class="row">
          <a href={links.ask()}>{words.title}</a>
        </p>
      </div>
    </div>,
  )
}
