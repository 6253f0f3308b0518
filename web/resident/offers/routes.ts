import { type Here, links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import { LANGS } from '../../words/words.ts'
import * as check from './check.tsx'
import * as list from './list.tsx'
import * as offer from './offer.tsx'
import * as paper from './paper.tsx'

/** As every public page: in both languages, without a municipality and with one. */
const HERE: readonly Here[] = [undefined, ':place'].flatMap((at) => LANGS.map((lang) => ({ lang, place: at })))

export const offerRoutes: readonly Route[] = [
  { path: links.offerCheck(':token'), audience: 'everyone', get: check.get, post: check.post },
  ...HERE.flatMap((here): Route[] => [
    { path: links.offers(here), audience: 'everyone', get: list.get, post: list.post },
    // Before the cards, whose address is any word.
    { path: links.offersPaper(here), audience: 'everyone', get: paper.get },
    { path: links.offersPaperWord(here), audience: 'everyone', get: paper.getWord },
    { path: links.offersPaperText(here), audience: 'everyone', get: paper.getText },
    { path: links.offer(here, ':id'), audience: 'everyone', get: offer.get },
  ]),
]
