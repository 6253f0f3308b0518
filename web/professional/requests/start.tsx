import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { matchesSeen } from '../../../capabilities/help-requests/matches/queries.ts'
import { type RequestShown, requestDetail } from '../../../capabilities/help-requests/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import { startFromRequest } from '../../../capabilities/help-requests/starting/actions.ts'
import { type KnownFile, knownFileOf } from '../../../capabilities/help-requests/starting/queries.ts'
import { weighed } from '../../../capabilities/help-requests/triage/queries.ts'
import { mayEnd, mayLeadOn } from '../../../capabilities/help-requests/triage/weighing.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { type Option, SelectField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { fileWords } from '../../words/files.ts'
import { formatList } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { requestWords } from '../../words/requests.ts'
import { triageWords } from '../../words/triage.ts'
import { OpenForm, type Prefilled, provisionsToChoose, typedIn } from '../files/open-form.tsx'
import { Matches } from './matches.tsx'
import { longestKept, optionNames } from './naming.ts'
import { Reaching } from './request-parts.tsx'

/** A trajectory for who asked, filled in from the request as far as it tells. */
export const get = guarded({ may: ['change', 'help-request'], act: 'help-request.start-begun' }, (actor, page) =>
  startPage(actor, page, {}),
)

export const post = guarded({ may: ['change', 'help-request'], act: 'help-request.started' }, async (actor, page) => {
  const id = page.params.id ?? ''
  const shown = await requestDetail(actor, id)
  if (shown === undefined) return notFound()
  const { errors, ...typed } = typedIn(page)
  // Of somebody we know nothing is typed: the file has it.
  if (errors.length > 0 && (await knownFileOf(actor, id)) === undefined) return startPage(actor, page, { errors })
  const started = await startFromRequest(actor, id, {
    ...typed,
    on: page.today,
    rowVersion: Number(page.form.get('versie')),
    keepMonths: longestKept(actor, shown.request),
  })
  if (started.ok) return redirect(links.trajectory(started.value.trajectoryId))
  return started.reason === 'not-found' ? notFound() : startPage(actor, page, { refused: started })
})

type Said = { readonly errors?: readonly FieldError[]; readonly refused?: Refused | undefined }

async function startPage(actor: Actor, page: PageRequest, { errors = [], refused }: Said): Promise<Reply> {
  const shown = await requestDetail(actor, page.params.id ?? '')
  if (shown === undefined || shown.request.takenBy !== actor.personId) return notFound()
  const { request } = shown
  const words = triageWords[page.lang]
  const before = refused === undefined ? await whatComesFirst(actor, shown) : undefined
  const isRefused = errors.length > 0 || refused !== undefined
  return workPage(
    page,
    actor,
    {
      title: words.startTitle,
      active: 'requests',
      ...(isRefused && { status: 400, refusedWith: refused?.reason ?? 'file-not-opened' }),
    },
    <>
      <BackLink href={links.request(request.id)} label={words.startBack} />
      <h1>{words.startTitle}</h1>
      {before === undefined ? (
        await formFor(actor, page, shown, { errors, refused })
      ) : (
        <Notice>
          <p>{refusalSentence(page.lang, before)}</p>
        </Notice>
      )}
    </>,
  )
}

/** Of somebody we know hardly anything is asked; of anybody else all that begins a file. */
async function formFor(actor: Actor, page: PageRequest, shown: RequestShown, { errors = [], refused }: Said) {
  const { request } = shown
  const words = triageWords[page.lang]
  const provisions = await provisionsToChoose(actor, page, (one) => one.municipalityId === request.municipalityId)
  const said = refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]
  const known = await knownFileOf(actor, request.id)
  if (known !== undefined) return <InKnownFile {...{ actor, page, shown, known, provisions, said }} />
  return (
    <>
      <Matches {...{ page, request, refused }} matches={await matchesSeen(actor, request.id)} />
      <p class="lead">{words.startLead}</p>
      <OpenForm
        page={page}
        action={links.requestStart(request.id)}
        provisions={provisions}
        errors={[...said, ...errors]}
        prefilled={prefilledFrom(actor, page, shown)}
        button={words.start}
      >
        <Version of={request} />
      </OpenForm>
    </>
  )
}

const Version: FC<{ of: HelpRequest }> = ({ of }) => <input type="hidden" name="versie" value={String(of.rowVersion)} />

type Known = {
  actor: Actor
  page: PageRequest
  shown: RequestShown
  known: KnownFile
  provisions: readonly Option[]
  said: readonly FieldError[]
}

/** Somebody we know: nothing is asked again, and what runs already goes on. */
const InKnownFile: FC<Known> = ({ actor, page, shown, known, provisions, said }) => {
  const { request } = shown
  const words = triageWords[page.lang]
  const running = known.open.flatMap(({ provisionId }) => provisions.filter(({ value }) => value === provisionId))
  return (
    <>
      <ErrorSummary lang={page.lang} errors={said} />
      <p class="lead">{words.startKnown(known.name)}</p>
      {running.map(({ label }) => (
        <p>{words.startRuns(label)}</p>
      ))}
      <Reaching {...{ lang: page.lang, actor, shown }} />
      <p>
        {words.startReach} <a href={links.fileReach(known.personId)}>{words.startReachLink}</a>
      </p>
      <form class="compact" method="post" action={links.requestStart(request.id)}>
        <Version of={request} />
        <SelectField
          name="uitvoering"
          label={fileWords[page.lang].provision}
          value={String(page.form.get('uitvoering') ?? request.provisionId)}
          options={provisions}
        />
        <Button>{words.startGo}</Button>
      </form>
    </>
  )
}

/** What is still to be done before a trajectory can start; said before anybody fills in a form. */
async function whatComesFirst(actor: Actor, { request }: RequestShown): Promise<Refused | undefined> {
  const known = await weighed(actor, request.id)
  const leads = mayLeadOn(known?.grades.at(-1)?.grade)
  if (!leads.ok) return leads
  const ends = mayEnd(request, { grade: known?.grades.at(-1)?.grade, hasEstimate: (known?.estimates.length ?? 0) > 0 })
  return ends.ok ? undefined : ends
}

function prefilledFrom(actor: Actor, page: PageRequest, { details, request }: RequestShown): Prefilled {
  const uitvoering = request.provisionId
  if (details === undefined) return { uitvoering }
  const moments = optionNames(actor, page.lang, request, { question: 'moments', codes: details.moments })
  const listens = details.othersListen === 'nobody' ? [] : [requestWords[page.lang].others[details.othersListen]]
  return {
    uitvoering,
    naam: details.name ?? '',
    telefoon: details.phone ?? '',
    mail: details.mail ?? '',
    wanneer: moments.length === 0 ? '' : formatList(page.lang, moments).toLowerCase(),
    inspreken: details.reach === 'phone' ? (details.mayLeaveVoicemail ? 'yes' : 'no') : 'unknown',
    'let-op': [details.caution ?? '', ...listens].filter((one) => one !== '').join(' '),
  }
}
