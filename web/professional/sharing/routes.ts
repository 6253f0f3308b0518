import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as received from './received.tsx'
import * as sharing from './sharing.tsx'

/** Sharing something of a person with somebody elsewhere, and reading what others share. */
export const sharingRoutes: readonly Route[] = [
  { path: links.fileSharing(':id'), audience: 'professional', get: sharing.get, post: sharing.post },
  { path: links.received(':id'), audience: 'professional', get: received.get, post: received.post },
]
