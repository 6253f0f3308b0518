import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { asGiven } from '../../../capabilities/forms/given.ts'
import { shippedForm } from '../../../capabilities/forms/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import { isAboutSeparation } from '../../../capabilities/help-requests/triage/weighing.ts'
import { Details } from '../../design/details.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay } from '../../words/format.ts'
import { requestNoteWords } from '../../words/request-notes.ts'
import { triageWords } from '../../words/triage.ts'
import { type Note, NotedFacts, type Version } from './noting.tsx'

type Part = {
  readonly actor: Actor
  readonly page: PageRequest
  readonly note: Note
  readonly request: HelpRequest
  readonly versions: readonly Version[]
  readonly mayNote: boolean
}

/** What was noted last on the page of its request, how it was before, and the way to change it. */
export const Noted: FC<Part> = (part) => {
  const { page, note, request, versions, mayNote } = part
  const last = versions.at(-1)
  if (last === undefined && !mayNote) return null
  const words = requestNoteWords[page.lang]
  const { title, begin, none } = words[note.code]
  const earlier = versions.slice(0, -1).toReversed()
  return (
    <section aria-labelledby={note.code}>
      <h2 id={note.code}>{title}</h2>
      {last === undefined ? <p class="soft">{firstOf(part) ?? none}</p> : <OneVersion {...part} version={last} />}
      {mayNote ? (
        <p>
          <a href={note.address(request.id)}>{last === undefined ? begin : words.change}</a>
        </p>
      ) : null}
      {earlier.length === 0 ? null : (
        <Details summary={words.earlier}>
          {earlier.map((version) => (
            <OneVersion {...part} version={version} />
          ))}
        </Details>
      )}
    </section>
  )
}

/** about a separation money is always asked, and the page says so until it was. */
const firstOf = ({ page, note, request }: Part): string | undefined =>
  note.code === 'circumstances' && isAboutSeparation(request)
    ? requestNoteWords[page.lang].circumstances.alwaysMoney
    : undefined

const OneVersion: FC<Part & { version: Version }> = ({ actor, page, note, request, version }) => {
  const words = triageWords[page.lang]
  const questions = note.questions(shippedForm(actor, note.code), request)
  const given = Object.fromEntries(questions.map(({ code }) => [code, asGiven(version.answers[code])]))
  const who = version.recordedBy === actor.personId ? words.bySelf : words.byOther
  return (
    <div class="given">
      <NotedFacts lang={page.lang} questions={questions} given={given} />
      <p class="soft small">{words.on(formatDay(page.lang, version.holdsOn, 'short'), who)}</p>
    </div>
  )
}
