import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as contact from './contact.tsx'
import * as norms from './norms.tsx'
import * as overview from './overview.tsx'
import * as ownScheme from './own-scheme.tsx'
import * as rule from './rule.tsx'

/** Keeping the amounts of schemes and the contact point of a municipality; for who keeps its public pages. */
export const moneyKeepingRoutes: readonly Route[] = [
  { path: links.moneyKept(), audience: 'professional', get: overview.get, post: overview.post },
  { path: links.moneyContact(), audience: 'professional', get: contact.get, post: contact.post },
  { path: links.moneyNorms(), audience: 'professional', get: norms.get, post: norms.post },
  { path: links.moneyOwn(), audience: 'professional', get: ownScheme.get, post: ownScheme.post },
  { path: links.moneyRule(undefined, ':scheme'), audience: 'professional', get: rule.get, post: rule.post },
]
