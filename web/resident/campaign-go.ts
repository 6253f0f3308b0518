import { campaignFollowed } from '../../capabilities/campaigns/queries.ts'
import { campaignPath } from '../links.ts'
import { guarded, notFound } from '../shell/guarded.ts'

/**
 * The short address of a campaign: leads to a page of this site, and is counted without a cookie or anything else that
 * tells who followed it. No browser keeps it, or it would be followed without anybody knowing.
 */
export const get = guarded({ may: 'everyone' }, async (actor, page) => {
  const code = (page.params.code ?? '').toLowerCase()
  const { today, isDemo, lang: language } = page
  const found = await campaignFollowed(actor, code, { today, isDemo, language })
  if (found === undefined) return notFound()
  const { campaignId, month, isWithin, place, to } = found
  const at = { lang: found.language, place }
  return {
    ...{ kind: 'redirect', to: campaignPath(at, to), headers: { 'Cache-Control': 'no-store' } },
    click: { campaignId, month, isWithin },
  }
})
