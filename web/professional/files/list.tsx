import type { FC } from 'hono/jsx'
import type { Person } from '../../../capabilities/families/files/person.ts'
import { ownFiles, personsNamed } from '../../../capabilities/families/files/queries.ts'
import type { Note } from '../../../capabilities/families/notes/note.ts'
import { safetyRecordsNaming } from '../../../capabilities/families/notes/queries.ts'
import { type ReceivedSharing, receivedSharings } from '../../../capabilities/families/sharing/queries.ts'
import { LinkButton } from '../../design/button.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { fileWords } from '../../words/files.ts'
import { formatDay } from '../../words/format.ts'
import { sharingWords } from '../../words/sharing.ts'
import type { Lang } from '../../words/words.ts'
import { partyInWords } from '../sharing/parties.ts'

export const get = guarded({ may: ['read', 'trajectory'], act: 'file.listed' }, async (actor, page) => {
  const words = fileWords[page.lang]
  const files = (await ownFiles(actor)).toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'nl'))
  const safety = await safetyRecordsNaming(actor)
  const named = await personsNamed(actor, [...new Set(safety.map((one) => one.personId))])
  return workPage(
    page,
    actor,
    { title: words.title, active: 'files' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {files.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.title}
          captionUnseen
          head={words.name}
          columns={[{ head: words.kind }, { head: words.since }]}
          stacked
          rows={files.map((one) => ({
            head: <a href={links.file(one.id)}>{one.name ?? words.nameless}</a>,
            cells: [
              whoInWords(page.lang, one),
              one.fileOpenedOn === null ? '' : formatDay(page.lang, one.fileOpenedOn, 'plain'),
            ],
          }))}
        />
      )}
      <Safety page={page} notes={safety} names={new Map(named.map((one) => [one.id, one.name]))} />
      <Received page={page} sharings={await receivedSharings(actor)} />
      <p>
        <LinkButton href={links.fileNew()} look="plain">
          {words.openNew}
        </LinkButton>
      </p>
    </>,
  )
})

/** Safety records that name the reader in files that the reader does not work on: there is no other page to read them. */
const Safety: FC<{ page: PageRequest; notes: readonly Note[]; names: ReadonlyMap<string, string | null> }> = ({
  page,
  notes,
  names,
}) => {
  const words = fileWords[page.lang]
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="veiligheid">
      <h2 id="veiligheid">{words.safety}</h2>
      <p class="soft">{words.safetyLead}</p>
      <ol class="plain">
        {notes.map((note) => (
          <li>
            <h3>
              {names.get(note.personId) ?? words.nameless}, {formatDay(page.lang, note.holdsOn, 'year')}
            </h3>
            <p class="said">{note.body}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What colleagues elsewhere share: beside the files one works on, and never a whole file. */
const Received: FC<{ page: PageRequest; sharings: readonly ReceivedSharing[] }> = ({ page, sharings }) => {
  const words = sharingWords[page.lang]
  if (sharings.length === 0) return null
  return (
    <section aria-labelledby="met-jou-gedeeld">
      <h2 id="met-jou-gedeeld">{words.received}</h2>
      <p class="soft">{words.receivedLead}</p>
      <DataTable
        lang={page.lang}
        caption={words.received}
        captionUnseen
        head={fileWords[page.lang].name}
        columns={[{ head: words.by }, { head: words.last }]}
        stacked
        rows={sharings.map((one) => ({
          head: <a href={links.received(one.id)}>{one.personName ?? fileWords[page.lang].nameless}</a>,
          cells: [
            partyInWords(page.lang, one.sharer),
            [formatDay(page.lang, one.endsOn, 'plain'), ...(one.isAccepted ? [] : [words.toTake])].join(', '),
          ],
        }))}
      />
    </section>
  )
}

/** `kind, 9 jaar`: what everybody who works with the family knows. */
export function whoInWords(lang: Lang, person: Pick<Person, 'kind' | 'ageYears' | 'weeksPregnant'>): string {
  const words = fileWords[lang]
  const age =
    person.ageYears === null
      ? person.weeksPregnant === null
        ? undefined
        : words.weeks(person.weeksPregnant)
      : words.years(person.ageYears)
  return age === undefined ? words.kinds[person.kind] : `${words.kinds[person.kind]}, ${age}`
}
