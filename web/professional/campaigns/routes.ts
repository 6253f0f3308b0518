import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as campaign from './campaign.tsx'
import { getCsv } from './export.ts'
import * as list from './list.tsx'
import * as reach from './reach.tsx'

/** Campaigns with a short address. */
export const campaignRoutes: readonly Route[] = [
  { path: links.campaigns(), audience: 'professional', get: list.get },
  { path: links.campaignsFile(), audience: 'professional', get: getCsv },
  { path: links.campaign(':id'), audience: 'professional', get: campaign.get, post: campaign.post },
  { path: links.campaignReach(':id', ':bereik'), audience: 'professional', get: reach.get, post: reach.post },
]
