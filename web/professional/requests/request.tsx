import type { Child, FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { stepRequest } from '../../../capabilities/help-requests/actions.ts'
import { handingOver } from '../../../capabilities/help-requests/handing-over/queries.ts'
import { matchesSeen } from '../../../capabilities/help-requests/matches/queries.ts'
import { type RequestShown, requestDetail } from '../../../capabilities/help-requests/queries.ts'
import { type RequestStep, STEPS } from '../../../capabilities/help-requests/steps.ts'
import { estimateRisk, gradeRequest } from '../../../capabilities/help-requests/triage/actions.ts'
import { weighed } from '../../../capabilities/help-requests/triage/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { handingOverWords } from '../../words/handing-over.ts'
import { matchWords } from '../../words/matches.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { requestCodes, requestWords } from '../../words/requests.ts'
import { triageWords } from '../../words/triage.ts'
import { CIRCUMSTANCES } from './circumstances.tsx'
import { HANDOVER_FIELDS, Handing, postHandover, Received } from './handing-over.tsx'
import { LADDER } from './ladder.tsx'
import { MATCH_FIELDS, Matches, postMatch } from './matches.tsx'
import { longestKept, placeNames } from './naming.ts'
import { Noted } from './noted.tsx'
import { History, Known, Leading, Reaching, Steps } from './request-parts.tsx'
import { FIELD_OF, Safety, Weighing } from './weighing.tsx'

export const get = guarded({ may: ['read', 'help-request'], act: 'help-request.read' }, (actor, page) =>
  requestPage(actor, page, {}),
)

export const post = guarded({ may: ['change', 'help-request'], act: 'help-request.changed' }, async (actor, page) => {
  const id = page.params.id ?? ''
  if (page.form.has('weeg')) return weigh(actor, page, id)
  if (page.form.has('doorgeven')) {
    const given = await postHandover(actor, page, id)
    if (given.ok) return redirect(links.request(id, 'doorgegeven'))
    return given.reason === 'not-found' ? notFound() : requestPage(actor, page, { refused: given })
  }
  if (page.form.has('lijkt')) {
    const decided = await postMatch(actor, page, id)
    if (decided.ok) return redirect(links.request(id, decided.value.isGiven ? 'gegeven' : 'besloten'))
    return decided.reason === 'not-found' ? notFound() : requestPage(actor, page, { refused: decided })
  }
  const shown = await requestDetail(actor, id)
  const step = STEPS.find((one) => one === page.form.get('stap'))
  if (shown === undefined || step === undefined) return notFound()
  const reason = page.form.get('reden')
  const done = await stepRequest(actor, id, {
    step,
    reason: typeof reason === 'string' && reason !== '' ? reason : undefined,
    rowVersion: Number(page.form.get('versie')),
    today: page.today,
    keepMonths: longestKept(actor, shown.request),
  })
  if (done.ok) return redirect(links.request(id, step === 'take' ? 'opgepakt' : 'ja'))
  return done.reason === 'not-found' ? notFound() : requestPage(actor, page, { refused: done, wanted: step })
})

/** Sets the grade or the estimate; what was typed stays on the page when it is refused. */
async function weigh(actor: Actor, page: PageRequest, id: string): Promise<Reply> {
  const text = (name: string) => String(page.form.get(name) ?? '')
  const at = { rowVersion: Number(text('versie')), today: page.today }
  if (text('weeg') === 'zwaarte') {
    const graded = await gradeRequest(actor, id, { ...at, grade: text('zwaarte'), reason: text('waarom') })
    if (!graded.ok) return graded.reason === 'not-found' ? notFound() : requestPage(actor, page, { refused: graded })
    if (text('zwaarte') !== 'D') return redirect(links.request(id, 'gewogen'))
    return redirect(links.request(id, graded.value.told > 0 ? 'gemeld' : 'niemand-gemeld'))
  }
  const given = { harm: text('kinderen'), violence: text('geweld'), because: text('omdat') }
  const done = await estimateRisk(actor, id, { ...at, ...given })
  if (!done.ok) return done.reason === 'not-found' ? notFound() : requestPage(actor, page, { refused: done })
  if (!done.value.isAcute) return redirect(links.request(id, 'gewogen'))
  return redirect(links.request(id, done.value.told > 0 ? 'gemeld' : 'niemand-gemeld'))
}

type Said = { readonly refused?: Refused; readonly wanted?: RequestStep }

async function requestPage(actor: Actor, page: PageRequest, { refused, wanted }: Said): Promise<Reply> {
  const shown = await requestDetail(actor, page.params.id ?? '')
  if (shown === undefined) return notFound()
  const [words, codes] = [requestWords[page.lang], requestCodes[page.lang]]
  const place = (await placeNames(actor, [shown.request])).get(shown.request.villageCode ?? '')
  const title = words.from(codes.askers[shown.request.asker])
  const parts = { lang: page.lang, actor, shown }
  const known = await weighed(actor, shown.request.id)
  const noting = { actor, page, request: shown.request, mayNote: known?.mayWeigh === true }
  const matches = await matchesSeen(actor, shown.request.id)
  const handing = await handingOver(actor, shown.request.id)
  const ladder = await LADDER.versions(actor, shown.request.id)
  const circumstances = await CIRCUMSTANCES.versions(actor, shown.request.id)
  return workPage(
    page,
    actor,
    { title, active: 'requests', ...(refused !== undefined && { status: 400, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.requests()} label={words.back} />
      <h1>{title}</h1>
      <Told page={page} refused={refused}>
        {refused?.reason === 'request-changed-meanwhile' && wanted !== undefined ? (
          <BothVersions page={page} actor={actor} shown={shown} wanted={wanted} />
        ) : null}
      </Told>
      {known === undefined ? null : <Safety {...{ actor, page, known }} request={shown.request} />}
      {handing === undefined ? null : <Received page={page} known={handing} />}
      <Matches {...{ page, refused, matches }} request={shown.request} />
      <div class="beside">
        <div>
          <Reaching {...parts} />
          <Known {...parts} place={place} />
          <Noted {...noting} note={CIRCUMSTANCES} versions={circumstances} />
          {handing === undefined ? null : <Handing {...{ page, refused }} request={shown.request} known={handing} />}
          {known === undefined ? null : <Weighing {...{ actor, page, known, refused }} request={shown.request} />}
          <Noted {...noting} note={LADDER} versions={ladder} />
        </div>
        <div>
          <Leading {...parts} />
          <Steps {...parts} refused={refused} wanted={wanted} />
          <History {...parts} />
        </div>
      </div>
    </>,
  )
}

const FIELDS: Readonly<Record<string, string>> = { ...FIELD_OF, ...HANDOVER_FIELDS, ...MATCH_FIELDS }

const Told: FC<{ page: PageRequest; refused: Refused | undefined; children?: Child }> = (props) => {
  const { page, refused, children } = props
  const words = requestWords[page.lang]
  if (refused !== undefined) {
    const field = refused.reason === 'request-reason-missing' ? 'reden' : FIELDS[refused.reason]
    return (
      <>
        <ErrorSummary lang={page.lang} errors={[{ field, message: refusalSentence(page.lang, refused) }]} />
        {children}
      </>
    )
  }
  const done = page.query.get('gedaan')
  if (done === null) return null
  const triage = triageWords[page.lang]
  const said: Record<string, string> = {
    ...{ opgepakt: words.doneTake, gewogen: triage.saved, vastgelegd: triage.saved },
    ...{ gegeven: matchWords[page.lang].given, besloten: matchWords[page.lang].saved },
    doorgegeven: handingOverWords[page.lang].done,
    ...{ gemeld: triage.told, 'niemand-gemeld': triage.toldNobody },
  }
  return (
    <Notice isNews>
      <p>{said[done] ?? words.done}</p>
    </Notice>
  )
}

/** After two people at once: how it stands now beside what this person wanted. */
const BothVersions: FC<{ page: PageRequest; actor: Actor; shown: RequestShown; wanted: RequestStep }> = (props) => {
  const { page, actor, shown, wanted } = props
  const [words, codes] = [requestWords[page.lang], requestCodes[page.lang]]
  const { state, takenBy } = shown.request
  const who = takenBy === null ? '' : ` ${takenBy === actor.personId ? words.mine : words.colleague}`
  return (
    <dl class="facts">
      <dt>{words.now}</dt>
      <dd>
        {codes.states[state]}
        {state === 'taken' ? who : ''}
      </dd>
      <dt>{words.wanted}</dt>
      <dd>{codes.steps[wanted]}</dd>
    </dl>
  )
}
