import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { LineOn } from '../../../capabilities/help-requests/helplines.ts'
import { helplinesOn } from '../../../capabilities/help-requests/queries.ts'
import type { Target } from '../../../capabilities/information/blocks.ts'
import { factOn } from '../../../capabilities/information/facts.ts'
import type { MoreLanguage } from '../../../capabilities/information/front-matter.ts'
import { factsKnown, parentingPlanAmong } from '../../../capabilities/information/queries.ts'
import { CallLink } from '../../design/call-link.tsx'
import { links } from '../../links.ts'
import type { Naming } from '../../shell/blocks-view.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { translatedWords } from '../../words/translated/words.ts'
import type { Translated } from './around.ts'

/** Words of a fact or a line: in Dutch always, in the other languages where somebody wrote them. */
type Named = { readonly nl: string } & { readonly [L in MoreLanguage]?: string | undefined }

/** Words in this language; the Dutch ones, said to be Dutch, where there are none. */
export const InLanguageOrDutch: FC<{ lang: MoreLanguage; words: Named }> = ({ lang, words }) => {
  const own = words[lang]
  return own === undefined ? <span lang="nl">{words.nl}</span> : <>{own}</>
}

/** What a translated text names: a page in its own language where there is one, and otherwise the Dutch page, said to be so. */
export function namingIn(actor: Actor, page: PageRequest, { lang, slug: place, heads, dutch }: Translated): Naming {
  const { today } = page
  const lines = helplinesOn(actor, today)
  const facts = factsKnown(actor)
  const own = new Set(heads.map(({ slug }) => slug))
  const here = { lang: 'nl', place } as const
  const isOurDutch = (to: Target): boolean => to.kind !== 'site' && !(to.kind === 'page' && own.has(to.slug))
  return {
    hrefOf: (to) => {
      switch (to.kind) {
        case 'page':
          if (own.has(to.slug)) return links.page({ lang, place }, to.slug)
          return dutch.has(to.slug) ? links.page(here, to.slug) : undefined
        case 'steps':
          return links.steps(here)
        case 'ask':
          return place === undefined ? links.ask() : links.askIn(here)
        case 'now':
          return links.danger()
        case 'schemes':
          return { all: links.schemes, check: links.schemesCheck, rising: links.schemesRising }[to.part](here)
        case 'plan':
          return parentingPlanAmong(actor, dutch, page) === undefined ? undefined : links.parentingPlan(here)
        case 'site':
          return to.href
      }
    },
    otherLanguage: (to) => (isOurDutch(to) ? { code: 'nl', said: translatedWords[lang].inDutch } : undefined),
    helpline: (code) => <LineIn lang={lang} found={lines.find(({ line }) => line.code === code)} />,
    fact: (code) => {
      const fact = factOn(facts, code, today) ?? facts.find((one) => one.code === code)
      return fact === undefined ? '' : <InLanguageOrDutch lang={lang} words={fact.value} />
    },
  }
}

/** Name, number and hours; the site of the service when the number may not be told. */
const LineIn: FC<{ lang: MoreLanguage; found: LineOn | undefined }> = ({ lang, found }) => {
  if (found === undefined) return null
  const { line, isTold } = found
  const { name, number, what, site } = line
  if (isTold && number !== undefined)
    return (
      <>
        {name.nl === number ? null : (
          <>
            <strong>
              <InLanguageOrDutch lang={lang} words={name} />
            </strong>
            {': '}
          </>
        )}
        <bdi>
          <CallLink number={number} />
        </bdi>{' '}
        (<InLanguageOrDutch lang={lang} words={what} />)
      </>
    )
  const named = name[lang] ?? name.nl
  if (site === undefined) return <strong>{named}</strong>
  return (
    <a href={site} rel="noreferrer external">
      {translatedWords[lang].lineSite(named)}
    </a>
  )
}
