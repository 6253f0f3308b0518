import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as card from './card.tsx'
import * as form from './form.tsx'
import * as list from './list.tsx'

/** Keeping public pages. */
export const keptPageRoutes: readonly Route[] = [
  { path: links.pagesKept(), audience: 'professional', get: list.get },
  { path: links.pageBegun(), audience: 'professional', get: form.getNew, post: form.postNew },
  { path: links.pageKept(':slug', ':taal'), audience: 'professional', get: card.get, post: card.post },
  { path: links.pageText(':slug', ':taal'), audience: 'professional', get: form.get, post: form.post },
  { path: links.pageKept(':slug', ':taal', ':gemeente'), audience: 'professional', get: card.get, post: card.post },
  { path: links.pageText(':slug', ':taal', ':gemeente'), audience: 'professional', get: form.get, post: form.post },
]
