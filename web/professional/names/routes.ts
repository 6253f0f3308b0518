import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as list from './list.tsx'
import * as name from './name.tsx'
import * as searchWords from './search-words.tsx'

/** Keeping what everything is called in a region or municipality, and the words for search; for who keeps its public pages. */
export const nameRoutes: readonly Route[] = [
  { path: links.names(), audience: 'professional', get: list.get },
  { path: links.searchWords(), audience: 'professional', get: searchWords.get, post: searchWords.post },
  { path: links.nameKept(':code'), audience: 'professional', get: name.get, post: name.post },
]
