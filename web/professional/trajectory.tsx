import type { FC } from 'hono/jsx'
import { may } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { type Provision, placeOf, villagesIn } from '../../capabilities/access/queries.ts'
import { handedIn } from '../../capabilities/cases/afterwards/queries.ts'
import { foreseen } from '../../capabilities/cases/foreseen.ts'
import { type TrajectoryDetail, trajectoryDetail } from '../../capabilities/cases/queries.ts'
import { turnsOf } from '../../capabilities/cases/reopening/queries.ts'
import { nextSteps } from '../../capabilities/cases/steps/queries.ts'
import { childrenOfCase } from '../../capabilities/cases/voice/queries.ts'
import {
  colleaguesIn,
  familyOf,
  type PersonFile,
  personFile,
  personsNamed,
  workerNames,
} from '../../capabilities/families/files/queries.ts'
import { mayBreakGlass } from '../../capabilities/families/glass/queries.ts'
import { keptWith } from '../../capabilities/programmes/moments.ts'
import { fitSettingsOf } from '../../capabilities/programmes/queries.ts'
import { isInTrack } from '../../capabilities/programmes/tracks.ts'
import { Facts } from '../design/facts.tsx'
import { BackLink } from '../design/paging.tsx'
import { links } from '../links.ts'
import { guarded, notFound } from '../shell/guarded.ts'
import { saidAt } from '../shell/names.ts'
import { workPage } from '../shell/pages.tsx'
import { fileWords } from '../words/files.ts'
import { formatDay, formatMoment } from '../words/format.ts'
import { groupWords } from '../words/groups.ts'
import { trajectoryWords } from '../words/trajectories.ts'
import type { Lang } from '../words/words.ts'
import { DoneNotice } from './case/done-notice.tsx'
import { answerInWords, eventInWords, reasonInWords } from './case/event-words.ts'
import { Milestones, NextSteps } from './case/next.tsx'
import { HandedOver, Turns, type Unheard, WhyUnheard } from './case/turns.tsx'

export const get = guarded({ may: ['read', 'trajectory'], act: 'trajectory.read' }, async (actor, page) => {
  const id = page.params.id ?? ''
  const [detail, handed] = await Promise.all([trajectoryDetail(actor, id), handedIn(actor, id), askAlong(actor, id)])
  if (detail === undefined) return notFound()
  const words = trajectoryWords[page.lang]
  const { definition, trajectory } = detail
  const { personId } = trajectory
  const fileAsked = personId === null ? undefined : personFile(actor, personId)
  const turns = await turnsOf(actor, trajectory.id)
  const [villages, [person], file, steps, unheard, names] = await Promise.all([
    villagesIn(actor, trajectory.municipalityId),
    personsNamed(actor, personId === null ? [] : [personId]),
    fileAsked,
    nextSteps(actor, detail, page.today),
    // Children are those around a person; a family that came as a whole has none to name.
    personId === null ? [] : unheardIn(actor, trajectory.id),
    turns.length === 0 ? new Map<string, string>() : namesIn(actor, detail, fileAsked),
  ])
  const isReadable = file !== undefined
  const mayOpen = personId !== null && !isReadable && (await mayBreakGlass(actor, personId))
  const mayChange = detail.provision !== undefined && mayChangeIn(actor, detail.provision)
  const said = saidAt(page, trajectory.municipalityId)
  const title = `${said(definition.name[page.lang])}, ${formatDay(page.lang, trajectory.registeredOn, 'plain')}`
  return workPage(
    page,
    actor,
    { title, active: 'trajectories' },
    <>
      <BackLink href={links.trajectories()} label={words.back} />
      <h1>{title}</h1>
      {person === undefined ? null : (
        <p class="lead">
          {isReadable ? (
            <a href={links.file(person.id)}>{person.name ?? words.unknown}</a>
          ) : (
            (person.name ?? words.unknown)
          )}
        </p>
      )}
      {mayOpen && personId !== null ? (
        <p>
          <a href={links.fileGlass(personId)}>{fileWords[page.lang].glassTitle}</a>
        </p>
      ) : null}
      <DoneNotice page={page} />
      <NextSteps {...{ page, detail, mayChange }} steps={steps} />
      <WhyUnheard page={page} unheard={unheard} />
      <HandedOver page={page} trajectoryId={trajectory.id} handed={handed} />
      <Turns {...{ actor, page, detail, turns, names }} />
      <Family lang={page.lang} detail={detail} villages={villages} />
      <Milestones {...{ page, detail, mayChange }} />
      <Timeline lang={page.lang} detail={detail} />
    </>,
  )
})

/** What the page shows beside a trajectory, when its place is known from the last time: the answers are there when they are asked for. */
async function askAlong(actor: Actor, id: string): Promise<void> {
  const before = foreseen(actor, id)
  if (before === undefined) return
  await Promise.all([
    villagesIn(actor, before.municipalityId),
    fitSettingsOf(actor, before.municipalityId, before.programmeCode),
  ])
}

/** The children whose voice is missing here, each with the reason that was written. */
async function unheardIn(actor: Actor, trajectoryId: string): Promise<Unheard[]> {
  const children = await childrenOfCase(actor, trajectoryId)
  const named = await personsNamed(
    actor,
    children.map(({ personId }) => personId),
  )
  return children.flatMap(({ personId, heardOn, because }) =>
    because === undefined || heardOn !== undefined
      ? []
      : [{ because, name: named.find(({ id }) => id === personId)?.name ?? undefined }],
  )
}

/** Of who works on the file, and of who works here. */
async function namesIn(
  actor: Actor,
  { trajectory }: TrajectoryDetail,
  fileAsked: Promise<PersonFile | undefined> | undefined,
): Promise<Map<string, string>> {
  const [file, colleagues] = await Promise.all([fileAsked, colleaguesIn(actor, trajectory.provisionId)])
  const names = await workerNames(actor, file === undefined ? [] : familyOf(file))
  return new Map([...names, ...colleagues.map(({ id, name }) => [id, name] as const)])
}

/** Row-level security let the trajectory through, so one's own match is assigned. */
const mayChangeIn = (actor: Actor, provision: Provision): boolean =>
  may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })

type Part = { lang: Lang; detail: TrajectoryDetail }

const Family: FC<Part & { villages: readonly { code: string; name: string }[] }> = ({ lang, detail, villages }) => {
  const words = trajectoryWords[lang]
  const { definition, trajectory, children, words: odd, provision } = detail
  const ages = children.map((child) =>
    'years' in child ? words.years(child.years) : words.pregnant(child.weeksPregnant),
  )
  const phase = definition.phases.find((one) => one.code === trajectory.phase)
  const answered = definition.questions
    .filter((one) => !['ages', 'place'].includes(one.type) && keptWith(one.asked) === undefined)
    .filter((one) => isInTrack(definition, one.code, trajectory.answers))
    .map((one) => ({
      term: one.ask[lang],
      value: answerInWords(lang, definition, one.code, trajectory.answers[one.code]),
    }))
  return (
    <section aria-labelledby="gezin">
      <h2 id="gezin">{definition.about === 'group' ? groupWords[lang].group : words.family}</h2>
      <Facts
        facts={[
          {
            term: words.phase,
            value: [phase?.name[lang], reasonInWords(lang, definition, trajectory.reason)].filter(Boolean).join(': '),
          },
          {
            term: words.village,
            value: villages.find((one) => one.code === trajectory.villageCode)?.name ?? words.unknown,
          },
          { term: words.children, value: ages.join(', ') },
          ...answered,
          { term: words.odd, value: odd.map((one) => one.word).join(', ') },
          { term: '', value: provision?.organisationName },
        ].filter((fact) => fact.term !== '')}
      />
    </section>
  )
}

const Timeline: FC<Part> = ({ lang, detail: { definition, events } }) => {
  const words = trajectoryWords[lang]
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{words.history}</h2>
      <ol class="time">
        {events.toReversed().map((event) => (
          <li>
            <p class="soft">{formatDay(lang, event.holdsOn, 'plain')}</p>
            <div>
              <p>
                <strong>{eventInWords(lang, definition, event)}</strong>
              </p>
              <p class="small soft">{words.recorded(formatMoment(lang, new Date(event.recordedAt)))}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
