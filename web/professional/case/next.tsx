import type { FC } from 'hono/jsx'
import type { TrajectoryDetail } from '../../../capabilities/cases/queries.ts'
import { closes, reopens } from '../../../capabilities/cases/reopening/reopening.ts'
import type { StepOpen } from '../../../capabilities/programmes/steps-needed.ts'
import { ButtonRow, LinkButton, RefusedButton } from '../../design/button.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { formatDay } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { trajectoryWords } from '../../words/trajectories.ts'
import { standingIn } from './frame.tsx'

type Part = { page: PageRequest; detail: TrajectoryDetail }

/** What leads on from here: every step of the definition, refused ones with their reason. */
export const NextSteps: FC<Part & { steps: readonly StepOpen[]; mayChange: boolean }> = (props) => {
  const { page, detail, steps, mayChange } = props
  const words = caseWords[page.lang]
  const { id } = detail.trajectory
  return (
    <section aria-labelledby="verder">
      <h2 id="verder">{words.steps}</h2>
      {steps.length === 0 ? <p class="soft">{words.noSteps}</p> : null}
      {mayChange ? (
        <div class="next-steps">
          {steps.map((open) => (
            <OneStep {...{ page, detail, open }} />
          ))}
        </div>
      ) : null}
      {mayChange ? (
        <ButtonRow>
          <LinkButton href={links.caseContact(id)} look="plain">
            {words.contact}
          </LinkButton>
          <LinkButton href={links.caseAnswers(id)} look="plain">
            {words.answers}
          </LinkButton>
          <LinkButton href={links.caseWorkers(id)} look="plain">
            {familyFormWords[page.lang].workers}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </section>
  )
}

const OneStep: FC<Part & { open: StepOpen }> = ({ page, detail, open: { step, missing, refused } }) => {
  const words = caseWords[page.lang]
  if (refused !== undefined)
    return (
      <RefusedButton id={`stap-${step.to}`} reason={refusalSentence(page.lang, refused)}>
        {step.name[page.lang]}
      </RefusedButton>
    )
  return (
    <div>
      <LinkButton href={stepHref(detail, step.to)} look="plain">
        {step.name[page.lang]}
      </LinkButton>
      {missing.length === 0 ? null : <p class="small soft">{words.stillAsked(missing.length)}</p>}
    </div>
  )
}

/** Closing and opening again have a page of their own. */
export function stepHref({ definition, trajectory }: TrajectoryDetail, to: string): string {
  if (closes(definition, to)) return links.caseClose(trajectory.id, to)
  if (reopens(definition, { from: trajectory.phase, to })) return links.caseReopen(trajectory.id, to)
  return links.caseStep(trajectory.id, to)
}

/** Every milestone with its days and where it stands; the days that are counted from can be filled in. */
export const Milestones: FC<Part & { mayChange: boolean }> = ({ page, detail, mayChange }) => {
  const [words, general] = [caseWords[page.lang], trajectoryWords[page.lang]]
  const standing = standingIn(detail, page.today)
  return (
    <section aria-labelledby="momenten">
      <h2 id="momenten">{general.milestones}</h2>
      {standing.length === 0 ? (
        <p class="soft">{general.noAnchor}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={general.milestones}
          captionUnseen
          head={general.milestone}
          columns={[{ head: general.earliest }, { head: general.latest }, { head: words.state }]}
          rows={standing.map((one) => ({
            head: nameIn(page, detail, one.code),
            cells: [
              formatDay(page.lang, one.earliest, 'year'),
              formatDay(page.lang, one.latest, 'year'),
              <StateOf {...{ page, detail, mayChange, one }} />,
            ],
          }))}
          stacked
        />
      )}
      {mayChange ? <AnchorLinks page={page} detail={detail} /> : null}
    </section>
  )
}

const nameIn = (page: PageRequest, { definition }: TrajectoryDetail, code: string): string =>
  [...definition.milestones, ...(definition.longest === undefined ? [] : [definition.longest])].find(
    (one) => one.code === code,
  )?.name[page.lang] ?? code

type StateProps = Part & { mayChange: boolean; one: ReturnType<typeof standingIn>[number] }

const StateOf: FC<StateProps> = ({ page, detail, mayChange, one }) => {
  const words = caseWords[page.lang]
  const milestone = detail.definition.milestones.find(({ code }) => code === one.code)
  if (one.done !== undefined) {
    const outcome = milestone?.outcomes?.find(({ code }) => code === one.done?.outcome)?.name[page.lang]
    return <>{[words.doneOn(formatDay(page.lang, one.done.on, 'year')), outcome].filter(Boolean).join(': ')}</>
  }
  const canBeDone = mayChange && milestone !== undefined && one.state !== 'early'
  return (
    <>
      {words.states[one.state]}{' '}
      {canBeDone ? (
        <a href={links.caseMilestone(detail.trajectory.id, one.code)}>
          {words.record}
          <span class="unseen"> {milestone.name[page.lang]}</span>
        </a>
      ) : null}
    </>
  )
}

const AnchorLinks: FC<Part> = ({ page, detail: { definition, trajectory } }) => (
  <>
    {definition.anchors
      .filter(({ phase }) => phase === undefined)
      .map(({ code, name }) => (
        <p>
          <a href={links.caseAnchor(trajectory.id, code)}>{caseWords[page.lang].anchorSet(name[page.lang])}</a>
        </p>
      ))}
  </>
)
