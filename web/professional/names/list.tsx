import { namesAt } from '../../../capabilities/terms/name-book.ts'
import { nameBook } from '../../../capabilities/terms/queries.ts'
import { otherNames } from '../../../capabilities/terms/sought.ts'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { namesKeptWords } from '../../words/names-kept.ts'
import { namedAt, PlaceChoice, placeName } from './at.tsx'

/** What a region or municipality calls everything, for who keeps its public pages. */
export const get = guarded({ may: ['change', 'page'], act: 'names.listed' }, async (actor, page) => {
  const kept = await namedAt(actor, page)
  if (kept === undefined) return notFound()
  const { mine, here } = kept
  const { lang } = page
  const words = namesKeptWords[lang]
  const book = await nameBook(actor)
  const { terms } = namesAt(book, here)
  const news = newsOf(page)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'names' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {news === undefined ? null : <Notice isNews>{news}</Notice>}
      <PlaceChoice
        lang={lang}
        places={mine.map((one) => ({
          ...{ href: links.names(one.id), name: placeName(lang, one), isHere: one.id === here.id },
        }))}
      />
      <p>
        <a href={links.searchWords(here.id)}>{words.wordsLink}</a>
      </p>
      <DataTable
        lang={lang}
        caption={words.names}
        captionUnseen
        head={words.concept}
        columns={[words.name, words.others, words.from].map((head) => ({ head }))}
        stacked
        rows={terms.map((term) => ({
          head: <a href={links.nameKept(term.code, here.id)}>{book.shipped[term.code][lang].name}</a>,
          cells: [term.said[lang].name, otherNames(term, lang).join(', '), words.levels[term.level]],
        }))}
      />
    </>,
  )
})

function newsOf(page: PageRequest): string | undefined {
  const words = namesKeptWords[page.lang]
  const told = new Map([
    ['naam', words.done],
    ['weg', words.dropped],
  ])
  return told.get(page.query.get('gedaan') ?? '')
}
