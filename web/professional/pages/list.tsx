import type { FC } from 'hono/jsx'
import { type PageListed, pagesListed, placesToWrite } from '../../../capabilities/information/editing/queries.ts'
import { PAGE_LANGUAGES, type PageLanguage } from '../../../capabilities/information/front-matter.ts'
import { brokenOutside } from '../../../capabilities/information/outside/queries.ts'
import { mayKeepStepPlan } from '../../../capabilities/step-plan/editing/queries.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import { OutsideLinks } from './outside-links.tsx'

const SHOWN = ['attention', 'kept', 'all'] as const
type Show = (typeof SHOWN)[number]

/** Public pages as who writes them keeps them: what asks attention first. */
export const get = guarded({ may: ['change', 'page'], act: 'page.listed' }, async (actor, page) => {
  const words = pagesKeptWords[page.lang]
  const [pages, { municipalities }, keepsPlan, broken] = await Promise.all([
    pagesListed(actor, page.today),
    placesToWrite(actor),
    mayKeepStepPlan(actor),
    brokenOutside(actor),
  ])
  const language = PAGE_LANGUAGES.find((one) => one === page.query.get('taal'))
  const inLanguage = pages.filter((one) => language === undefined || one.language === language)
  const count = (show: Show) => inLanguage.filter((one) => belongs(one, show)).length
  const asked = SHOWN.find((one) => one === page.query.get('toon'))
  const show = asked ?? SHOWN.find((one) => count(one) > 0) ?? 'all'
  const rows = inLanguage.filter((one) => belongs(one, show)).toSorted(mineFirst)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'pages' },
    <div class="kept-pages">
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <ButtonRow>
        <LinkButton href={links.pageBegun()}>{words.add}</LinkButton>
        {keepsPlan ? (
          <LinkButton href={links.stepPlan()} look="plain">
            {words.stepPlan}
          </LinkButton>
        ) : null}
      </ButtonRow>
      <Ways
        name={words.show[show]}
        ways={SHOWN.map((one) => ({
          ...{ label: words.shown(words.show[one], count(one)), isHere: one === show },
          href: links.pagesKept(asking(one, language)),
        }))}
      />
      <Ways
        name={words.language}
        ways={[undefined, ...PAGE_LANGUAGES].map((one) => ({
          ...{ label: one === undefined ? words.allLanguages : words.languages[one], isHere: one === language },
          href: links.pagesKept(asking(asked, one)),
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{show === 'attention' ? words.attentionNoneWhat : words.noneWhat}</EmptyState>
      ) : (
        <Pages page={page} rows={rows} caption={words.show[show]} adding={municipalities[0]} />
      )}
      {show === 'attention' ? <OutsideLinks lang={page.lang} broken={broken} /> : null}
    </div>,
  )
})

const belongs = (one: PageListed, show: Show): boolean =>
  show === 'all' || (show === 'kept' ? one.isOwn && one.mayChange : one.reasons.length > 0)

/** What the actor keeps comes before what others keep. */
const mineFirst = (a: PageListed, b: PageListed): number => Number(b.isOwn) - Number(a.isOwn)

const asking = (show: Show | undefined, language: PageLanguage | undefined): string | undefined => {
  const query = new URLSearchParams({ ...(show !== undefined && { toon: show }), ...(language && { taal: language }) })
  return query.size === 0 ? undefined : query.toString()
}

type Way = { readonly label: string; readonly href: string; readonly isHere: boolean }

const Ways: FC<{ name: string; ways: readonly Way[] }> = ({ name, ways }) => (
  <ul class="path-list" aria-label={name}>
    {ways.map(({ label, href, isHere }) => (
      <li>
        <a href={href} aria-current={isHere ? 'true' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)

type Listing = {
  page: PageRequest
  rows: readonly PageListed[]
  caption: string
  /** The municipality for which the actor may add to a page of everyone. */
  adding: { readonly slug: string; readonly name: string } | undefined
}

const Pages: FC<Listing> = ({ page, rows, caption, adding }) => {
  const words = pagesKeptWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={caption}
      captionUnseen
      head={words.name}
      columns={[words.language, words.place, words.state, words.reviewOn, words.attention].map((head) => ({ head }))}
      stacked
      rows={rows.map((one) => ({
        head: <NameOf listed={one} adding={adding} lang={page.lang} />,
        cells: [
          words.languages[one.language],
          placeOf(page, one),
          words.states[one.isPublic ? 'approved' : one.newest.state],
          words.on(one.newest.reviewOn),
          [...one.reasons.map((reason) => words.reasons[reason]), ...(one.isOwn ? [words.own] : [])].join(', '),
        ],
      }))}
    />
  )
}

const placeOf = ({ lang }: PageRequest, { municipality, region, isAddition }: PageListed): string => {
  const words = pagesKeptWords[lang]
  if (municipality === undefined) return region?.name ?? words.everyone
  return isAddition ? words.adds(municipality.name) : municipality.name
}

/** The way to what the actor keeps; to what somebody may only add to, the way to add. */
const NameOf: FC<{ listed: PageListed; adding: Listing['adding']; lang: PageRequest['lang'] }> = ({
  listed,
  adding,
  lang,
}) => {
  const words = pagesKeptWords[lang]
  const { slug, language, title, municipality, isAddition, mayChange } = listed
  const of = isAddition ? municipality?.slug : undefined
  if (mayChange)
    return (
      <a href={links.pageKept(slug, language, of)} lang={language}>
        {title}
      </a>
    )
  return (
    <>
      <span lang={language}>{title}</span>
      {adding === undefined || municipality !== undefined ? null : (
        <>
          <br />
          <a class="small" href={links.pageKept(slug, language, adding.slug)}>
            {words.addHere(adding.name)}
            <span class="unseen">: {title}</span>
          </a>
        </>
      )}
    </>
  )
}
