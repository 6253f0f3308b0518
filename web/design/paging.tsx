import type { FC } from 'hono/jsx'
import { designWords } from '../words/design.ts'
import type { Lang } from '../words/words.ts'
import { Icon } from './icon.tsx'

type PagingProps = {
  lang: Lang
  /** Counts from 1. */
  now: number
  all: number
  hrefOf: (page: number) => string
}

/** The way through a long list, a page at a time. Nothing when there is one page. */
export const Pagination: FC<PagingProps> = ({ lang, now, all, hrefOf }) => {
  const words = designWords[lang]
  if (all <= 1) return null
  return (
    <nav class="pages utrecht-pagination" aria-label={words.pages}>
      <PageLink href={now > 1 ? hrefOf(now - 1) : undefined} rel="prev" label={words.previous} />
      <span class="soft">{words.pageOf(now, all)}</span>
      <PageLink href={now < all ? hrefOf(now + 1) : undefined} rel="next" label={words.next} />
    </nav>
  )
}

const PageLink: FC<{ href: string | undefined; rel: 'prev' | 'next'; label: string }> = ({ href, rel, label }) =>
  href === undefined ? (
    <span />
  ) : (
    <a href={href} rel={rel}>
      {rel === 'prev' ? <Icon name="back" /> : null}
      {label}
      {rel === 'next' ? <Icon name="onward" /> : null}
    </a>
  )

/** One step back, in words that say where to. */
export const BackLink: FC<{ href: string; label: string }> = ({ href, label }) => (
  <a class="back utrecht-link" href={href}>
    <Icon name="back" />
    {label}
  </a>
)

/** Where a page stands; the last one is the page itself. */
export const Breadcrumb: FC<{ lang: Lang; path: readonly { href: string; label: string }[]; here: string }> = (
  props,
) => (
  <nav class="path utrecht-breadcrumb-nav" aria-label={designWords[props.lang].path}>
    <ol class="path-list utrecht-breadcrumb-nav__list">
      {props.path.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
      <li aria-current="page">{props.here}</li>
    </ol>
  </nav>
)
