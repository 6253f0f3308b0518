import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { assetPath } from './files.ts'

/** Styles of a municipality: its action colours, under their NL Design System names (decision 0003). */
export type Theme = { href: string; className: string }

/** Whole addresses of a page that may be found: the one that counts, and the same page by language where addresses say it. */
export type Alternates = {
  canonical: string
  nl?: string
  en?: string
  news?: string | undefined
  more?: readonly Elsewhere[]
}

/** The same page in a language that only some pages have. */
type Elsewhere = { lang: string; href: string }

/** A script of one element that few pages have. */
export type MoreScript =
  | 'pass-key.js'
  | 'money-check.js'
  | 'parenting-plan.js'
  | 'writing-help.js'
  | 'page-editor.js'
  | 'read-aloud.js'

type DocumentProps = PropsWithChildren<{
  lang: string
  dir?: 'rtl'
  /** Window title; neutral on pages about safety, because it stays in the history. */
  title: string
  styles: 'public.css' | 'work.css' | 'policy.css'
  script: 'public.js' | 'work.js'
  /** A second script, of one element that few pages have. */
  moreScript?: MoreScript | undefined
  /** Kept out of search engines. */
  isPrivate?: boolean
  description?: string | undefined
  alternates?: Alternates | undefined
  theme?: Theme | undefined
}>

/** Written in letters that our own font does not have: these pages use one of the device (`languages.css`). */
const OTHER_LETTERS: readonly string[] = ['ar', 'uk']

/** Everything around a page: language, title, one style sheet, one small script that the page does not need. */
export const Document: FC<DocumentProps> = (props) => (
  <html lang={props.lang} dir={props.dir} class={props.theme?.className}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{props.title}</title>
      {props.description === undefined ? null : <meta name="description" content={props.description} />}
      {props.isPrivate === true ? <meta name="robots" content="noindex" /> : null}
      {props.alternates === undefined ? null : <OtherAddresses {...props.alternates} />}
      <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
      {OTHER_LETTERS.includes(props.lang) ? null : (
        <link
          rel="preload"
          href={assetPath('atkinson-hyperlegible-next-latin.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      )}
      <link rel="stylesheet" href={assetPath(props.styles)} />
      {props.theme === undefined ? null : (
        // A theme of NL Design System knows no dark colours: in the dark ours stay.
        <link rel="stylesheet" href={props.theme.href} media="(prefers-color-scheme: light)" />
      )}
      <script type="module" src={assetPath(props.script)} />
      {props.moreScript === undefined ? null : <script type="module" src={assetPath(props.moreScript)} />}
    </head>
    <body class={props.theme?.className}>{props.children}</body>
  </html>
)

const OtherAddresses: FC<Alternates> = ({ canonical, nl, en, news, more = [] }) => (
  <>
    <link rel="canonical" href={canonical} />
    {news === undefined ? null : <link rel="alternate" type="application/rss+xml" href={news} />}
    {nl === undefined ? null : <link rel="alternate" hreflang="nl" href={nl} />}
    {en === undefined ? null : <link rel="alternate" hreflang="en" href={en} />}
    {more.map(({ lang, href }) => (
      <link rel="alternate" hreflang={lang} href={href} />
    ))}
    {nl === undefined ? null : <link rel="alternate" hreflang="x-default" href={nl} />}
  </>
)

/** The whole page as text, with its doctype. */
export async function renderPage(page: Child): Promise<string> {
  // Components that wait for a chart make the whole page wait; the others are text at once.
  return `<!doctype html>${await (page as { toString(): string | Promise<string> }).toString()}`
}
