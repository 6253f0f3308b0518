import type { FC } from 'hono/jsx'
import { publicPages } from '../../../capabilities/information/queries.ts'
import { type SchemeShown, schemesShown } from '../../../capabilities/money-help/queries.ts'
import { LinkButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { moneyWords } from '../../words/money.ts'
import { aroundOf, placeShown } from '../information/around.ts'
import { type MoneyContact, MoneyContactView, moneyContactAround } from './contact.tsx'

/** Every scheme there is here, with the check above them and the contact point beside them. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { lang, today, isDemo } = page
  const { here, place } = around
  const schemes = await schemesShown(actor, { municipalityId: place.municipalityId, today, isDemo })
  const money = await moneyContactAround(actor, around, today)
  const pages = new Set((await publicPages(actor, around.asked)).map(({ slug }) => slug))
  const words = moneyWords[lang]
  const paths = { nl: links.schemes({ ...here, lang: 'nl' }), en: links.schemes({ ...here, lang: 'en' }) }
  return pageForAll(
    page,
    {
      title: words.windowTitle(words.title),
      description: words.lead,
      at: { lang, place: placeShown(around), paths },
    },
    <SchemesView schemes={schemes} money={money} pages={pages} isDemo={isDemo} />,
  )
})

type View = { schemes: readonly SchemeShown[]; money: MoneyContact; pages: ReadonlySet<string>; isDemo: boolean }

const SchemesView: FC<View> = ({ schemes, money, pages, isDemo }) => {
  const { here, municipality } = money.around
  const { lang } = here
  const words = moneyWords[lang]
  const isOffered = schemes.some(({ rule }) => rule !== undefined)
  const shown = isOffered ? schemes.filter(({ rule }) => rule !== undefined) : schemes
  return (
    <>
      <header class="page-head">
        <h1>{municipality === undefined ? words.title : words.titleIn(municipality.name)}</h1>
        <p class="lead">{words.lead}</p>
        {isDemo ? <Notice>{words.demo}</Notice> : null}
      </header>
      <div class="beside">
        <div>
          <section class="part">
            <header>
              <h2>{words.checkTitle}</h2>
            </header>
            <div class="prose">
              <p>{words.checkText}</p>
              <p>
                <LinkButton href={links.schemesCheck(here)}>{words.checkLink}</LinkButton>
              </p>
            </div>
          </section>
          <section class="part">
            <header>
              <h2>{words.all}</h2>
            </header>
            <div>
              {municipality === undefined || isOffered ? null : <p>{words.noneOfPlace(municipality.name)}</p>}
              {shown.length === 0 ? <p>{words.none}</p> : null}
              <ul class="page-list">
                {shown.map(({ scheme }) => (
                  <li>
                    <h3>
                      <a href={links.scheme(here, scheme.code)}>{scheme.name[lang]}</a>
                    </h3>
                    <p>{scheme.summary[lang]}</p>
                  </li>
                ))}
              </ul>
            </div>
          </section>
          <MoreMoney money={money} pages={pages} />
        </div>
        <aside class="local-help">
          <MoneyContactView money={money} />
        </aside>
      </div>
    </>
  )
}

/** What else there is about money: earning more, getting by, being behind with payments. */
const MoreMoney: FC<Pick<View, 'money' | 'pages'>> = ({ money, pages }) => {
  const { here } = money.around
  const words = moneyWords[here.lang]
  const texts = [
    { slug: 'rondkomen', title: words.readMaking },
    { slug: 'achterstand-rekening', title: words.readDebts },
  ]
  return (
    <section class="part">
      <header>
        <h2>{words.readAlso}</h2>
      </header>
      <ul class="page-list">
        <li>
          <h3>
            <a href={links.schemesRising(here)}>{words.risingTitle}</a>
          </h3>
          <p>{words.risingLead}</p>
        </li>
        {texts
          .filter(({ slug }) => pages.has(slug))
          .map(({ slug, title }) => (
            <li>
              <h3>
                <a href={links.page(here, slug)}>{title}</a>
              </h3>
            </li>
          ))}
      </ul>
    </section>
  )
}
