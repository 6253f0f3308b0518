import type { FC } from 'hono/jsx'
import type { PageHead } from '../../../capabilities/information/page.ts'
import { type ParentingPlan, planText } from '../../../capabilities/information/parenting-plan.ts'
import { assetPath } from '../../design/files.ts'
import { Notice } from '../../design/notice.tsx'
import { Blocks, type Naming } from '../../shell/blocks-view.tsx'
import { informationWords } from '../../words/information.ts'
import { parentingPlanWords } from '../../words/parenting-plan.ts'
import type { Around, Offer } from '../information/around.ts'
import { LocalHelp } from '../information/local-help.tsx'
import { SourceList } from '../information/sources.tsx'
import { OptionalBlock, RequiredBlock } from './block.tsx'
import { Keeping, OnPaper } from './keeping.tsx'

type View = {
  plan: ParentingPlan
  around: Around
  offers: readonly Offer[]
  heads: readonly PageHead[]
  naming: Naming
}

/** What it is and whom it is for, then the blocks that the law asks, those that may be added, and how to keep it. */
export const ParentingPlanView: FC<View> = ({ plan, around, offers, heads, naming }) => {
  const { lang } = around.here
  const words = parentingPlanWords[lang]
  const shown = { lang, here: around.here, heads, naming }
  return (
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead on-screen">{words.lead}</p>
        <Notice>
          <p>{words.draft}</p>
        </Notice>
        <div class="prose plan-first on-screen">
          <Blocks blocks={planText(plan.afraid, lang)} naming={naming} />
          <p>
            <a
              class="button button--plain utrecht-button utrecht-button--secondary-action"
              href={`#${plan.required[0]?.code}`}
            >
              {words.begin}
            </a>
          </p>
        </div>
      </header>
      <OnPaper lang={lang} at="top" />
      <div class="beside on-screen">
        <Opening plan={plan} lang={lang} naming={naming} />
        <LocalHelp around={around} offers={offers} />
      </div>
      <parenting-plan data-word={assetPath('parenting-plan-word.js')} data-words={JSON.stringify(told(lang))}>
        {plan.required.map((block, at) => (
          <RequiredBlock block={block} about={words.requiredOf(at + 1, plan.required.length)} {...shown} />
        ))}
        <section class="part">
          <header>
            <h2>{words.optional}</h2>
            <p class="small soft on-screen">{words.optionalBeside}</p>
          </header>
          <div class="plan-more">
            {plan.optional.map((block) => (
              <OptionalBlock block={block} {...shown} />
            ))}
          </div>
        </section>
        <OnPaper lang={lang} at="end" />
        <Keeping lang={lang} />
      </parenting-plan>
      <Sources plan={plan} lang={lang} />
    </>
  )
}

/** What the script says and writes, so that it holds no words of its own. */
const told = (lang: 'nl' | 'en') => {
  const { busy, saved, failed, draft, paper } = parentingPlanWords[lang]
  return { lang, busy, saved, failed, draft, ...paper }
}

const Opening: FC<{ plan: ParentingPlan; lang: 'nl' | 'en'; naming: Naming }> = ({ plan, lang, naming }) => {
  const words = parentingPlanWords[lang]
  return (
    <div>
      <section class="part">
        <header>
          <h2>{words.how}</h2>
        </header>
        <div class="prose">
          <ul class="utrecht-unordered-list">
            <li>{words.howStart}</li>
            <li>{words.howStays}</li>
            <li>
              <strong>{words.howLost}</strong>
            </li>
            <li>{words.howLeave}</li>
          </ul>
        </div>
      </section>
      <section class="part">
        <header>
          <h2>{words.whom}</h2>
        </header>
        <div class="prose">
          <Blocks blocks={planText(plan.whom, lang)} naming={naming} />
          <Blocks blocks={planText(plan.cannot, lang)} naming={naming} />
        </div>
      </section>
    </div>
  )
}

const Sources: FC<{ plan: ParentingPlan; lang: 'nl' | 'en' }> = ({ plan, lang }) => {
  const words = informationWords[lang]
  const [checkedOn] = plan.sources.map((source) => source.checkedOn).toSorted()
  return (
    <div class="page-end on-screen">
      <section class="part">
        <header>
          <h2>{words.sources}</h2>
        </header>
        <div class="prose small">
          <SourceList lang={lang} sources={plan.sources} />
          <p>
            {checkedOn === undefined ? '' : `${words.checkedOn(checkedOn)} `}
            {words.reviewOn(plan.reviewOn)}
          </p>
        </div>
      </section>
    </div>
  )
}
