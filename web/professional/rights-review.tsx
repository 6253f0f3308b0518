import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { decideRight } from '../../capabilities/access/rights-review/actions.ts'
import { type StrongRight, strongRights } from '../../capabilities/access/rights-review/queries.ts'
import { dayAt } from '../../foundation/day.ts'
import type { Refused } from '../../foundation/result.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { BackLink } from '../design/paging.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatDay } from '../words/format.ts'
import { peopleWords, roleWords } from '../words/people.ts'
import { refusalSentence } from '../words/refusals.ts'
import { rightsReviewWords } from '../words/rights-review.ts'

export const get = guarded({ may: ['list', 'person'], act: 'grant.listed' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'person'], act: 'grant.reviewed' }, async (actor, page) => {
  const doing = text(page, 'doe')
  // Whatever else was sent ends no right.
  if (doing !== 'houd' && doing !== 'einde') return show(actor, page)
  const decision = doing === 'houd' ? 'kept' : 'ended'
  const done = await decideRight(actor, { grantId: text(page, 'recht'), decision, reason: text(page, 'reden') })
  if (done.ok) return redirect(links.rightsReview(doing))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const words = rightsReviewWords[page.lang]
  const rights = await strongRights(actor, page.today)
  const done = page.query.get('gedaan')
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'people', ...(refused && { status: 400, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.people()} label={words.back} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {refused === undefined && (done === 'houd' || done === 'einde') ? (
        <Notice isNews>{words.done[done]}</Notice>
      ) : null}
      {error === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: `reden-${text(page, 'recht')}`, message: error }]} />
      )}
      <p>{waitingInWords(page, rights) ?? words.allDone}</p>
      <DataTable
        lang={page.lang}
        caption={words.title}
        captionUnseen
        head={words.person}
        columns={[...[words.right, words.lastSignIn, words.given, words.state, words.action].map((head) => ({ head }))]}
        rows={rights.map((right) => ({ head: right.personName, cells: cellsOf(page, right, error) }))}
        stacked
      />
    </>,
  )
}

/** How much is to be checked, or undefined when nothing is. */
export function waitingInWords(page: PageRequest, rights: readonly StrongRight[]): string | undefined {
  const count = (state: StrongRight['state']) => rights.filter((right) => right.state === state).length
  const said = rightsReviewWords[page.lang].waiting(count('overdue'), count('due'))
  return said === '' ? undefined : said
}

function cellsOf(page: PageRequest, right: StrongRight, error: string | undefined) {
  const words = rightsReviewWords[page.lang]
  const on = formatDay(page.lang, dayAt(right.grantedAt), 'plain')
  const giver = right.isByOperator ? roleWords[page.lang].operator : right.grantedByName
  const scope = right.everywhere
    ? [peopleWords[page.lang].everywhere]
    : [right.regionName, right.municipalityName, right.organisationName]
  return [
    [page.said(roleWords[page.lang][right.role]), ...scope.filter((name) => name !== null)].join(', '),
    right.lastSignInAt === undefined ? words.never : formatDay(page.lang, dayAt(right.lastSignInAt), 'plain'),
    giver === null ? on : words.givenBy(giver, on),
    right.state === 'overdue' ? <strong class="bad">{words.states.overdue}</strong> : words.states[right.state],
    right.mayDecide ? <Decide page={page} right={right} error={error} /> : words.own,
  ]
}

const Decide: FC<{ page: PageRequest; right: StrongRight; error: string | undefined }> = ({ page, right, error }) => {
  const words = rightsReviewWords[page.lang]
  const isThis = text(page, 'recht') === right.id
  return (
    <form method="post" action={links.rightsReview()} class="compact" novalidate>
      <input type="hidden" name="recht" value={right.id} />
      <TextField
        id={`reden-${right.id}`}
        name="reden"
        label={words.reason(right.personName)}
        value={isThis ? text(page, 'reden') : ''}
        autocomplete="off"
        error={isThis ? error : undefined}
      />
      <ButtonRow>
        <Button look="plain" name="doe" value="houd">
          {words.keep} <span class="unseen">{right.personName}</span>
        </Button>
        <Button look="danger" name="doe" value="einde">
          {words.end} <span class="unseen">{right.personName}</span>
        </Button>
      </ButtonRow>
    </form>
  )
}
