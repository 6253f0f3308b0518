import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import { LANGS } from '../../words/words.ts'
import * as child from './child.tsx'
import * as childQuestion from './child-question.ts'
import * as danger from './danger.tsx'
import * as question from './question.ts'
import * as start from './start.tsx'
import * as status from './status.tsx'
import * as takeBack from './take-back.tsx'

/** Beginning in one municipality has an address in both languages. */
const IN = LANGS.map((lang) => ({ lang, place: ':place' }))

/** Asking for help without an account; every address is neutral, because history stays. */
export const askRoutes: readonly Route[] = [
  { path: links.ask(), audience: 'resident', get: start.get },
  ...IN.map((here): Route => ({ path: links.askIn(here), audience: 'everyone', get: start.getIn })),
  ...IN.map((here): Route => ({ path: links.askChildIn(here), audience: 'everyone', get: child.getIn })),
  { path: links.askQuestion(), audience: 'resident', get: question.get, post: question.post },
  { path: links.askChild(), audience: 'resident', get: child.get },
  { path: links.askChildQuestion(), audience: 'resident', get: childQuestion.get, post: childQuestion.post },
  { path: links.askStatus(), audience: 'resident', get: status.get, post: status.post },
  { path: links.askTakeBack(), audience: 'resident', get: takeBack.get, post: takeBack.post },
  { path: links.danger(), audience: 'resident', get: danger.get },
]
