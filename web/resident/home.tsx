import type { Actor } from '../../capabilities/access/actor.ts'
import { regionsKnown } from '../../capabilities/access/queries.ts'
import { publicPages } from '../../capabilities/information/queries.ts'
import { wholesOf } from '../../capabilities/measures/figure.ts'
import { figure, measures, type Scope } from '../../capabilities/measures/queries.ts'
import type { Speak } from '../../capabilities/terms/spoken.ts'
import { HIDDEN } from '../design/shown.ts'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest } from '../shell/guarded.ts'
import { askHref, inLanguage, pageForAll } from '../shell/pages.tsx'
import { homeWords } from '../words/home.ts'
import { HomeView, type PublicFigure } from './home-view.tsx'
import { type Around, aroundOf, offersAround, placeShown, runningIn } from './information/around.ts'
import { MoneyPart, moneyContactAround } from './money/contact.tsx'

export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { lang } = page
  const words = homeWords[lang]
  const place = await placeOf(actor, around)
  const codes = await runningIn(actor, around)
  const { here, municipality } = around
  const paths = { nl: links.home('nl', here.place), en: links.home('en', here.place) }
  return pageForAll(
    page,
    {
      title: words.windowTitle,
      description: words.description,
      at: { lang, place: placeShown(around), paths, news: links.news(here) },
    },
    <HomeView
      lang={lang}
      here={here}
      pages={await publicPages(actor, around.asked)}
      place={place?.name}
      offers={await offersAround(actor, around)}
      figures={place === undefined ? [] : await publicFigures(actor, page, place, codes)}
      askHref={askHref(here)}
      choosePlaceHref={links.choosePlace(lang)}
      isPlaceChosen={municipality !== undefined}
      signInHref={inLanguage(lang, links.signIn())}
      passportsHref={inLanguage(lang, links.passports())}
      money={
        municipality === undefined ? null : <MoneyPart money={await moneyContactAround(actor, around, page.today)} />
      }
      isDemo={page.isDemo}
      said={around.said}
    />,
  )
})

type Place = { readonly name: string; readonly scope: Scope; readonly said: Speak }

/** The place that the front page speaks for: the municipality of the address, or the one region; with more of them, none by itself. */
async function placeOf(actor: Actor, { municipality, place, said }: Around): Promise<Place | undefined> {
  if (municipality !== undefined) return { name: municipality.name, scope: { municipalityId: municipality.id }, said }
  const region = (await regionsKnown(actor)).find(({ id }) => id === place.regionId)
  return region === undefined ? undefined : { name: region.name, scope: { regionId: region.id }, said }
}

/** Of each programme that runs here the whole that other measures are part of, and no more: what the public may know first. */
async function publicFigures(
  actor: Actor,
  page: PageRequest,
  { name, scope, said }: Place,
  here: ReadonlySet<string>,
): Promise<PublicFigure[]> {
  const all = (await measures(actor)).filter(({ programmeCode }) => here.has(programmeCode))
  const found: PublicFigure[] = []
  for (const measure of wholesOf(all)) {
    const answer = await figure(actor, {
      measure: measure.code,
      scope,
      asOf: page.today,
      audience: 'public',
    })
    // A programme that is not in use here says nothing.
    if (!answer.ok || answer.value.value === 0) continue
    const { value, setting, asOf } = answer.value
    found.push({
      name: said(measure.programmeName[page.lang]),
      place: name,
      unit: measure.unit[page.lang],
      value: value ?? HIDDEN,
      roundedTo: setting.roundTo,
      asOf,
      passportHref: inLanguage(page.lang, links.passport(measure.code)),
    })
  }
  return found
}
