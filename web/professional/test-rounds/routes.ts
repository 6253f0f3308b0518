import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as finding from './finding.tsx'
import * as list from './list.tsx'
import * as round from './round.tsx'

const OF = ':gemeente'

/** Test rounds with residents. */
export const testRoundRoutes: readonly Route[] = [
  { path: links.testRounds(), audience: 'professional', get: list.get },
  { path: links.testRounds(OF), audience: 'professional', get: list.get },
  { path: links.testRound(OF, ':id'), audience: 'professional', get: round.get, post: round.post },
  { path: links.testFinding(OF, ':ronde', ':id'), audience: 'professional', get: finding.get, post: finding.post },
]
