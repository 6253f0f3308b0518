import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { mayChangePage } from '../../../capabilities/information/editing/queries.ts'
import { addSynonym, dropSynonym } from '../../../capabilities/information/finding/actions.ts'
import { synonymsKept } from '../../../capabilities/information/finding/queries.ts'
import { LANGUAGES } from '../../../capabilities/information/front-matter.ts'
import type { NamePlace } from '../../../capabilities/terms/chosen.ts'
import { readAs } from '../../../capabilities/terms/name-book.ts'
import { placesNamed } from '../../../capabilities/terms/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { FieldRow, TextField } from '../../design/field.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { namesKeptWords } from '../../words/names-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { fieldOf, PlaceChoice, placeName, Refusal } from './at.tsx'

/** Whose words: of everyone too, for who keeps the pages of everyone. */
type Whose = NamePlace & { readonly key: string; readonly name: string }
const EVERYONE = 'iedereen'

export const get = guarded({ may: ['change', 'page'], act: 'search-words.listed' }, async (actor, page) => {
  const at = await wordsAt(actor, page)
  return at === undefined ? notFound() : show(actor, page, at)
})

/** Adds a word for search, or takes one away. */
export const post = guarded({ may: ['change', 'page'], act: 'search-words.changed' }, async (actor, page) => {
  const at = await wordsAt(actor, page)
  if (at === undefined) return notFound()
  const text = (name: string) => String(page.form.get(name) ?? '')
  const gone = page.form.get('weg')
  const done =
    gone === null
      ? await addSynonym(actor, at.here, { language: text('language'), word: text('word'), means: text('means') })
      : await dropSynonym(actor, at.here, String(gone))
  if (done.ok) return redirect(links.searchWords(at.here.key, gone === null ? 'erbij' : 'weg'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, at, done)
})

type At = { readonly mine: readonly Whose[]; readonly here: Whose }

async function wordsAt(actor: Actor, page: PageRequest): Promise<At | undefined> {
  const { lang } = page
  const everyone: Whose = { regionId: null, municipalityId: null, key: EVERYONE, name: namesKeptWords[lang].everyone }
  const mine = [
    ...(await placesNamed(actor)).map((one) => ({ ...one, key: one.id, name: placeName(lang, one) })),
    ...((await mayChangePage(actor, everyone)) ? [everyone] : []),
  ]
  const asked = page.query.get('voor')
  const here = asked === null ? mine[0] : mine.find(({ key }) => key === asked)
  return here && { mine, here }
}

async function show(actor: Actor, page: PageRequest, { mine, here }: At, refused?: Refused) {
  const { lang } = page
  const words = namesKeptWords[lang]
  const kept = await synonymsKept(actor, readAs(here, page.names))
  if (kept === undefined) return notFound()
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const news = new Map([
    ['erbij', words.added],
    ['weg', words.removed],
  ]).get(page.query.get('gedaan') ?? '')
  return workPage(
    page,
    actor,
    { title: words.words, active: 'names', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <p>
        <a href={links.names(here.key === EVERYONE ? undefined : here.key)}>{words.back}</a>
      </p>
      <h1>{words.words}</h1>
      <p class="soft">{words.wordsLead}</p>
      {news === undefined || refused !== undefined ? null : <Notice isNews>{news}</Notice>}
      <Refusal lang={lang} refused={refused} />
      <PlaceChoice
        lang={lang}
        places={mine.map(({ key, name }) => ({ href: links.searchWords(key), name, isHere: key === here.key }))}
      />
      <AddForm page={page} here={here} refused={refused} />
      <WordsTable page={page} here={here} kept={kept} />
    </>,
  )
}

const AddForm: FC<{ page: PageRequest; here: Whose; refused: Refused | undefined }> = ({ page, here, refused }) => {
  const { lang, form } = page
  const words = namesKeptWords[lang]
  const at = (name: string, first = '') => ({
    ...{ name, autocomplete: 'off' },
    value: form.has(name) ? String(form.get(name)) : first,
    error: refused !== undefined && fieldOf(refused) === name ? refusalSentence(lang, refused) : undefined,
  })
  return (
    <form class="compact" method="post" action={links.searchWords(here.key)} novalidate>
      <h2>{words.addTitle}</h2>
      <FieldRow>
        <TextField {...at('word')} label={words.word} />
        <TextField {...at('means')} label={words.means} />
      </FieldRow>
      <RadioGroup
        {...at('language', 'nl')}
        label={words.wordLanguage}
        inline
        choices={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
      />
      <Button>{words.add}</Button>
    </form>
  )
}

type Kept = NonNullable<Awaited<ReturnType<typeof synonymsKept>>>

const WordsTable: FC<{ page: PageRequest; here: Whose; kept: Kept }> = ({ page: { lang }, here, kept }) => {
  const words = namesKeptWords[lang]
  if (kept.length === 0) return <EmptyState title={words.wordsNone}>{words.wordsNoneWhat}</EmptyState>
  const isOwn = (one: NamePlace) => one.regionId === here.regionId && one.municipalityId === here.municipalityId
  const whose = ({ regionId, municipalityId }: NamePlace) =>
    words.ofPlace[municipalityId !== null ? 'municipality' : regionId !== null ? 'region' : 'everyone']
  return (
    <>
      <p class="soft">{words.own}</p>
      <DataTable
        lang={lang}
        caption={words.words}
        captionUnseen
        head={words.word}
        columns={[words.means, words.wordLanguage, words.keptBy, words.change].map((head) => ({ head }))}
        stacked
        rows={kept
          .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
          .map((one) => ({
            head: <span lang={one.language}>{one.word}</span>,
            cells: [
              <span lang={one.language}>{one.means}</span>,
              words.languages[one.language],
              whose(one),
              isOwn(one) ? (
                <form method="post" action={links.searchWords(here.key)}>
                  <Button look="plain" name="weg" value={one.id}>
                    {words.remove}
                    <span class="unseen"> {words.removeWhat(one.word, one.means)}</span>
                  </Button>
                </form>
              ) : (
                ''
              ),
            ],
          }))}
      />
    </>
  )
}
