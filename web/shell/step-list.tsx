import type { FC } from 'hono/jsx'
import { PARTS, type Step } from '../../capabilities/step-plan/definition.ts'
import { type TermFact, termIn } from '../../capabilities/step-plan/terms.ts'
import { Details } from '../design/details.tsx'
import { type Here, links } from '../links.ts'
import { stepsWords } from '../words/steps.ts'
import type { Lang } from '../words/words.ts'
import { askHref } from './pages.tsx'

/** What steps are shown with: the pages, help and facts of the place where somebody reads. */
export type StepsShownWith = {
  readonly here: Here
  /** Titles of the pages that are public there, by their address. */
  readonly titles: ReadonlyMap<string, string>
  /** What runs there, by the code of its programme. */
  readonly offers: ReadonlyMap<string, { readonly name: string; readonly summary: string }>
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
              {inside.map((step, nth) => (
                <StepView lang={lang} known={known} step={step} number={first + nth + 1} helped={helped} />
              ))}
            </ol>
          </section>
        )
      })}
      <Sources lang={lang} known={known} steps={steps} />
    </>
  )
}

type StepProps = { readonly lang: Lang; readonly known: StepsShownWith; readonly step: Step }

/** One step: why, how, who, when, what to have ready and where to read on; `helped` remembers which help stood there already. */
const StepView: FC<StepProps & { number: number; helped: Set<string> }> = ({ number, helped, ...props }) => {
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
      </div>
      <HelpBeside {...props} helped={helped} />
    </li>
  )
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

/** The best help for this step that runs here; in full the first time, by its name after that. */
const HelpBeside: FC<StepProps & { helped: Set<string> }> = ({ lang, known, step, helped }) => {
  const words = stepsWords[lang]
  const code = step.offers.find((one) => known.offers.has(one))
  const offer = code === undefined ? undefined : known.offers.get(code)
  if (step.offers.length === 0) return <div class="todo-help" />
  const key = code ?? ''
  const isKnown = helped.has(key)
  helped.add(key)
  const name = offer?.name ?? words.helpNear
  return (
    <aside class="todo-help" aria-label={`${words.helpHere}: ${step.title[lang]}`}>
      {isKnown ? (
        <p class="small soft">
          {words.helpAgain} <strong>{name}</strong>
        </p>
      ) : (
        <div class="local">
          <p class="small soft">{words.helpHere}</p>
          <p class="local-name">{name}</p>
          <p class="small">{offer?.summary ?? words.helpNearText}</p>
          <p class="small">
            <a href={askHref(known.here)}>{words.helpAsk}</a>
          </p>
        </div>
      )}
    </aside>
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
