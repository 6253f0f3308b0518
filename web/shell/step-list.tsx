import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { PARTS, type Step } from '../../capabilities/step-plan/definition.ts'
import { type TermFact, termIn } from '../../capabilities/step-plan/terms.ts'
import { Details } from '../design/details.tsx'
import { type Here, links } from '../links.ts'
import { stepsWords } from '../words/steps.ts'
import type { Lang } from '../words/words.ts'
import { HelpBeside, type Helping, type HelpShown, helpKey } from './help-beside.tsx'

/** What steps are shown with: the pages, help and facts of the place where somebody reads. */
export type StepsShownWith = {
  readonly here: Here
  /** Titles of the pages that are public there, by their address. */
  readonly titles: ReadonlyMap<string, string>
  /** What runs there, by the code of its programme. */
  readonly offers: ReadonlyMap<string, HelpShown>
  readonly facts: ReadonlyMap<string, TermFact>
}

type ListProps = {
  readonly lang: Lang
  readonly known: StepsShownWith
  readonly steps: readonly Step[]
  /** Somebody who is afraid does everything alone, in an own order. */
  readonly isAlone: boolean
}

/** Steps in their parts, numbered through, with where the terms in them come from. */
export const StepList: FC<ListProps> = ({ lang, known, steps, isAlone }) => {
  const words = stepsWords[lang]
  const helped = new Set<string>()
  if (steps.length === 0) return <p class="lead">{words.planNone}</p>
  return (
    <>
      {PARTS.map((part) => {
        const inside = steps.filter(({ at }) => at === part)
        const first = steps.findIndex(({ at }) => at === part)
        return inside.length === 0 ? null : (
          <section class="plan-part">
            <h2>{(isAlone ? words.partsAlone : words.parts)[part]}</h2>
            <ol start={first + 1}>
              {inside.map((step, nth) => {
                const key = helpKey(step, known)
                const isHelpKnown = helped.has(key)
                if (step.offers.length > 0) helped.add(key)
                return raw(shown({ lang, known, step, isAlone, isHelpKnown, number: first + nth + 1 }))
              })}
            </ol>
          </section>
        )
      })}
      <Sources lang={lang} known={known} steps={steps} />
    </>
  )
}

type StepProps = { readonly lang: Lang; readonly known: StepsShownWith; readonly step: Step }

type Shown = Helping & StepProps & { readonly number: number }

/** One step: why, how, who, when, what to have ready and where to read on. */
const StepView: FC<Shown> = ({ number, isAlone, isHelpKnown, ...props }) => {
  const { lang, step } = props
  return (
    <li class="todo" value={number}>
      <div class="todo-text">
        <h3>
          <span class="todo-number">{number}</span> {step.title[lang]}
        </h3>
        <p>{step.why[lang]}</p>
        {step.how === undefined ? null : (
          <ul class="utrecht-unordered-list">
            {step.how.map((line) => (
              <li>{line[lang]}</li>
            ))}
          </ul>
        )}
        <Facts {...props} />
        <ReadOn {...props} />
        {isAlone ? null : <DoHere {...props} />}
      </div>
      <HelpBeside {...props} {...{ isHelpKnown, isAlone }} />
    </li>
  )
}

/** By what surrounds the steps and by the text of a step, as long as those are kept. */
const shownBefore = new WeakMap<StepsShownWith, WeakMap<Step['why'], Map<string, string>>>()

/** Far more forms than people come to; whoever tries all answers to fill the memory only makes steps anew. */
const MOST_FORMS = 40

/** The same step stands on the pages of many people: made once in each form it takes. Nothing of who reads is in it. */
function shown(props: Shown): string {
  const { known, step, lang, number, isAlone, isHelpKnown } = props
  const ofPlace = shownBefore.get(known) ?? new WeakMap<Step['why'], Map<string, string>>()
  shownBefore.set(known, ofPlace)
  const ofStep = ofPlace.get(step.why) ?? new Map<string, string>()
  ofPlace.set(step.why, ofStep)
  const pages = step.pages.map(({ slug }) => slug)
  const documents = step.documents?.map(({ name }) => name.nl)
  const form = JSON.stringify([lang, number, isAlone, isHelpKnown, pages, documents])
  const html = ofStep.get(form) ?? (<StepView {...props} />).toString()
  if (ofStep.size < MOST_FORMS) ofStep.set(form, html)
  return html
}

const Facts: FC<StepProps> = ({ lang, known, step }) => {
  const words = stepsWords[lang]
  const term = step.term && termIn(step.term, lang, known.facts)
  const documents = step.documents ?? []
  return (
    <dl class="todo-facts">
      <div>
        <dt>{words.who}</dt>
        <dd>{step.who[lang]}</dd>
      </div>
      {term === undefined ? null : (
        <div>
          <dt>{words.term}</dt>
          <dd>{term.text}</dd>
        </div>
      )}
      {documents.length === 0 ? null : (
        <div>
          <dt>{words.documents}</dt>
          <dd>{documents.map(({ name }) => name[lang]).join('; ')}</dd>
        </div>
      )}
    </dl>
  )
}

/** Pages that are public here; on paper their address is written out. */
const ReadOn: FC<StepProps> = ({ lang, known, step }) => {
  const pages = step.pages.filter(({ slug }) => known.titles.has(slug))
  return pages.length === 0 ? null : (
    <p class="todo-read">
      {stepsWords[lang].read}:{' '}
      {pages.map(({ slug }, nth) => (
        <>
          {nth === 0 ? '' : ', '}
          <a href={links.page(known.here, slug)}>{known.titles.get(slug)}</a>
        </>
      ))}
    </p>
  )
}

/** What somebody can do on this site itself for a step, by the page that explains it; one of them is for two people together. */
const DO_HERE: Readonly<Record<string, { href: (here: Here) => string; word: 'doPlan' | 'doSchemes' }>> = {
  ouderschapsplan: { href: links.parentingPlan, word: 'doPlan' },
  rondkomen: { href: links.schemesCheck, word: 'doSchemes' },
}

const DoHere: FC<StepProps> = ({ lang, known, step }) => {
  const found = step.pages.flatMap(({ slug }) => (known.titles.has(slug) ? (DO_HERE[slug] ?? []) : []))
  return (
    <>
      {found.map(({ href, word }) => (
        <p class="todo-read">
          <a href={href(known.here)}>{stepsWords[lang][word]}</a>
        </p>
      ))}
    </>
  )
}

/** Where each term comes from, and since when it stands here so. */
const Sources: FC<{ lang: Lang; known: StepsShownWith; steps: readonly Step[] }> = ({ lang, known, steps }) => {
  const words = stepsWords[lang]
  const used = new Map(
    steps
      .flatMap(({ term }) => (term === undefined ? [] : (termIn(term, lang, known.facts)?.facts ?? [])))
      .map((fact) => [fact.code, fact]),
  )
  return used.size === 0 ? null : (
    <div class="plan-sources">
      <Details summary={words.sources}>
        <ul class="utrecht-unordered-list small">
          {[...used.values()].map(({ value, from, source }) => (
            <li>{words.source(value[lang], from, source)}</li>
          ))}
        </ul>
        <p class="small">{words.noAdviceText}</p>
      </Details>
    </div>
  )
}
