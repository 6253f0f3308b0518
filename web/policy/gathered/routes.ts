import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as list from './list.tsx'
import * as one from './one.tsx'
import * as recommendation from './recommendation.tsx'

const OF = ':gemeente'

/** What was gathered from residents, and what followed. */
export const gatheredRoutes: readonly Route[] = [
  { path: links.gathered(), audience: 'policy', get: list.get },
  { path: links.gathered(OF), audience: 'policy', get: list.get },
  { path: links.gatheredOne(OF, ':id'), audience: 'policy', get: one.get, post: one.post },
  { path: links.recommendation(OF, ':id'), audience: 'policy', get: recommendation.get, post: recommendation.post },
]
