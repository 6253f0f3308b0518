import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalitiesKnown, programmesCarriedOut, regionsKnown } from '../../capabilities/access/queries.ts'
import { wholesOf } from '../../capabilities/measures/figure.ts'
import { figure, measures, type Scope } from '../../capabilities/measures/queries.ts'
import { programmesKnown } from '../../capabilities/programmes/queries.ts'
import { HIDDEN } from '../design/shown.ts'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { publicPage } from '../shell/pages.tsx'
import { homeWords } from '../words/home.ts'
import { HomeView, type PublicFigure } from './home-view.tsx'

export const get = guarded({ may: 'everyone' }, async (actor, page) => {
  const words = homeWords[page.lang]
  const place = await placeOf(actor)
  const here = await programmesHere(actor)
  const known = new Map((await programmesKnown(actor)).map((one) => [one.code, one]))
  const offers = [...here]
    .flatMap((code) => known.get(code) ?? [])
    .filter(({ notListed }) => notListed !== true)
    .map(({ name, summary }) => ({ name: name[page.lang], summary: summary[page.lang] }))
  return publicPage(
    page,
    {
      title: words.windowTitle,
      description: words.description,
      languageHref: links.home(page.lang === 'nl' ? 'en' : 'nl'),
    },
    <HomeView
      lang={page.lang}
      place={place?.name}
      offers={offers}
      figures={place === undefined ? [] : await publicFigures(actor, page, place, here)}
      askHref={links.ask()}
      signInHref={links.signIn()}
      passportsHref={links.passports()}
      isDemo={page.isDemo}
    />,
  )
})

type Place = { readonly name: string; readonly scope: Scope }

/** The place this installation speaks for: its one municipality, or its one region; with more of them, none by itself. */
async function placeOf(actor: Actor): Promise<Place | undefined> {
  const municipalities = await municipalitiesKnown(actor)
  const [only] = municipalities
  if (only !== undefined && municipalities.length === 1) return { name: only.name, scope: { municipalityId: only.id } }
  const regions = await regionsKnown(actor)
  const [region] = regions
  return region !== undefined && regions.length === 1
    ? { name: region.name, scope: { regionId: region.id } }
    : undefined
}

/** What runs somewhere in this installation; what comes with the product and nobody carries out is no help. */
const programmesHere = async (actor: Actor): Promise<ReadonlySet<string>> =>
  new Set((await programmesCarriedOut(actor)).flatMap((one) => (one.isRunning ? [one.programmeCode] : [])))

/** Of each programme that runs here the whole that other measures are part of, and no more: what the public may know first. */
async function publicFigures(
  actor: Actor,
  page: PageRequest,
  { name, scope }: Place,
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
      name: measure.programmeName[page.lang],
      place: name,
      unit: measure.unit[page.lang],
      value: value ?? HIDDEN,
      roundedTo: setting.roundTo,
      asOf,
      passportHref: links.passport(measure.code),
    })
  }
  return found
}
