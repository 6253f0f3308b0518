import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as bring from './bring.tsx'
import * as card from './card.tsx'
import * as list from './list.tsx'

const OF = ':gemeente'

/** Keeping the local offer. */
export const keptOfferRoutes: readonly Route[] = [
  { path: links.localOffer(), audience: 'professional', get: list.get },
  { path: links.localOffer(OF), audience: 'professional', get: list.get, post: list.post },
  { path: links.localOfferFile(OF), audience: 'professional', get: list.getFile },
  { path: links.localOfferImport(OF), audience: 'professional', get: bring.get, post: bring.post },
  { path: links.localOfferCard(OF, ':id'), audience: 'professional', get: card.get, post: card.post },
]
