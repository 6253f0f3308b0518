import { type Here, links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import { LANGS } from '../../words/words.ts'
import * as check from './check.tsx'
import * as rising from './rising.tsx'
import * as scheme from './scheme.tsx'
import * as schemes from './schemes.tsx'

/** In both languages, without a municipality and with one. */
const HERE: readonly Here[] = [undefined, ':place'].flatMap((at) => LANGS.map((lang) => ({ lang, place: at })))

/** Money: schemes, the check, and what changes when the income rises. The named addresses come before those of schemes. */
export const moneyRoutes: readonly Route[] = HERE.flatMap((here): Route[] => [
  { path: links.schemes(here), audience: 'everyone', get: schemes.get },
  { path: links.schemesCheck(here), audience: 'everyone', get: check.get, post: check.post },
  { path: links.schemesRising(here), audience: 'everyone', get: rising.get, post: rising.post },
  { path: links.scheme(here, ':code'), audience: 'everyone', get: scheme.get },
])
