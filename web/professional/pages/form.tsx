import type { Actor } from '../../../capabilities/access/actor.ts'
import { writePage } from '../../../capabilities/information/actions.ts'
import { checkedPage, placesToWrite } from '../../../capabilities/information/editing/queries.ts'
import { LANGUAGES, type PageLanguage, slugFormat } from '../../../capabilities/information/front-matter.ts'
import { namesKnown } from '../../../capabilities/information/queries.ts'
import { after } from '../../../foundation/day.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { Difference, whole } from './difference-view.tsx'
import { type KeptAt, keptAt, meant } from './kept-at.ts'
import { PageForm, type Places } from './page-form.tsx'
import { showPreview } from './preview.tsx'
import { type Field, faultsTyped, lostTyped, type TypedPage, textTyped, typedOf } from './typed-page.ts'

/** A page that nobody wrote yet is looked at again after a year. */
const REVIEW_AFTER_MONTHS = 12

/** The text of a page in one language: whoever keeps it writes a new version; nothing of it is public yet. */
export const get = guarded(
  { may: ['change', 'page'], act: 'page.read' },
  withTyped(async (actor, page) => {
    const kept = await keptAt(actor, page)
    return kept === undefined ? notFound() : show(actor, page, { kept })
  }),
)

export const post = guarded(
  { may: ['change', 'page'], act: 'page.written' },
  forgetsTyped(async (actor, page) => {
    const kept = await keptAt(actor, page)
    if (kept === undefined) return notFound()
    const { slug, language, dutch, versions } = kept
    const isTranslation = !LANGUAGES.some((one) => one === language)
    const of = dutch ?? versions[0]?.translates ?? undefined
    const text = textTyped(
      typedIn(page),
      isTranslation && of !== undefined ? { translation: { madeBy: 'person', of } } : {},
    )
    const lost = isTranslation ? lostTyped(page.lang, text, kept.original) : []
    const wrong = [...(await faultsIn(actor, page, { slug, text })), ...lost]
    if (isPreview(page)) return showPreview(actor, page, { text, municipality: kept.municipality, wrong })
    if (wrong.length > 0) return show(actor, page, { kept, wrong })
    const version = sent(page, '_versie')
    const written = await writePage(actor, {
      ...{ ...meant(kept), text },
      after: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    })
    if (!written.ok) return show(actor, page, { kept, refused: written })
    return redirect(links.pageKept(slug, language, kept.addedBy?.slug, 'gedaan=draft'))
  }),
)

/** A page that is not there yet: its address and place are chosen once. */
export const getNew = guarded(
  { may: ['change', 'page'], act: 'page.begun' },
  withTyped(async (actor, page) => show(actor, page, { places: await placesToWrite(actor) })),
)

export const postNew = guarded(
  { may: ['change', 'page'], act: 'page.written' },
  forgetsTyped(async (actor, page) => {
    const places = await placesToWrite(actor)
    const [slug, language] = [sent(page, 'adres').trim(), newLanguage(page)]
    const chosen = places.municipalities.find(({ code }) => code === sent(page, 'plaats'))
    const region = places.regions.find(({ code }) => code === sent(page, 'plaats'))
    const text = textTyped(typedIn(page))
    const words = pagesKeptWords[page.lang]
    const address = slugFormat.safeParse(slug).success ? [] : [{ field: 'adres' as const, message: words.addressWrong }]
    const wrong = [...address, ...(await faultsIn(actor, page, { slug, text }))]
    if (isPreview(page)) return showPreview(actor, page, { text, municipality: chosen, wrong })
    if (wrong.length > 0) return show(actor, page, { places, wrong })
    const written = await writePage(actor, {
      ...{ slug, language, text, after: 0 },
      ...(chosen !== undefined && { municipalityCode: chosen.code }),
      ...(region !== undefined && { regionCode: region.code }),
    })
    if (written.ok) return redirect(links.pageKept(slug, language, undefined, 'gedaan=draft'))
    if (written.reason !== 'changed-meanwhile' && written.reason !== 'page-elsewhere')
      return show(actor, page, { places, refused: written })
    return show(actor, page, { places, wrong: [{ field: 'adres', message: words.addressTaken }] })
  }),
)

const sent = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '')
const isPreview = (page: PageRequest): boolean => sent(page, 'doe') === 'voorbeeld'
const newLanguage = (page: PageRequest): PageLanguage => LANGUAGES.find((one) => one === sent(page, 'taal')) ?? 'nl'

const typedIn = (page: PageRequest): TypedPage => ({
  one: (name) => sent(page, name).replaceAll('\r\n', '\n'),
  all: (name) => page.form.getAll(name).map(String),
})

async function faultsIn(actor: Actor, page: PageRequest, { slug, text }: { slug: string; text: string }) {
  return faultsTyped(page.lang, await checkedPage(actor, slug, text), text)
}

type Showing = {
  readonly kept?: KeptAt
  readonly places?: Places
  readonly wrong?: readonly { readonly field: Field; readonly message: string }[]
  readonly refused?: Refused
}

function show(actor: Actor, page: PageRequest, { kept, places, wrong = [], refused }: Showing) {
  const words = pagesKeptWords[page.lang]
  const [newest] = kept?.versions ?? []
  const title = kept === undefined ? words.newTitle : words.editTitle(newest?.title ?? kept.under ?? kept.slug)
  // What was sent, or kept when the session ended, stands before what is in the database.
  const isTyped = page.form.has('tekst')
  const typed = isTyped ? typedIn(page) : newest === undefined ? begun(page, kept) : typedOf(newest)
  const errors: FieldError[] = [
    ...(refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]),
    ...wrong,
  ]
  const faulty = wrong.length > 0 ? refuse('page-faulty') : undefined
  return workPage(
    page,
    actor,
    {
      ...{ title, active: 'pages', moreScript: 'page-editor.js' },
      ...refusedAs(refused ?? faulty),
    },
    <div class="kept-pages">
      <BackLink
        href={kept === undefined ? links.pagesKept() : links.pageKept(kept.slug, kept.language, kept.addedBy?.slug)}
        label={kept === undefined ? words.back : words.backToPage}
      />
      <h1>{title}</h1>
      <ErrorSummary lang={page.lang} errors={errors} />
      {refused?.reason === 'changed-meanwhile' && kept !== undefined && newest !== undefined ? (
        <section aria-labelledby="intussen">
          <h2 id="intussen">{words.meanwhile}</h2>
          <p>{words.meanwhileWhat}</p>
          <Difference lang={page.lang} language={kept.language} was={whole(newest)} is={wholeTyped(typed)} />
        </section>
      ) : null}
      <PageForm
        {...{ actor, page, typed, wrong, places }}
        language={kept?.language ?? newLanguage(page)}
        slug={kept === undefined ? sent(page, 'adres') : undefined}
        place={sent(page, 'plaats')}
        names={namesKnown(actor)}
        version={newest?.version ?? 0}
      />
    </div>,
  )
}

const wholeTyped = (typed: TypedPage): string =>
  whole({ title: typed.one('titel'), summary: typed.one('samenvatting'), body: typed.one('tekst') })

/** What an empty form begins with: when to look again, and for an addition what it stands under. */
function begun({ today }: PageRequest, kept: KeptAt | undefined): TypedPage {
  const reviewOn = after(today, { months: REVIEW_AFTER_MONTHS })
  const like = kept?.like
  return {
    one: (name) => (name === 'nakijken' ? reviewOn : name === 'moment' ? (like?.moment ?? 'any') : ''),
    all: (name) => (name === 'voor' ? (like?.audience ?? []) : (like?.domains ?? [])),
  }
}
