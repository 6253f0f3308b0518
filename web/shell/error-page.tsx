import { links } from '../links.ts'
import { errorWords } from '../words/errors.ts'
import type { Lang } from '../words/words.ts'
import { type ErrorKind, ErrorView } from './error-view.tsx'
import type { Reply } from './guarded.ts'
import { publicPage } from './pages.tsx'

const STATUS: Readonly<Record<ErrorKind, number>> = {
  notFound: 404,
  refused: 400,
  tooMany: 429,
  tooLarge: 413,
  tooLong: 413,
  unreadable: 400,
  strangeSign: 400,
  elsewhere: 403,
  fault: 500,
  away: 503,
  sessionEnded: 401,
}

type Around = { readonly path?: string; readonly requestId?: string; readonly signInHref?: string }

/** A page that says what went wrong, the same for whoever signed in or not: unknown and forbidden look alike. */
export function errorPage(
  lang: Lang,
  kind: ErrorKind,
  { path = '/', requestId, signInHref }: Around = {},
): Promise<Reply> {
  const again = kind === 'away' || kind === 'fault' ? path : undefined
  return publicPage(
    // Also while the database, which knows what there is in other languages, is away.
    { lang, path, isDemo: false, translations: new Map() },
    {
      title: `${errorWords[lang][kind].title} - Voorveld`,
      status: STATUS[kind],
      refusedWith: kindCode(kind),
      isPrivate: true,
    },
    <ErrorView
      lang={lang}
      kind={kind}
      homeHref={links.home(lang)}
      signInHref={signInHref}
      againHref={again}
      requestId={requestId}
    />,
  )
}

const kindCode = (kind: ErrorKind): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
