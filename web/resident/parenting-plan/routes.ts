import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import { LANGS } from '../../words/words.ts'
import * as page from './page.tsx'

/** In both languages, without a municipality and with one. */
export const parentingPlanRoutes: readonly Route[] = [undefined, ':place'].flatMap((place) =>
  LANGS.map((lang): Route => ({ path: links.parentingPlan({ lang, place }), audience: 'everyone', get: page.get })),
)
