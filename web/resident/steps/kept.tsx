import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Filling } from '../../../capabilities/forms/filling.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import {
  forgetKeptSteps,
  type KeptSteps,
  keepSteps,
  openKeptSteps,
} from '../../../capabilities/step-plan/keeping/actions.ts'
import { mayBeUnsafe } from '../../../capabilities/step-plan/steps.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { nobodyYet } from '../../shell/sign-in-pages.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { stepsWords } from '../../words/steps.ts'
import { type StepsAround, stepsAround } from './around.ts'
import { Carried } from './carried.tsx'
import { show, startAgain } from './frame.tsx'
import { DOING, mayTakeAlong, reviewOf, type Shown, standingAfter, textIn } from './standing.ts'
import { answered } from './walk.tsx'

/** Where somebody types the code of steps that were kept; it never stands in an address. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const known = await stepsAround(actor, page)
  return known === undefined ? notFound() : codePage(page, known)
})

/** Keeps steps under a code, opens them again, or throws them away. Outside the transaction of a page: wrong codes stay counted. */
export const post = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const known = await stepsAround(actor, page)
  if (known === undefined) return notFound()
  const visitor = await nobodyYet(actor)
  switch (textIn(page.form, WALK.doing)) {
    case DOING.keep:
      return keep(visitor, page, known)
    case FORGET:
      return forget(visitor, page, known)
    default:
      return open(visitor, page, known)
  }
})

const FORGET = 'weg'
const LONGEST_CODE = 40
const typedIn = ({ form }: PageRequest): string => textIn(form, 'code').slice(0, LONGEST_CODE)

async function keep(visitor: Actor, page: PageRequest, known: StepsAround): Promise<Reply> {
  const { plan } = known
  const standing = standingAfter(plan, page)
  if (standing.at !== 'steps' || !mayTakeAlong(plan, standing.filling.answers, standing.shown))
    return answered(page, known, standing)
  const { filling, shown } = standing
  const kept = await keepSteps(visitor, { plan, filling, address: page.browser.address })
  if (!kept.ok) return startAgain(page, known, kept)
  return show(page, known, <KeptView {...{ page, known, filling, shown, kept: kept.value }} />)
}

async function open(visitor: Actor, page: PageRequest, known: StepsAround): Promise<Reply> {
  const { plan } = known
  const opened = await openKeptSteps(visitor, { plan, typed: typedIn(page), address: page.browser.address })
  if (!opened.ok) return codePage(page, known, opened)
  // With questions that were not there when they were kept, those come first.
  return answered(page, known, standingAfter(plan, { ...page, form: reviewOf(plan, opened.value, page.now) }))
}

async function forget(visitor: Actor, page: PageRequest, known: StepsAround): Promise<Reply> {
  const gone = await forgetKeptSteps(visitor, { typed: typedIn(page), address: page.browser.address })
  if (!gone.ok) return codePage(page, known, gone)
  const words = stepsWords[page.lang]
  return show(
    page,
    known,
    <div class="question">
      <div>
        <h1>{words.forgotten}</h1>
        <p class="lead" role="status">
          {words.forgottenText}
        </p>
        <p class="row">
          <a href={links.steps(known.around.here)}>{words.again}</a>
        </p>
      </div>
    </div>,
  )
}

type KeptProps = { page: PageRequest; known: StepsAround; filling: Filling; shown: Shown; kept: KeptSteps }

/** The code, shown once; on paper the warning stands beside it. */
const KeptView: FC<KeptProps> = ({ kept, ...props }) => {
  const { page, known, filling } = props
  const words = stepsWords[page.lang]
  return (
    <div class="question">
      <div>
        <h1>{words.keptTitle}</h1>
        <p class="lead">{words.keptLead}</p>
        <p class="reference-code">
          <span class="unseen">{words.keptCode}: </span>
          <strong>{kept.code}</strong>
        </p>
        {mayBeUnsafe(known.plan, filling.answers) ? (
          <Notice title={words.finders} tone="danger">
            <p>{words.keptWarning}</p>
            <p>{words.findersCode}</p>
          </Notice>
        ) : (
          <p>{words.keptWarning}</p>
        )}
        <p>{words.keptUntil(kept.until)}</p>
        <p>{words.keptWhere}</p>
        <form method="post" action={links.steps(known.around.here)} class="no-paper">
          <Carried {...props} />
          <Button look="plain">{words.keptBack}</Button>
        </form>
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.nothingKept}</h2>
          <p>{words.keptSecret}</p>
        </section>
      </aside>
    </div>
  )
}

function codePage(page: PageRequest, known: StepsAround, refused?: Refused): Promise<Reply> {
  const words = stepsWords[page.lang]
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  return show(
    page,
    known,
    <div class="question">
      <div>
        <h1>{words.codeTitle}</h1>
        <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [{ field: 'code', message: error }]} />
        <p class="lead">{words.codeLead}</p>
        <form method="post" action={links.stepsKept(known.around.here)}>
          <TextField
            name="code"
            label={words.codeField}
            hint={words.codeHint}
            value={refused === undefined ? '' : typedIn(page)}
            error={error}
            autocomplete="off"
          />
          <div class="row">
            <Button>{words.codeOpen}</Button>
            <button type="submit" class="as-link" name={WALK.doing} value={FORGET}>
              {words.codeForget}
            </button>
          </div>
        </form>
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.codeLost}</h2>
          <p>{words.codeLostText}</p>
        </section>
      </aside>
    </div>,
    refused,
  )
}
