import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as back from './back.tsx'

/** Behind the link on the paper of whoever told a story. */
export const storyRoutes: readonly Route[] = [
  { path: links.storyBack(':token'), audience: 'everyone', get: back.get, post: back.post },
]
