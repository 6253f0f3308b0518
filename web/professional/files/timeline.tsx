import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { hoursOf } from '../../../capabilities/cases/contacts/contact.ts'
import type { TrajectoryDetail } from '../../../capabilities/cases/queries.ts'
import { factsKnown } from '../../../capabilities/cases/timeline.ts'
import type { ReadNote } from '../../../capabilities/families/notes/queries.ts'
import { Icon, type IconName } from '../../design/icon.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { fileWords } from '../../words/files.ts'
import { formatCount, formatDay, formatMoment } from '../../words/format.ts'
import { trajectoryWords } from '../../words/trajectories.ts'
import { durationInWords, eventInWords } from '../case/event-words.ts'
import { type Entry, entriesOf } from './entries.ts'

type TimelineProps = {
  page: PageRequest
  actor: Actor
  fileId: string
  notes: readonly ReadNote[]
  trajectories: readonly TrajectoryDetail[]
  names: ReadonlyMap<string, string>
  mayReword: boolean
}

/** What was written down and what happened, newest day first; each entry says in words who reads it. */
export const Timeline: FC<TimelineProps> = (props) => {
  const { page, notes, trajectories } = props
  const words = fileWords[page.lang]
  const entries = entriesOf(notes, trajectories)
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{words.timeline}</h2>
      <HoursLine page={page} trajectories={trajectories} />
      {entries.length === 0 ? (
        <p class="soft">{words.nothingYet}</p>
      ) : (
        <ol class="time">
          {entries.map((entry) => (
            <li>
              <p class="soft">{formatDay(page.lang, entry.on, 'short')}</p>
              <div>
                <Happened page={page} entry={entry} />
                {entry.note === undefined ? null : <Written {...props} note={entry.note} />}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** How much time went into it, over all trajectories of this person. */
const HoursLine: FC<{ page: PageRequest; trajectories: readonly TrajectoryDetail[] }> = ({ page, trajectories }) => {
  const words = caseWords[page.lang]
  const { contacts, tries, minutes } = hoursOf(trajectories.flatMap(({ events }) => factsKnown(events)))
  if (contacts + tries === 0) return null
  const spent = words.spent(
    durationInWords(page.lang, minutes),
    formatCount(page.lang, contacts, { one: words.contactOne, many: words.contactMany }),
  )
  return <p>{[spent, ...(tries === 0 ? [] : [words.tries(tries)])].join(', ')}</p>
}

const Happened: FC<{ page: PageRequest; entry: Entry }> = ({ page, entry: { happened } }) => {
  if (happened === undefined) return null
  const { event, of } = happened
  return (
    <>
      <p>
        <strong>{eventInWords(page.lang, of.definition, event)}</strong>
      </p>
      <Sight icon="people">
        {`${caseWords[page.lang].seenBy} ${trajectoryWords[page.lang].recorded(
          formatMoment(page.lang, new Date(event.recordedAt)),
        )}`}
      </Sight>
    </>
  )
}

const Written: FC<TimelineProps & { note: ReadNote }> = ({ page, actor, fileId, names, mayReword, note }) => {
  const words = fileWords[page.lang]
  const by = note.writtenBy === actor.personId ? words.byYou : (names.get(note.writtenBy) ?? words.somebody)
  return (
    <>
      {note.voiceForm === null || note.heardBy === null ? null : (
        <p>
          <strong>
            {caseWords[page.lang].voiceSaid(caseWords[page.lang].voiceForms[note.voiceForm], note.heardBy)}
          </strong>
        </p>
      )}
      <p class="said">{note.body}</p>
      <Sight icon={note.disclosure === 'own-file' ? 'lock' : note.disclosure === 'safety' ? 'eye' : 'people'}>
        {`${words.disclosures[note.disclosure]}. ${words.recordedBy(formatMoment(page.lang, note.recordedAt), by)} `}
        {mayReword ? <a href={links.note(fileId, note.id)}>{words.reword}</a> : null}
      </Sight>
    </>
  )
}

/** Who reads an entry, in words with a small sign. */
const Sight: FC<{ icon: IconName; children?: unknown }> = ({ icon, children }) => (
  <p class="sight">
    <Icon name={icon} />
    <span>{children as string}</span>
  </p>
)
