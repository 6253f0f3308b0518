import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as draft from './draft.tsx'
import * as list from './list.tsx'
import * as part from './part.tsx'
import * as preview from './preview.tsx'
import * as programme from './programme.tsx'
import * as thing from './thing.tsx'

/** Programmes on screen: what there is, and making one. A fixed word in an address stands before a code. */
export const programmeRoutes: readonly Route[] = [
  { path: links.programmes(), audience: 'professional', get: list.get, post: list.post },
  { path: links.draft(':id'), audience: 'professional', get: draft.get, post: draft.post },
  { path: links.draftPreview(':id'), audience: 'professional', get: preview.get },
  { path: links.draftPart(':id', ':deel'), audience: 'professional', get: part.get, post: part.post },
  { path: links.draftThing(':id', ':deel', ':nummer'), audience: 'professional', get: thing.get, post: thing.post },
  { path: links.programme(':code'), audience: 'professional', get: programme.get, post: programme.post },
]
