import { type Here, links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import { LANGS } from '../../words/words.ts'
import * as chat from './chat.ts'
import * as entrance from './entrance.tsx'
import * as find from './find.tsx'
import { getNews, getRobots } from './for-machines.ts'
import * as helped from './helped.tsx'
import * as page from './page.tsx'
import * as place from './place.tsx'
import { getSitemap } from './sitemap.ts'
import * as terms from './terms.tsx'

/** Each public page has four addresses: in both languages, without a municipality and with one. */
const HERE: readonly Here[] = [undefined, ':place'].flatMap((at) => LANGS.map((lang) => ({ lang, place: at })))

export const informationRoutes: readonly Route[] = [
  { path: links.sitemap(), audience: 'everyone', get: getSitemap },
  { path: links.robots(), audience: 'everyone', get: getRobots },
  ...HERE.map((here): Route => ({ path: links.news(here), audience: 'everyone', get: getNews })),
  ...HERE.map((here): Route => ({ path: links.page(here, ':slug'), audience: 'everyone', get: page.get })),
  ...HERE.map(
    (here): Route => ({
      path: links.pageHelped(here, ':slug'),
      audience: 'everyone',
      get: helped.get,
      post: helped.post,
    }),
  ),
  ...HERE.map((here): Route => ({ path: links.entrance(here, ':code'), audience: 'everyone', get: entrance.get })),
  ...HERE.map((here): Route => ({ path: links.chat(here, ':code'), audience: 'everyone', get: chat.get })),
  ...HERE.map((here): Route => ({ path: links.find(here), audience: 'everyone', get: find.get, post: find.post })),
  ...HERE.map((here): Route => ({ path: links.terms(here), audience: 'everyone', get: terms.get })),
  ...LANGS.map(
    (lang): Route => ({ path: links.choosePlace(lang), audience: 'everyone', get: place.get, post: place.post }),
  ),
]
