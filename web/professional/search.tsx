import type { Actor } from '../../capabilities/access/actor.ts'
import { type Found, SHORTEST, search } from '../../capabilities/search/queries.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { EmptyState } from '../design/notice.tsx'
import { WaitingList, type WaitingRow } from '../design/waiting.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatDay } from '../words/format.ts'
import { searchWords } from '../words/search.ts'
import type { Lang } from '../words/words.ts'

export const get = guarded({ may: ['search', 'trajectory'], act: 'search.opened' }, (actor, page) => show(actor, page))

// What is sought is in the post alone: it can be a name.
const searching = { may: ['search', 'trajectory'], act: 'search.done', isReading: true } as const

export const post = guarded(searching, async (actor, page) => {
  const typed = String(page.form.get('zoek') ?? '').trim()
  return show(actor, page, { typed, found: await search(actor, typed) })
})

type Sought = { readonly typed: string; readonly found: readonly Found[] }

async function show(actor: Actor, page: PageRequest, sought?: Sought) {
  const words = searchWords[page.lang]
  const isShort = sought !== undefined && sought.typed.length < SHORTEST
  return workPage(
    page,
    actor,
    { title: words.title },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <form method="post" action={links.search()}>
        <TextField
          name="zoek"
          id="zoek-hier"
          label={words.field}
          type="search"
          value={sought?.typed}
          error={isShort ? words.short : undefined}
          autocomplete="off"
        />
        <Button look="plain">{words.button}</Button>
      </form>
      {sought === undefined || isShort ? null : <Results page={page} found={sought.found} />}
    </>,
  )
}

const Results = ({ page, found }: { page: PageRequest; found: readonly Found[] }) => {
  const words = searchWords[page.lang]
  if (found.length === 0)
    return (
      <EmptyState title={words.nothing}>
        <p>{words.nothingWhat}</p>
      </EmptyState>
    )
  return (
    <section aria-labelledby="gevonden">
      <h2 id="gevonden">{words.found(found.length)}</h2>
      <WaitingList rows={found.map((one) => rowOf(page.lang, one))} />
    </section>
  )
}

function rowOf(lang: Lang, one: Found): WaitingRow {
  const words = searchWords[lang]
  const who = one.name === null || one.name === '' ? words.nameless : one.name
  const common = { who, term: words.kinds[one.kind], isLate: false }
  if (one.kind === 'trajectory') return { ...common, href: links.trajectory(one.trajectoryId), what: '' }
  if (one.kind === 'file') return { ...common, href: links.file(one.personId), what: '' }
  return {
    ...common,
    href: links.file(one.personId),
    what: `${formatDay(lang, one.holdsOn, 'short')}: ${start(one.body)}`,
  }
}

/** Enough of a note to know it again. */
const start = (body: string): string => (body.length > 120 ? `${body.slice(0, 120).trimEnd()} …` : body)
