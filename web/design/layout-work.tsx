import { raw } from 'hono/html'
import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { keptByContent } from '../../foundation/kept.ts'
import { layoutWords } from '../words/design.ts'
import type { Lang } from '../words/words.ts'
import { Button } from './button.tsx'
import { Document, type Theme } from './document.tsx'
import { Mark } from './drawing.tsx'
import { Icon, type IconName } from './icon.tsx'
import type { NavLink } from './layout-public.tsx'

export type WorkNavItem = NavLink & { icon: IconName; count?: string; isActive?: boolean }

export type WorkLayoutProps = PropsWithChildren<{
  lang: Lang
  title: string
  /** Which style sheet: lists of professionals, or figures of policy. */
  audience: 'work' | 'policy'
  homeHref: string
  brand?: string
  nav: readonly WorkNavItem[]
  /** Below a line under the first: what is needed less often. */
  moreNav?: readonly WorkNavItem[]
  /** The search form, once there is something to search. */
  search?: Child
  person: { name: string; place?: string; links: readonly NavLink[]; signOutAction: string }
  languageHref: string
  theme?: Theme
  moreScript?: 'pass-key.js' | 'writing-help.js' | 'page-editor.js' | undefined
}>

/** A screen for work: search above, where to go at the side, the screen itself. */
export const WorkLayout: FC<WorkLayoutProps> = (props) => {
  const words = layoutWords[props.lang]
  return (
    <Document
      lang={props.lang}
      title={props.title}
      theme={props.theme}
      styles={`${props.audience}.css`}
      script="work.js"
      moreScript={props.moreScript}
      isPrivate
    >
      <a class="skip utrecht-skip-link" href="#inhoud">
        {words.toContent}
      </a>
      <div class="work">
        <header class="top">
          <a class="brand utrecht-logo" href={props.homeHref}>
            <Mark />
            <span class="brand-words">{props.brand ?? words.product}</span>
          </a>
          {props.search}
          <div class="end">
            <PersonMenu {...props} />
          </div>
        </header>
        <nav class="side utrecht-sidenav" aria-label={words.workNav}>
          {raw(menuOf({ nav: props.nav, more: props.moreNav ?? [], label: words.moreNav }))}
        </nav>
        <main id="inhoud" class="main" tabindex={-1}>
          {props.children}
        </main>
      </div>
    </Document>
  )
}

type Menu = { readonly nav: readonly WorkNavItem[]; readonly more: readonly WorkNavItem[]; readonly label: string }

const menus = keptByContent<string>({ most: 500, largest: 4_000_000, sizeOf: (html) => html.length })

/** A menu is the same on most pages of most people, and is a third of what stands on a small page. */
const menuOf = (menu: Menu): string =>
  menus.of(JSON.stringify(menu), () =>
    String(
      <>
        <NavList items={menu.nav} />
        <MoreNav items={menu.more} label={menu.label} />
      </>,
    ),
  )

const NavList: FC<{ items: readonly WorkNavItem[]; label?: string }> = ({ items, label }) =>
  items.length === 0 ? null : (
    <ul class="side-links utrecht-sidenav__list" aria-label={label}>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.isActive === true ? 'page' : undefined}>
            <Icon name={item.icon} />
            <span>{item.label}</span>
            {item.count === undefined ? null : <span class="count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  )

/**
 * What is needed less often. On a phone it is behind one button that says where one is, so that the screen begins near the top; beside a
 * wide screen it lies open. Without script, and by keyboard.
 */
const MoreNav: FC<{ items: readonly WorkNavItem[]; label: string }> = ({ items, label }) => {
  const active = items.find(({ isActive }) => isActive === true)
  return items.length === 0 ? null : (
    <details class="side-more">
      <summary>
        <span>
          {label}
          {active === undefined ? null : <strong>: {active.label}</strong>}
        </span>
      </summary>
      <NavList items={items} label={label} />
    </details>
  )
}

const PersonMenu: FC<WorkLayoutProps> = ({ lang, person, languageHref }) => {
  const words = layoutWords[lang]
  const other = lang === 'nl' ? 'en' : 'nl'
  return (
    <details class="person">
      <summary>
        <span class="person-name">{person.place === undefined ? person.name : `${person.name}, ${person.place}`}</span>
        <span class="initials" aria-hidden="true">
          {initials(person.name)}
        </span>
      </summary>
      <div class="menu">
        <ul class="menu-links">
          {person.links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
          <li>
            <a href={languageHref} lang={other} hreflang={other}>
              {words.otherLanguage}
            </a>
          </li>
        </ul>
        <form method="post" action={person.signOutAction}>
          <Button look="plain">{words.signOut}</Button>
        </form>
      </div>
    </details>
  )
}

/** First letters of the first and the last name. */
function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : '']
  return (first.slice(0, 1) + last.slice(0, 1)).toUpperCase()
}
