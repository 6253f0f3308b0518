import type { FC } from 'hono/jsx'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import type { FoundPlace } from '../../../capabilities/information/places.ts'
import { placesFound } from '../../../capabilities/information/queries.ts'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, redirect } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { placeWords } from '../../words/public-places.ts'
import type { Lang } from '../../words/words.ts'

/** Choosing the own municipality: typed or from the list. It then stands in the address, and nowhere else. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) =>
  show(page, { all: await municipalitiesKnown(actor) }),
)

/** What was typed is posted: where somebody lives stands in no address but that of the municipality itself. */
export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const typed = String(page.form.get('plaats') ?? '').slice(0, 200)
  const found = await placesFound(actor, typed)
  const [only] = found
  if (only !== undefined && found.length === 1) return redirect(links.home(page.lang, only.slug))
  return show(page, { all: await municipalitiesKnown(actor), typed, found })
})

type Shown = {
  readonly all: readonly Municipality[]
  readonly typed?: string
  readonly found?: readonly FoundPlace[]
}

const show = (page: PageRequest, shown: Shown) => {
  const { lang } = page
  const words = placeWords[lang]
  const at = { lang, place: undefined, paths: { nl: links.choosePlace('nl'), en: links.choosePlace('en') } }
  const isAnswer = shown.typed !== undefined
  return pageForAll(
    page,
    { title: words.windowTitle, description: words.lead, at, ...(isAnswer && { isPrivate: true }) },
    <ChooseView lang={lang} isDemo={page.isDemo} {...shown} />,
  )
}

const ChooseView: FC<Shown & { lang: Lang; isDemo: boolean }> = ({ lang, isDemo, all, typed, found }) => {
  const words = placeWords[lang]
  const isNotFound = found !== undefined && found.length === 0
  return (
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <form method="post" action={links.choosePlace(lang)} class="one-field">
        <TextField
          name="plaats"
          label={words.field}
          hint={isDemo ? words.hintDemo : words.hint}
          value={typed}
          error={isNotFound ? words.notFound(typed?.trim() ?? '') : undefined}
          autocomplete="off"
        />
        <Button>{words.button}</Button>
      </form>
      {found === undefined || isNotFound ? null : <Meant lang={lang} found={found} />}
      <section class="part">
        <header>
          <h2>{words.all}</h2>
        </header>
        <ul class="place-list">
          {all.map(({ slug, name }) => (
            <li>
              <a href={links.home(lang, slug)}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

const Meant: FC<{ lang: Lang; found: readonly FoundPlace[] }> = ({ lang, found }) => (
  <section class="part" aria-labelledby="bedoel-je">
    <header>
      <h2 id="bedoel-je">{placeWords[lang].meant}</h2>
    </header>
    <ul class="place-list">
      {found.map(({ slug, name, village }) => (
        <li>
          <a href={links.home(lang, slug)}>{village === undefined ? name : `${village} (${name})`}</a>
        </li>
      ))}
    </ul>
  </section>
)
