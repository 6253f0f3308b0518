import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as circumstances from './circumstances.tsx'
import * as ladder from './ladder.tsx'
import * as list from './list.tsx'
import * as newRequest from './new.tsx'
import * as request from './request.tsx'
import * as start from './start.tsx'

/** Where professionals take up what residents ask. */
export const requestRoutes: readonly Route[] = [
  { path: links.requests(), audience: 'professional', get: list.get },
  { path: links.requestNew(), audience: 'professional', get: newRequest.get, post: newRequest.post },
  { path: links.request(':id'), audience: 'professional', get: request.get, post: request.post },
  {
    path: links.requestCircumstances(':id'),
    audience: 'professional',
    get: circumstances.get,
    post: circumstances.post,
  },
  { path: links.requestLadder(':id'), audience: 'professional', get: ladder.get, post: ladder.post },
  { path: links.requestStart(':id'), audience: 'professional', get: start.get, post: start.post },
]
