import type { FC } from 'hono/jsx'
import { villagesIn } from '../../capabilities/access/queries.ts'
import { type AnswerValue, type Fact, isFact, type TrajectoryEvent } from '../../capabilities/cases/event.ts'
import { type TrajectoryDetail, trajectoryDetail } from '../../capabilities/cases/queries.ts'
import { personFile, personsNamed } from '../../capabilities/families/files/queries.ts'
import { mayBreakGlass } from '../../capabilities/families/glass/queries.ts'
import type { ProgrammeDefinition } from '../../capabilities/programmes/definition.ts'
import { optionsOf } from '../../capabilities/programmes/option-words.ts'
import { isInTrack } from '../../capabilities/programmes/tracks.ts'
import { Facts } from '../design/facts.tsx'
import { BackLink } from '../design/paging.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, notFound } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { fileWords } from '../words/files.ts'
import { formatDay, formatList, formatMoment } from '../words/format.ts'
import { trajectoryWords } from '../words/trajectories.ts'
import type { Lang } from '../words/words.ts'

export const get = guarded({ may: ['read', 'trajectory'], act: 'trajectory.read' }, async (actor, page) => {
  const detail = await trajectoryDetail(actor, page.params.id ?? '')
  if (detail === undefined) return notFound()
  const words = trajectoryWords[page.lang]
  const villages = await villagesIn(actor, detail.trajectory.municipalityId)
  const { definition, trajectory } = detail
  const { personId } = trajectory
  const [person] = personId === null ? [] : await personsNamed(actor, [personId])
  const isReadable = personId !== null && (await personFile(actor, personId)) !== undefined
  const mayOpen = personId !== null && !isReadable && (await mayBreakGlass(actor, personId))
  const title = `${definition.name[page.lang]}, ${formatDay(page.lang, trajectory.registeredOn, 'plain')}`
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
      <Family lang={page.lang} detail={detail} villages={villages} />
      <Milestones lang={page.lang} detail={detail} />
      <Timeline lang={page.lang} detail={detail} />
    </>,
  )
})

type Part = { lang: Lang; detail: TrajectoryDetail }

const Family: FC<Part & { villages: readonly { code: string; name: string }[] }> = ({ lang, detail, villages }) => {
  const words = trajectoryWords[lang]
  const { definition, trajectory, children, words: odd, provision } = detail
  const ages = children.map((child) =>
    'years' in child ? words.years(child.years) : words.pregnant(child.weeksPregnant),
  )
  const phase = definition.phases.find((one) => one.code === trajectory.phase)
  const answered = definition.questions
    .filter((one) => !['ages', 'place'].includes(one.type) && one.asked !== 'contact')
    .filter((one) => isInTrack(definition, one.code, trajectory.answers))
    .map((one) => ({
      term: one.ask[lang],
      value: answerInWords(lang, definition, one.code, trajectory.answers[one.code]),
    }))
  return (
    <section aria-labelledby="gezin">
      <h2 id="gezin">{words.family}</h2>
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

function answerInWords(
  lang: Lang,
  definition: ProgrammeDefinition,
  code: string,
  answer: AnswerValue | undefined,
): string {
  if (answer === undefined) return ''
  const question = definition.questions.find((one) => one.code === code)
  const options = question === undefined ? [] : optionsOf(question)
  const name = (option: string): string => options.find((one) => one.code === option)?.name[lang] ?? option
  if (Array.isArray(answer)) return formatList(lang, answer.filter((one) => typeof one === 'string').map(name))
  return name(String(answer))
}

const reasonInWords = (lang: Lang, definition: ProgrammeDefinition, code: string | null): string =>
  definition.reasons.flatMap((list) => list.options).find((one) => one.code === code)?.name[lang] ?? ''

const Milestones: FC<Part> = ({ lang, detail: { definition, milestones } }) => {
  const words = trajectoryWords[lang]
  const nameOf = (code: string): string =>
    [...definition.milestones, ...(definition.longest === undefined ? [] : [definition.longest])].find(
      (one) => one.code === code,
    )?.name[lang] ?? code
  return (
    <section aria-labelledby="momenten">
      <h2 id="momenten">{words.milestones}</h2>
      {milestones.length === 0 ? (
        <p class="soft">{words.noAnchor}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.milestones}
          head={words.milestone}
          columns={[{ head: words.earliest }, { head: words.latest }]}
          rows={milestones.map(({ code, earliest, latest }) => ({
            head: nameOf(code),
            cells: [formatDay(lang, earliest, 'year'), formatDay(lang, latest, 'year')],
          }))}
        />
      )}
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

function eventInWords(lang: Lang, definition: ProgrammeDefinition, event: TrajectoryEvent): string {
  const words = trajectoryWords[lang].events
  if (isFact(event)) return factInWords(lang, definition, event)
  return event.type === 'corrected' ? `${words.corrected}: ${factInWords(lang, definition, event.by)}` : words.withdrawn
}

function factInWords(lang: Lang, definition: ProgrammeDefinition, fact: Fact): string {
  const words = trajectoryWords[lang].events
  const named = (list: readonly { code: string; name: { nl: string; en: string } }[], code: string): string =>
    list.find((one) => one.code === code)?.name[lang] ?? code
  switch (fact.type) {
    case 'registered':
      return words.registered
    case 'moved':
      return words.moved(named(definition.phases, fact.to))
    case 'answered':
      return words.answered
    case 'anchor-set':
      return words.anchor(named(definition.anchors, fact.anchor))
    case 'milestone-done':
      return words.milestone(named(definition.milestones, fact.milestone))
    case 'contact-made':
      return words.contact
    case 'worker-assigned':
      return words.workerAssigned
    case 'worker-left':
      return words.workerLeft
  }
}
