import type { FC } from 'hono/jsx'
import { type Actor, BUILT_IN } from '../../../capabilities/access/actor.ts'
import type { RequestEvent, RequestShown } from '../../../capabilities/help-requests/queries.ts'
import type { RequestDetails } from '../../../capabilities/help-requests/request.ts'
import { NOT_FITTING, type RequestStep, stepsFrom } from '../../../capabilities/help-requests/steps.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, LinkButton } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { Facts } from '../../design/facts.tsx'
import { links } from '../../links.ts'
import { formatList, formatMoment } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { requestCodes, requestWords } from '../../words/requests.ts'
import { triageWords } from '../../words/triage.ts'
import type { Lang } from '../../words/words.ts'
import { optionNames, topicNames } from './naming.ts'

type Part = { readonly lang: Lang; readonly actor: Actor; readonly shown: RequestShown }

/** How to reach the asker without anybody else noticing; first on the page, because a wrong call cannot be taken back. */
export const Reaching: FC<Part> = ({ lang, actor, shown }) => {
  const words = requestWords[lang]
  const { details, request } = shown
  const isTakenBack = shown.events.some(({ type }) => type === 'withdrawn')
  if (request.state === 'withdrawn') return <p>{words.takenBack}</p>
  if (details === undefined) {
    return <p class="soft">{shown.mayReadDetails ? words.forgotten : words.hidden}</p>
  }
  const moments = optionNames(actor, lang, request, { question: 'moments', codes: details.moments })
  return (
    <section aria-labelledby="bereiken">
      <h2 id="bereiken">{words.reachTitle}</h2>
      <div class="given">
        <Line lang={lang} details={details} />
        {details.reach === 'none' ? null : <p>{words.others[details.othersListen]}</p>}
        {moments.length === 0 ? null : (
          <p>
            {words.moments}: {formatList(lang, moments).toLowerCase()}.
          </p>
        )}
        {details.caution === null ? null : (
          <p>
            <strong>{words.caution}: </strong>
            {details.caution}
          </p>
        )}
      </div>
      {request.asker === 'child' ? <p class="child-care">{words.childCare}</p> : null}
      <h2>{words.words}</h2>
      {details.ownWords === null ? (
        <p class="soft">{isTakenBack ? words.takenBack : words.noWords}</p>
      ) : (
        <blockquote class="words">
          <p>{details.ownWords}</p>
        </blockquote>
      )}
    </section>
  )
}

const Line: FC<{ lang: Lang; details: RequestDetails }> = ({ lang, details }) => {
  const words = requestWords[lang]
  if (details.phone !== null)
    return (
      <>
        <p>
          <a class="phone" href={`tel:${details.phone.replace(/[^\d+]/g, '')}`}>
            {words.call} {details.phone}
          </a>
        </p>
        <p>
          <strong>{details.mayLeaveVoicemail ? words.voicemailYes : words.voicemailNo}</strong>
        </p>
      </>
    )
  if (details.mail !== null)
    return (
      <p>
        <a class="phone" href={`mailto:${details.mail}`}>
          {words.mail} {details.mail}
        </a>
      </p>
    )
  return <p>{words.self}</p>
}

/** What was told, as far as it points at nobody. */
export const Known: FC<Part & { place: string | undefined }> = ({ lang, actor, shown, place }) => {
  const [words, codes] = [requestWords[lang], requestCodes[lang]]
  const { request, details } = shown
  return (
    <section aria-labelledby="weten">
      <h2 id="weten">{words.facts}</h2>
      <Facts
        facts={[
          { term: words.name, value: details === undefined ? '' : (details.name ?? words.noName) },
          { term: words.about, value: topicNames(actor, lang, request).join('; ') },
          { term: words.place, value: place ?? words.unknown },
          { term: words.via, value: codes.channels[request.channel] },
          { term: words.state, value: codes.states[request.state] },
        ]}
      />
    </section>
  )
}

/** The way on: to a trajectory that can start, or that came of it. */
export const Leading: FC<Part> = ({ lang, actor, shown }) => {
  const words = triageWords[lang]
  const { id, state, takenBy, trajectoryId } = shown.request
  if (takenBy !== actor.personId) return null
  if (trajectoryId !== null) return <a href={links.trajectory(trajectoryId)}>{words.toTrajectory}</a>
  return state === 'taken' ? (
    <p>
      <LinkButton look="plain" href={links.requestStart(id)}>
        {words.startTitle}
      </LinkButton>
    </p>
  ) : null
}

type StepsProps = Part & { refused: Refused | undefined; wanted: RequestStep | undefined }

/** What can be done now: one filled button, the rest plain; a request that does not fit asks why. */
export const Steps: FC<StepsProps> = ({ lang, shown, refused, wanted }) => {
  const [words, codes] = [requestWords[lang], requestCodes[lang]]
  const steps = stepsFrom(shown.request.state)
  if (steps.length === 0) return null
  if (!shown.mayStep) return <p class="soft">{words.only}</p>
  const main: RequestStep = shown.request.state === 'new' ? 'take' : 'answer'
  const others = steps.filter((step) => step !== main && step !== 'not-fitting')
  const error = refused?.reason === 'request-reason-missing' ? refusalSentence(lang, refused) : undefined
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">{words.doTitle}</h2>
      <form method="post" action={links.request(shown.request.id)}>
        <input type="hidden" name="versie" value={String(shown.request.rowVersion)} />
        <div class="row">
          <Button name="stap" value={main}>
            {codes.steps[main]}
          </Button>
          {others.map((step) => (
            <Button look="plain" name="stap" value={step}>
              {codes.steps[step]}
            </Button>
          ))}
        </div>
        {steps.includes('not-fitting') ? (
          <Details summary={codes.steps['not-fitting']} isOpen={wanted === 'not-fitting'}>
            <RadioGroup
              name="reden"
              label={words.reason}
              error={error}
              inline
              choices={NOT_FITTING.map((reason) => ({ value: reason, label: codes.reasons[reason] }))}
            />
            <p class="row">
              <Button look="plain" name="stap" value="not-fitting">
                {codes.steps['not-fitting']}
              </Button>
            </p>
          </Details>
        ) : null}
      </form>
    </section>
  )
}

/** Every step with its moment, the first one first. */
export const History: FC<Part> = ({ lang, actor, shown }) => {
  const [words, codes] = [requestWords[lang], requestCodes[lang]]
  const who = ({ recordedBy }: RequestEvent): string => {
    if (recordedBy === BUILT_IN.visitor) return words.bySite
    return recordedBy === actor.personId ? words.bySelf : words.byOther
  }
  const why = ({ reason }: RequestEvent): string => {
    const known = NOT_FITTING.find((one) => one === reason)
    return known === undefined ? '' : `: ${codes.reasons[known]}`
  }
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">{words.history}</h2>
      <ol class="time">
        {shown.events.map((event) => (
          <li>
            <p class="soft">
              {formatMoment(lang, event.type === 'received' ? shown.request.receivedAt : event.recordedAt)}
            </p>
            <p>
              <strong>
                {codes.events[event.type]}
                {why(event)}
              </strong>
              , {who(event)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
