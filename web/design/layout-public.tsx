import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { LayoutWords } from '../words/design.ts'
import { type Alternates, Document, type MoreScript, type Theme } from './document.tsx'
import { Mark } from './drawing.tsx'

export type NavLink = {
  href: string
  label: string
  /** Stands in the bar on a phone too. */
  isForPhone?: boolean
}

/** A language that a page can be read in, or that leads to where it begins. */
export type LanguageLink = { lang: string; name: string; href: string; isHere?: boolean }

export type PublicLayoutProps = PropsWithChildren<{
  lang: string
  /** The way in which the language is written, where that is from the right. */
  dir?: 'rtl'
  /** The words around the page, in its language. */
  words: LayoutWords
  /** Window title; the visible heading belongs to the page. */
  title: string
  description?: string
  homeHref: string
  /** Name beside the mark; the product's own unless the municipality has one. */
  brand?: string
  /** Links in the bar; on a phone most of them stand in the footer only. */
  nav?: readonly NavLink[]
  /** The languages of the site by their own names, each with where it leads from here. */
  languages: readonly LanguageLink[]
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
  const { words } = props
  return (
    <Document {...props} styles="public.css" script="public.js">
      <a class="skip utrecht-skip-link" href="#inhoud">
        {words.toContent}
      </a>
      <Bar {...props} />
      <Languages {...props} />
      <main id="inhoud" class="page" tabindex={-1}>
        {props.children}
      </main>
      <Foot {...props} />
    </Document>
  )
}

const Bar: FC<PublicLayoutProps> = ({ words, homeHref, brand, nav = [], leaveHref }) => {
  return (
    <header class="bar utrecht-page-header">
      <div class="page">
        <a class="brand utrecht-logo" href={homeHref}>
          <Mark />
          <span>{brand ?? words.product}</span>
        </a>
        {nav.length === 0 ? null : (
          <nav aria-label={words.siteNav}>
            {nav.map(({ href, label, isForPhone }) => (
              <a class={isForPhone === true ? undefined : 'wide'} href={href}>
                {label}
              </a>
            ))}
          </nav>
        )}
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

/** On every page at the same place, each language in its own words: who cannot read this page must still find theirs. */
const Languages: FC<PublicLayoutProps> = ({ words, languages }) => (
  <nav class="languages page" aria-label={words.languages}>
    <ul class="language-links">
      {languages.map(({ lang, name, href, isHere }) => (
        <li>
          {isHere === true ? (
            <span lang={lang} aria-current="true">
              {name}
            </span>
          ) : (
            <a href={href} lang={lang} hreflang={lang}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

const Foot: FC<PublicLayoutProps> = ({ words, nav = [], footer }) => (
  <footer class="foot utrecht-page-footer">
    <div class="page">
      <div>{footer.words}</div>
      <nav aria-label={words.footNav}>
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
