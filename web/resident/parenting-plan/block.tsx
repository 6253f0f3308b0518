import type { FC, PropsWithChildren } from 'hono/jsx'
import type { PageHead } from '../../../capabilities/information/page.ts'
import { AGE_GROUPS, type PlanBlock, planText } from '../../../capabilities/information/parenting-plan.ts'
import { Details } from '../../design/details.tsx'
import { Hint } from '../../design/field.tsx'
import { Icon } from '../../design/icon.tsx'
import { type Here, links } from '../../links.ts'
import { Blocks, type Naming } from '../../shell/blocks-view.tsx'
import { parentingPlanWords } from '../../words/parenting-plan.ts'
import type { Lang } from '../../words/words.ts'

type Shown = { block: PlanBlock; lang: Lang; here: Here; heads: readonly PageHead[]; naming: Naming }

/** What the law asks, with its heading in the margin. */
export const RequiredBlock: FC<Shown & { about: string }> = ({ about, ...shown }) => (
  <section class="part plan-block" data-block="required">
    <header>
      <h2 id={shown.block.code}>{shown.block.title[shown.lang]}</h2>
      <p class="small soft">{about}</p>
    </header>
    <div>
      <Inside {...shown} />
    </div>
  </section>
)

/** What may be added: closed until somebody wants it. */
export const OptionalBlock: FC<Shown> = (shown) => (
  <details class="plan-block" data-block="optional">
    <summary>
      <Icon name="open" />
      <h3 id={shown.block.code}>{shown.block.title[shown.lang]}</h3>
    </summary>
    <div class="opened">
      <Inside {...shown} />
    </div>
  </details>
)

const Inside: FC<Shown> = ({ block, lang, here, heads, naming }) => {
  const words = parentingPlanWords[lang]
  const pages = block.pages.flatMap((slug) => heads.find((head) => head.slug === slug) ?? [])
  return (
    <>
      <div class="prose plan-about">
        <Blocks blocks={planText(block.about, lang)} naming={naming} />
      </div>
      <Starters block={block} lang={lang} />
      {block.questions.map(({ code, ask, hint }) => (
        <Question id={`${block.code}-${code}`} ask={ask[lang]} hint={hint?.[lang]} />
      ))}
      {pages.length === 0 ? null : (
        <p class="small plan-read on-screen">
          {words.read}{' '}
          {pages.map(({ slug, title }) => (
            <a href={links.page(here, slug)}>{title}</a>
          ))}
        </p>
      )}
    </>
  )
}

const Starters: FC<{ block: PlanBlock; lang: Lang }> = ({ block, lang }) => {
  const words = parentingPlanWords[lang]
  return (
    <div class="plan-starters on-screen">
      <Details summary={words.start}>
        <p class="small soft">{words.startBeside}</p>
        <dl>
          {AGE_GROUPS.map((age) => (
            <>
              <dt>{words.ages[age]}</dt>
              {block.starters[age].map((starter) => (
                <dd>{starter[lang]}</dd>
              ))}
            </>
          ))}
        </dl>
      </Details>
    </div>
  )
}

/**
 * A question with room for an answer that goes nowhere: no name and no form, so that nothing can be sent; not filled in
 * again by the browser; and no spelling check, which some browsers do elsewhere.
 */
const Question: FC<PropsWithChildren<{ id: string; ask: string; hint: string | undefined }>> = ({ id, ask, hint }) => (
  <div class="field utrecht-form-field" data-question>
    <label class="utrecht-form-label" for={id}>
      {ask}
    </label>
    <Hint id={id} hint={hint} />
    <textarea
      id={id}
      class="box utrecht-textbox utrecht-textarea"
      rows={3}
      placeholder=" "
      autocomplete="off"
      spellcheck={false}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
  </div>
)
