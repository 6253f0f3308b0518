import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as agreement from './agreement.tsx'
import { getCsv, getXlsx } from './export.ts'
import * as list from './list.tsx'
import * as partner from './partner.tsx'
import * as touch from './touch.tsx'

const OF = ':gemeente'

/** The partners of a municipality. */
export const partnerRoutes: readonly Route[] = [
  { path: links.partners(), audience: 'professional', get: list.get },
  { path: links.partners(OF), audience: 'professional', get: list.get },
  { path: links.partnersFile(OF, 'csv'), audience: 'professional', get: getCsv },
  { path: links.partnersFile(OF, 'xlsx'), audience: 'professional', get: getXlsx },
  { path: links.partner(OF, ':id'), audience: 'professional', get: partner.get, post: partner.post },
  {
    path: links.partnerAgreement(OF, ':partner', ':id'),
    audience: 'professional',
    get: agreement.get,
    post: agreement.post,
  },
  { path: links.partnerTouch(OF, ':partner', ':id'), audience: 'professional', get: touch.get, post: touch.post },
]
