import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { LineOn } from '../../capabilities/help-requests/helplines.ts'
import { chatLineAt, helplinesOn } from '../../capabilities/help-requests/queries.ts'
import { factOn } from '../../capabilities/information/facts.ts'
import { factsKnown, parentingPlanAmong } from '../../capabilities/information/queries.ts'
import { CallLink } from '../design/call-link.tsx'
import { type Here, links } from '../links.ts'
import { informationWords } from '../words/information.ts'
import type { Lang } from '../words/words.ts'
import type { Naming } from './blocks-view.tsx'
import type { PageRequest } from './guarded.ts'
import { askHref, inLanguage } from './pages.tsx'

/** What the text of a page names, on the day it is read and in its language; `slugs` are the pages that are public here. */
export function namingOn(actor: Actor, page: PageRequest, here: Here, slugs: ReadonlySet<string>): Naming {
  const { lang, today } = page
  const lines = helplinesOn(actor, today)
  const facts = factsKnown(actor)
  return {
    hrefOf: (to) => {
      switch (to.kind) {
        case 'page':
          return slugs.has(to.slug) ? links.page(here, to.slug) : undefined
        case 'steps':
          return links.steps(here)
        case 'ask':
          return askHref(here)
        case 'now':
          return inLanguage(lang, links.danger())
        case 'schemes':
          return { all: links.schemes, check: links.schemesCheck, rising: links.schemesRising }[to.part](here)
        case 'plan':
          return parentingPlanAmong(actor, slugs, page) === undefined ? undefined : links.parentingPlan(here)
        case 'site': {
          const chat = chatLineAt(actor, to.href)
          return chat === undefined ? to.href : links.chat(here, chat)
        }
      }
    },
    helpline: (code) => <LineInText lang={lang} found={lines.find(({ line }) => line.code === code)} />,
    // In the demo a fact that does not hold today is shown all the same, under a banner.
    fact: (code) => (factOn(facts, code, today) ?? facts.find((one) => one.code === code))?.value[lang] ?? '',
  }
}

/** Name, number and hours; the site of the service when the number may not be told. */
const LineInText: FC<{ lang: Lang; found: LineOn | undefined }> = ({ lang, found }) => {
  if (found === undefined) return null
  const { line, isTold } = found
  const { name, number, what, site } = line
  if (isTold && number !== undefined)
    return (
      <>
        {name[lang] === number ? null : <strong>{name[lang]} </strong>}
        <CallLink number={number} /> ({lowerFirst(what[lang])})
      </>
    )
  if (site === undefined) return <strong>{name[lang]}</strong>
  return (
    <>
      <strong>{name[lang]}</strong>,{' '}
      <a href={site} rel="noreferrer external">
        {informationWords[lang].lineSite(name[lang])}
      </a>
    </>
  )
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
