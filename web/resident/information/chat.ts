import { chatSite } from '../../../capabilities/help-requests/queries.ts'
import { guarded, notFound } from '../../shell/guarded.ts'

/**
 * On to the site where a child can chat, find a buddy or read along, so that it is counted how often that is done;
 * nobody is asked who it is, and nothing of it is logged. Only to the sites of our own list.
 */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, { params }) => {
  const site = chatSite(actor, params.code ?? '')
  return site === undefined
    ? notFound()
    : { kind: 'redirect', to: site, headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } }
})
