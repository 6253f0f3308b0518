import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { layoutWords } from '../words/design.ts'
import type { Lang } from '../words/words.ts'
import { type Alternates, Document, type MoreScript, type Theme } from './document.tsx'
import { Mark } from './drawing.tsx'

export type NavLink = { href: string; label: string }

export type PublicLayoutProps = PropsWithChildren<{
  lang: Lang
  /** Window title; the visible heading belongs to the page. */
  title: string
  description?: string
  homeHref: string
  /** Name beside the mark; the product's own unless the municipality has one. */
  brand?: string
  /** Links in the bar; on a phone they stand in the footer only. */
  nav?: readonly NavLink[]
  /** The same page in the other language. */
  languageHref: string
  /** Route that leaves the site: clears what the browser kept and goes to a neutral page. */
  leaveHref: string
  footer: { words: Child; links: readonly NavLink[] }
  theme?: Theme
  isPrivate?: boolean
  alternates?: Alternates
  moreScript?: MoreScript | undefined
}>

/** A page for residents: bar with the way out, the page itself, the footer. */
export const PublicLayout: FC<PublicLayoutProps> = (props) => {
  const words = layoutWords[props.lang]
  return (
    <Document {...props} styles="public.css" script="public.js">
      <a class="skip utrecht-skip-link" href="#inhoud">
        {words.toContent}
      </a>
      <Bar {...props} />
      <main id="inhoud" class="page" tabindex={-1}>
        {props.children}
      </main>
      <Foot {...props} />
    </Document>
  )
}

const Bar: FC<PublicLayoutProps> = ({ lang, homeHref, brand, nav = [], languageHref, leaveHref }) => {
  const words = layoutWords[lang]
  return (
    <header class="bar utrecht-page-header">
      <div class="page">
        <a class="brand utrecht-logo" href={homeHref}>
          <Mark />
          <span>{brand ?? words.product}</span>
        </a>
        <nav aria-label={words.siteNav}>
          {nav.map((link) => (
            <a class="wide" href={link.href}>
              {link.label}
            </a>
          ))}
          <LanguageLink lang={lang} href={languageHref} />
        </nav>
        <quick-exit>
          <a class="leave" href={leaveHref} data-quick-exit rel="noreferrer">
            {words.leave}
            <span class="wide">&nbsp;{words.leaveMore}</span>
          </a>
        </quick-exit>
      </div>
    </header>
  )
}

const LanguageLink: FC<{ lang: Lang; href: string }> = ({ lang, href }) => {
  const other = lang === 'nl' ? 'en' : 'nl'
  return (
    <a href={href} lang={other} hreflang={other}>
      {layoutWords[lang].otherLanguage}
    </a>
  )
}

const Foot: FC<PublicLayoutProps> = ({ lang, nav = [], footer }) => (
  <footer class="foot utrecht-page-footer">
    <div class="page">
      <div>{footer.words}</div>
      <nav aria-label={layoutWords[lang].footNav}>
        <ul class="foot-links">
          {[...nav, ...footer.links].map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </footer>
)
