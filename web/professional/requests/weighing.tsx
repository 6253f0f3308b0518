import type { Child, FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { helplines } from '../../../capabilities/help-requests/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import type { Weighed } from '../../../capabilities/help-requests/triage/queries.ts'
import {
  type EstimateGiven,
  GRADES,
  type GradeGiven,
  isAboutSeparation,
  isUnsafe,
  needsEstimate,
  OUTCOMES,
} from '../../../capabilities/help-requests/triage/weighing.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { TextArea } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay, formatMoment, formatTime } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { triageWords } from '../../words/triage.ts'

type Part = {
  readonly actor: Actor
  readonly page: PageRequest
  readonly request: HelpRequest
  readonly known: Weighed
  readonly refused: Refused | undefined
}

/** Which field a refusal is about, so that the error summary leads there. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  'triage-grade-missing': 'zwaarte',
  'triage-grade-reason-missing': 'waarom',
  'triage-estimate-incomplete': 'kinderen',
  'triage-estimate-missing': 'kinderen',
  'triage-because-missing': 'omdat',
}

/** Whom to call when it is not safe: 112 first, then Veilig Thuis, by day and by night. */
export const Safety: FC<Omit<Part, 'refused'>> = ({ actor, page, request, known }) => {
  if (!isUnsafe(known.grades.at(-1)?.grade, known.estimates.at(-1)) && !known.maySee) return null
  const words = triageWords[page.lang]
  const lines = helplines(actor, page.today, Number.parseInt(formatTime('nl', page.now), 10))
  const call = (code: string) => {
    const line = lines.find((one) => one.code === code)
    if (line?.number === undefined) return null
    return (
      <a class="phone" href={`tel:${line.number.replaceAll(' ', '')}`}>
        {line.name[page.lang] === line.number ? line.number : `${line.name[page.lang]} ${line.number}`}
      </a>
    )
  }
  return (
    <Notice tone="danger" title={words.unsafeTitle}>
      <p>
        {words.unsafeFirst} {call('emergency')}
      </p>
      <p>
        {words.unsafeThen} {call('safe-home')}
      </p>
      <SeenByDirector {...{ page, request, known }} />
    </Notice>
  )
}

/** Whether a director knows, and the button of the director who does not yet. */
const SeenByDirector: FC<Pick<Part, 'page' | 'request' | 'known'>> = ({ page, request, known }) => {
  const words = triageWords[page.lang]
  const last = known.alerts.at(-1)
  if (last === undefined) return null
  if (last.seenAt !== null) return <p>{words.seenAt(formatMoment(page.lang, last.seenAt))}</p>
  if (!known.maySee) return <p>{words.notSeen}</p>
  return (
    <form method="post" action={links.work()}>
      <input type="hidden" name="nummer" value={request.id} />
      <input type="hidden" name="terug" value="vraag" />
      <Button name="doe" value="see">
        {words.see}
      </Button>
    </form>
  )
}

/** The grade and the estimate as they are now, how they were before, and the two small forms to set them. */
export const Weighing: FC<Part> = (part) => {
  const words = triageWords[part.page.lang]
  if (part.known.grades.length + part.known.estimates.length === 0 && !part.known.mayWeigh) return null
  return (
    <section aria-labelledby="weging">
      <h2 id="weging">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <GradePart {...part} />
      <EstimatePart {...part} />
    </section>
  )
}

const GradePart: FC<Part> = (part) => {
  const { page, known } = part
  const words = triageWords[page.lang]
  const now = known.grades.at(-1)
  const isSent = page.form.get('weeg') === 'zwaarte'
  return (
    <>
      {now === undefined ? null : (
        <>
          <h3>{words.grade}</h3>
          <OneGrade {...part} given={now} />
        </>
      )}
      <Changed isKnown={now !== undefined} isOpen={isSent} mayWeigh={known.mayWeigh} summary={words.gradeChange}>
        <GradeForm {...part} isSent={isSent} />
      </Changed>
      <Earlier lang={page.lang} rows={known.grades.slice(0, -1).map((given) => <OneGrade {...part} given={given} />)} />
    </>
  )
}

type ChangedProps = { isKnown: boolean; isOpen: boolean; mayWeigh: boolean; summary: string; children: Child }

/** What was not weighed yet is asked at once; what was, can be changed. */
const Changed: FC<ChangedProps> = ({ isKnown, isOpen, mayWeigh, summary, children }) => {
  if (!mayWeigh) return null
  if (!isKnown) return <>{children}</>
  return (
    <Details summary={summary} isOpen={isOpen}>
      {children}
    </Details>
  )
}

const GradeForm: FC<Part & { isSent: boolean }> = ({ page, request, known, refused, isSent }) => {
  const words = triageWords[page.lang]
  const error = errors(page, refused)
  return (
    <form class="compact" method="post" action={links.request(request.id)} novalidate>
      <input type="hidden" name="versie" value={String(request.rowVersion)} />
      <RadioGroup
        name="zwaarte"
        label={words.grade}
        hint={words.directors(known.directors)}
        value={isSent ? String(page.form.get('zwaarte') ?? '') : undefined}
        error={error('zwaarte')}
        choices={GRADES.map((grade) => ({ value: grade, label: words.grades[grade] }))}
        inline
      />
      <TextArea
        name="waarom"
        label={words.gradeWhy}
        rows={2}
        value={isSent ? String(page.form.get('waarom') ?? '') : ''}
        error={error('waarom')}
      />
      <Button look="plain" name="weeg" value="zwaarte">
        {words.gradeSave}
      </Button>
    </form>
  )
}

const EstimatePart: FC<Part> = (part) => {
  const { page, known, request } = part
  const words = triageWords[page.lang]
  const now = known.estimates.at(-1)
  const grade = known.grades.at(-1)?.grade
  const isSent = page.form.get('weeg') === 'veiligheid'
  return (
    <>
      <h3>{words.risk}</h3>
      {now === undefined ? null : <OneEstimate {...part} given={now} />}
      {now === undefined && known.mayWeigh && needsEstimate(request, grade) ? (
        <p>{isAboutSeparation(request) ? words.riskNeeded : words.riskNeededUnsafe}</p>
      ) : null}
      <Changed isKnown={now !== undefined} isOpen={isSent} mayWeigh={known.mayWeigh} summary={words.riskChange}>
        <EstimateForm {...part} isSent={isSent} />
      </Changed>
      <Earlier
        lang={page.lang}
        rows={known.estimates.slice(0, -1).map((given) => <OneEstimate {...part} given={given} />)}
      />
    </>
  )
}

const EstimateForm: FC<Part & { isSent: boolean }> = ({ page, request, refused, isSent }) => {
  const words = triageWords[page.lang]
  const error = errors(page, refused)
  const typed = (name: string) => (isSent ? String(page.form.get(name) ?? '') : '')
  const choices = OUTCOMES.map((one) => ({ value: one, label: words.outcomes[one] }))
  return (
    <form class="compact" method="post" action={links.request(request.id)} novalidate>
      <input type="hidden" name="versie" value={String(request.rowVersion)} />
      <RadioGroup
        {...{ choices, name: 'kinderen', label: words.harm, value: typed('kinderen'), error: error('kinderen') }}
        inline
      />
      <RadioGroup {...{ choices, name: 'geweld', label: words.violence, value: typed('geweld') }} inline />
      <TextArea
        {...{ name: 'omdat', label: words.because, hint: words.becauseHint, value: typed('omdat') }}
        error={error('omdat')}
        rows={2}
      />
      <Button look="plain" name="weeg" value="veiligheid">
        {words.riskSave}
      </Button>
    </form>
  )
}

const errors = (page: PageRequest, refused: Refused | undefined) => (field: string) =>
  refused !== undefined && FIELD_OF[refused.reason] === field ? refusalSentence(page.lang, refused) : undefined

type By = { readonly actor: Actor; readonly page: PageRequest }

const By: FC<By & { given: Pick<GradeGiven, 'holdsOn' | 'recordedBy'> }> = ({ actor, page, given }) => {
  const words = triageWords[page.lang]
  const who = given.recordedBy === actor.personId ? words.bySelf : words.byOther
  return <p class="soft small">{words.on(formatDay(page.lang, given.holdsOn, 'short'), who)}</p>
}

const OneGrade: FC<By & { given: GradeGiven }> = (part) => {
  const words = triageWords[part.page.lang]
  return (
    <div class="given">
      <p>
        <strong>{words.grades[part.given.grade]}</strong>
      </p>
      <p>{part.given.reason ?? words.forgotten}</p>
      <By {...part} />
    </div>
  )
}

const OneEstimate: FC<By & { given: EstimateGiven }> = (part) => {
  const words = triageWords[part.page.lang]
  const { harm, violence, because } = part.given
  return (
    <div class="given">
      <p>
        {words.harm} <strong>{words.outcomes[harm]}.</strong>
      </p>
      <p>
        {words.violence} <strong>{words.outcomes[violence]}.</strong>
      </p>
      {because === null ? null : <p>{because}</p>}
      <By {...part} />
    </div>
  )
}

const Earlier: FC<{ lang: PageRequest['lang']; rows: Child[] }> = ({ lang, rows }) =>
  rows.length === 0 ? null : <Details summary={triageWords[lang].earlier}>{rows}</Details>
