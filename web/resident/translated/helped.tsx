import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { giveOpinion } from '../../../capabilities/information/visits/actions.ts'
import { OPINIONS } from '../../../capabilities/information/visits/visit.ts'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { HelpedForm } from '../../shell/helped-form.tsx'
import { translatedWords } from '../../words/translated/words.ts'
import { type Translated, translatedAround } from './around.ts'
import { translatedPage } from './frame.tsx'

/** Whether a page helped, asked in the language in which it was read. */
export const HelpedQuestion: FC<{ around: Pick<Translated, 'lang' | 'slug'>; slug: string }> = ({ around, slug }) => (
  <HelpedForm
    words={translatedWords[around.lang].helped}
    action={links.pageHelped({ lang: around.lang, place: around.slug }, slug)}
  />
)

export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const around = await translatedAround(actor, page)
  const opinion = OPINIONS.find((one) => one === page.form.get('antwoord'))
  const { slug = '' } = page.params
  if (around === undefined || opinion === undefined) return notFound()
  const { lang, asked, slug: place } = around
  const done = await giveOpinion(actor, { slug, opinion, place, address: page.browser.address, asked })
  if (done.ok) return redirect(links.pageHelped({ lang, place }, slug))
  if (done.reason === 'not-found') return notFound()
  return thanks(page, around, String(done.with?.minutes ?? ''))
})

export const get = guarded({ may: 'everyone', isForAll: true }, async (actor: Actor, page) => {
  const around = await translatedAround(actor, page)
  return around === undefined ? notFound() : thanks(page, around)
})

/** What is said after it; or, with minutes to wait, that this answer does not count. */
function thanks(page: PageRequest, { lang, slug: place, heads }: Translated, minutes?: string) {
  const { helped: words, unread, layout } = translatedWords[lang]
  const { slug = '' } = page.params
  // A machine made these words as it made those of the page, until a person answers for them.
  const head = heads.find((one) => one.slug === slug)
  if (head === undefined || head.windowTitle !== null) return notFound()
  return translatedPage(
    page,
    {
      ...{ lang, place, slug, description: words.thanksWhat, title: `${words.thanks} - ${layout.product}` },
      ...{ isPrivate: true, status: minutes === undefined ? 200 : 429 },
    },
    <>
      <header class="page-head">
        <h1>{words.thanks}</h1>
        {minutes === undefined ? <p class="lead">{words.thanksWhat}</p> : <Notice>{words.tooMany(minutes)}</Notice>}
        {head.isUnread ? <Notice>{unread}</Notice> : null}
      </header>
      <p>
        <a href={links.page({ lang, place }, slug)}>{words.toPage}</a>
      </p>
    </>,
  )
}
