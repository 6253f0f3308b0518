import { MORE_LANGUAGES } from '../../../capabilities/information/front-matter.ts'
import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as entrance from './entrance.tsx'
import * as helped from './helped.tsx'
import * as page from './page.tsx'

/** In each of the other languages: where it begins and its pages, without a municipality and with one. */
export const translatedRoutes: readonly Route[] = [undefined, ':place'].flatMap((place) =>
  MORE_LANGUAGES.flatMap((lang): Route[] => [
    { path: links.home(lang, place), audience: 'everyone', get: entrance.get },
    { path: links.page({ lang, place }, ':slug'), audience: 'everyone', get: page.get },
    { path: links.pageHelped({ lang, place }, ':slug'), audience: 'everyone', get: helped.get, post: helped.post },
  ]),
)
