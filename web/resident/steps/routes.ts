import { type Here, links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import { LANGS } from '../../words/words.ts'
import * as kept from './kept.tsx'
import * as start from './start.tsx'
import * as taking from './taking.ts'
import * as walk from './walk.tsx'

/** In both languages, without a municipality and with one; every address is neutral, because history stays. */
const HERE: readonly Here[] = [undefined, ':place'].flatMap((at) => LANGS.map((lang) => ({ lang, place: at })))

/** The personal step plan: one address for its first page, its questions and its steps. */
export const stepsRoutes: readonly Route[] = HERE.flatMap((here): Route[] => [
  { path: links.steps(here), audience: 'everyone', get: start.get, post: walk.post },
  { path: links.stepsPaper(here), audience: 'everyone', get: taking.get, post: taking.postPaper },
  { path: links.stepsCalendar(here), audience: 'everyone', get: taking.get, post: taking.postCalendar },
  { path: links.stepsKept(here), audience: 'everyone', get: kept.get, post: kept.post },
])
