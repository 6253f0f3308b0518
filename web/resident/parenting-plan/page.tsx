import { parentingPlanAmong, publicPages } from '../../../capabilities/information/queries.ts'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { namingOn } from '../../shell/naming.tsx'
import { pageForAll } from '../../shell/pages.tsx'
import { parentingPlanWords } from '../../words/parenting-plan.ts'
import { aroundOf, offersAround, placeShown } from '../information/around.ts'
import { ParentingPlanView } from './view.tsx'

/**
 * The helper for a parenting plan: questions to answer in the browser only. The same for everyone, and kept by no browser,
 * so that going back shows nothing of what was typed. Not there where its page is not public.
 */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const [heads, offers] = await Promise.all([publicPages(actor, around.asked), offersAround(actor, around)])
  const slugs = new Set(heads.map(({ slug }) => slug))
  const plan = parentingPlanAmong(actor, slugs, page)
  if (plan === undefined) return notFound()
  const words = parentingPlanWords[page.lang]
  const pathsIn = (place: string | undefined) => ({
    nl: links.parentingPlan({ lang: 'nl', place }),
    en: links.parentingPlan({ lang: 'en', place }),
  })
  return pageForAll(
    page,
    {
      title: words.windowTitle,
      description: words.lead,
      moreScript: 'parenting-plan.js',
      headers: { 'Cache-Control': 'no-store' },
      // It is the same in every municipality, and counts as one page.
      at: { lang: page.lang, place: placeShown(around), paths: pathsIn(around.here.place), counts: pathsIn(undefined) },
    },
    <ParentingPlanView
      plan={plan}
      around={around}
      offers={offers}
      heads={heads}
      naming={namingOn(actor, page, around.here, slugs)}
    />,
  )
})
