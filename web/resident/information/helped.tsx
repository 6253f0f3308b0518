import type { FC } from 'hono/jsx'
import { giveOpinion } from '../../../capabilities/information/visits/actions.ts'
import { OPINIONS } from '../../../capabilities/information/visits/visit.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { type Here, links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { HelpedForm } from '../../shell/helped-form.tsx'
import { askHref, pageForAll } from '../../shell/pages.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { visitWords } from '../../words/visits.ts'
import type { Lang } from '../../words/words.ts'
import { aroundOf, placeShown } from './around.ts'

export const HelpedQuestion: FC<{ here: Here; slug: string }> = ({ here, slug }) => (
  <HelpedForm words={visitWords[here.lang]} action={links.pageHelped(here, slug)} />
)

export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const opinion = OPINIONS.find((one) => one === page.form.get('antwoord'))
  const { slug = '' } = page.params
  if (around === undefined || opinion === undefined) return notFound()
  const { here, asked } = around
  const given = { slug, opinion, place: here.place, address: page.browser.address, asked }
  const done = await giveOpinion(actor, given)
  if (done.ok) return redirect(links.pageHelped(here, slug))
  if (done.reason === 'not-found') return notFound()
  return thanks(page, around, { slug, refusal: refusalSentence(here.lang, done) })
})

export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : thanks(page, around, { slug: page.params.slug ?? '' })
})

type Said = { readonly slug: string; readonly refusal?: string }

function thanks(page: PageRequest, around: NonNullable<Awaited<ReturnType<typeof aroundOf>>>, { slug, refusal }: Said) {
  const { here } = around
  const words = visitWords[here.lang]
  const pathsIn = (lang: Lang) => links.pageHelped({ lang, place: here.place }, slug)
  return pageForAll(
    page,
    {
      ...{ title: words.thanks, isPrivate: true, ...(refusal !== undefined && { status: 429 }) },
      at: { lang: here.lang, place: placeShown(around), paths: { nl: pathsIn('nl'), en: pathsIn('en') } },
    },
    <>
      <header class="page-head">
        <h1>{words.thanks}</h1>
        {refusal === undefined ? <p class="lead">{words.thanksWhat}</p> : <Notice>{refusal}</Notice>}
      </header>
      <p>{words.thanksMore}</p>
      <ButtonRow>
        <LinkButton href={askHref(here)}>{words.ask}</LinkButton>
        <LinkButton href={links.page(here, slug)} look="plain">
          {words.toPage}
        </LinkButton>
      </ButtonRow>
    </>,
  )
}
