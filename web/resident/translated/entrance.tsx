import type { FC } from 'hono/jsx'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { CallLink } from '../../design/call-link.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { translatedWords } from '../../words/translated/words.ts'
import { linesNow } from '../ask/call.tsx'
import { type Translated, translatedAround } from './around.ts'
import { LinkToOther, translatedPage } from './frame.tsx'
import { InLanguageOrDutch } from './naming.tsx'
import { AskLinks, Ways } from './page.tsx'

/** Where a language beside Dutch and English begins: what this site is, what there is to read, and how to reach a person. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await translatedAround(actor, page)
  if (around === undefined) return notFound()
  const { lang, slug } = around
  const { front } = translatedWords[lang]
  const municipalities = await municipalitiesKnown(actor)
  const lines = linesNow(actor, page).filter(({ code }) => code === 'emergency' || code === 'safe-home')
  return translatedPage(
    page,
    { lang, place: slug, title: front.windowTitle, description: front.lead },
    <EntranceView {...{ around, municipalities, lines }} />,
  )
})

type View = { around: Translated; municipalities: readonly Municipality[]; lines: readonly Helpline[] }

const EntranceView: FC<View> = ({ around, municipalities, lines }) => {
  const { lang, heads } = around
  const { front, unread } = translatedWords[lang]
  return (
    <>
      <header class="page-head">
        <h1>{front.title}</h1>
        <p class="lead">{front.lead}</p>
        {heads.some(({ isUnread }) => isUnread) ? <Notice>{unread}</Notice> : null}
      </header>
      <Unsafe lang={lang} lines={lines} />
      <section class="part">
        <header>
          <h2>{front.pages}</h2>
        </header>
        <Ways around={around} heads={inOrder(heads)} />
      </section>
      <Reach around={around} />
      <Place around={around} municipalities={municipalities} />
      <Others around={around} />
    </>
  )
}

/** What somebody needs first stands first; what has no place here comes after, by its address. */
const FIRST: readonly string[] = [
  ...['uit-elkaar-eerste-week', 'vertellen-aan-de-kinderen', 'geld-eerste-stappen', 'huurhuis', 'ouderschapsplan'],
  ...['samen-ouder-blijven', 'onze-scheidingsdeskundige', 'wat-is-gratis', 'moeite-met-lezen', 'goed-om-te-weten'],
]
const placeOf = (slug: string): number => (FIRST.includes(slug) ? FIRST.indexOf(slug) : FIRST.length)
const inOrder = (heads: Translated['heads']) => heads.toSorted((a, b) => placeOf(a.slug) - placeOf(b.slug))

const Unsafe: FC<{ lang: Translated['lang']; lines: readonly Helpline[] }> = ({ lang, lines }) => (
  <section class="unsafe utrecht-spotlight-section utrecht-spotlight-section--danger">
    <h2>{translatedWords[lang].front.unsafe}</h2>
    {lines.map(({ code, name, number, what }) => (
      <div class={code === 'emergency' ? 'first' : 'second'}>
        {code === 'emergency' ? null : (
          <p>
            <strong>
              <InLanguageOrDutch lang={lang} words={name} />
            </strong>
          </p>
        )}
        <bdi>
          <CallLink number={number} />
        </bdi>
        <p>
          <InLanguageOrDutch lang={lang} words={what} />
        </p>
      </div>
    ))}
  </section>
)

const Reach: FC<{ around: Translated }> = ({ around }) => {
  const { lang } = around
  const { front, help } = translatedWords[lang]
  return (
    <section class="part">
      <header>
        <h2>{front.reach}</h2>
      </header>
      <div class="prose">
        <p>{front.reachText}</p>
        <p>{front.callMe}</p>
        <AskLinks around={around} />
        <p>{help.independent}</p>
        <h3>{front.interpreter}</h3>
        <p>{front.interpreterText}</p>
      </div>
    </section>
  )
}

/** More than this are easier to find by a name or a postcode. */
const MOST_NAMED = 20

const Place: FC<{ around: Translated; municipalities: readonly Municipality[] }> = ({ around, municipalities }) => {
  const { lang, municipality } = around
  const { front } = translatedWords[lang]
  if (municipalities.length < 2) return null
  return (
    <section class="part">
      <header>
        <h2>{front.municipality}</h2>
      </header>
      <div class="prose">
        <p>{front.municipalityText}</p>
        {municipalities.length > MOST_NAMED ? (
          <p>
            <LinkToOther lang={lang} to="nl" href={links.choosePlace('nl')} label={front.municipality} />
          </p>
        ) : (
          <ul class="place-list" lang="nl">
            {municipalities.map(({ id, slug, name }) => (
              <li>
                <a
                  href={links.home(lang, slug)}
                  hreflang={lang}
                  aria-current={id === municipality?.id ? 'true' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

const Others: FC<{ around: Translated }> = ({ around: { lang, slug } }) => {
  const { front, layout } = translatedWords[lang]
  return (
    <section class="part">
      <header>
        <h2>{front.others}</h2>
      </header>
      <div class="prose">
        <p>{front.othersText}</p>
        <p>
          <LinkToOther lang={lang} to="nl" href={links.home('nl', slug)} label={layout.product} />
        </p>
        <p>
          <LinkToOther lang={lang} to="en" href={links.home('en', slug)} label={layout.product} />
        </p>
      </div>
    </section>
  )
}
