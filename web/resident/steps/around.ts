import type { Actor } from '../../../capabilities/access/actor.ts'
import { togetherByHours } from '../../../capabilities/directory/hours.ts'
import type { Offer } from '../../../capabilities/directory/offer.ts'
import { publicOffers } from '../../../capabilities/directory/queries.ts'
import { whereabouts } from '../../../capabilities/directory/whereabouts.ts'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { publicPages } from '../../../capabilities/information/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import type { StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { publicStepPlan } from '../../../capabilities/step-plan/editing/queries.ts'
import { termFacts } from '../../../capabilities/step-plan/queries.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import type { Door } from '../../shell/help-beside.tsx'
import { keptValue } from '../../shell/kept-pages.ts'
import { nobodyYet } from '../../shell/sign-in-pages.tsx'
import type { StepsShownWith } from '../../shell/step-list.tsx'
import { formatTime } from '../../words/format.ts'
import { weekInWords } from '../../words/offer-hours.ts'
import { offerWords } from '../../words/offers.ts'
import type { Lang } from '../../words/words.ts'
import { linesNow } from '../ask/call.tsx'
import { type Around, aroundOf, runningIn } from '../information/around.ts'
import { addressOf } from '../offers/card-view.tsx'

/** Everything around the steps of a person that is the same for everyone who reads there. */
export type StepsAround = StepsShownWith & {
  readonly around: Around
  readonly plan: StepPlan
  /** Whom one can call at this hour. */
  readonly lines: readonly Helpline[]
}

/**
 * What stands around the steps at this address; undefined for a municipality that nobody knows. Kept as pages are, because
 * a person who answers asks for it at every question.
 */
export async function stepsAround(actor: Actor, page: PageRequest): Promise<StepsAround | undefined> {
  const { lang, today, isDemo, now, params } = page
  const around = await keptValue(`place ${lang} ${today} ${params.place?.slice(0, 60) ?? ''}`, now, async () =>
    aroundOf(await nobodyYet(actor), page),
  )
  if (around === undefined) return undefined
  const municipality = around.municipality?.id ?? ''
  const hour = formatTime('nl', now).slice(0, 2)
  return keptValue(`steps ${lang} ${today} ${hour} ${isDemo} ${params.place ?? ''} ${municipality}`, now, async () =>
    made(await nobodyYet(actor), page, around),
  )
}

async function made(visitor: Actor, page: PageRequest, around: Around): Promise<StepsAround> {
  const { lang, today } = page
  const { municipality, said } = around
  const [heads, running, programmes, plan, cards] = await Promise.all([
    publicPages(visitor, around.asked),
    runningIn(visitor, around),
    programmesKnown(visitor),
    publicStepPlan(visitor),
    municipality === undefined ? [] : publicOffers(visitor, municipality.id, today),
  ])
  const doors = whereabouts(cards, today)
  return {
    around,
    here: around.here,
    plan,
    titles: new Map(heads.map(({ slug, title }) => [slug, title])),
    offers: new Map(
      programmes
        .filter(({ code }) => running.has(code))
        .map(({ code, name, summary }) => [
          code,
          { name: said(name[lang]), summary: said(summary[lang]), door: doorOf(lang, doors.get(code)) },
        ]),
    ),
    facts: termFacts(visitor, today),
    lines: linesNow(visitor, page),
  }
}

/** Where a programme is found, as a card of the local offer says it, in the words of the reader. */
function doorOf(lang: Lang, offer: Offer | undefined): Door | undefined {
  if (offer === undefined) return undefined
  const { name, place, phone, hours, isWalkIn } = offer.card
  const words = offerWords[lang]
  const week = togetherByHours(hours).map((one) => weekInWords(lang, one))
  return {
    ...{ name, ...(place !== undefined && { address: addressOf(place) }), ...(phone !== undefined && { phone }) },
    hours: [
      ...week,
      ...(week.length > 0 && hours.isClosedOnHolidays ? [words.holidays] : []),
      ...(isWalkIn ? [words.walkIn] : []),
    ],
  }
}
