import type { FC } from 'hono/jsx'
import { parentingPlanWords } from '../../words/parenting-plan.ts'
import type { Lang } from '../../words/words.ts'

/** How to take it along: with script as a file, and always on paper. */
export const Keeping: FC<{ lang: Lang }> = ({ lang }) => {
  const words = parentingPlanWords[lang]
  return (
    <section class="part on-screen">
      <header>
        <h2>{words.keep}</h2>
      </header>
      <div class="prose">
        <p data-without-script>{words.withoutScript}</p>
        <div class="stack" data-with-script hidden>
          <p>{words.keepText}</p>
          <p>{words.keepNames}</p>
          <div class="row utrecht-button-group">
            <button type="button" class="button utrecht-button utrecht-button--primary-action" data-save>
              {words.save}
            </button>
            <button
              type="button"
              class="button button--plain utrecht-button utrecht-button--secondary-action"
              data-print
            >
              {words.print}
            </button>
          </div>
        </div>
        <p role="status" data-said />
      </div>
    </section>
  )
}

/** What only paper has: whom it is about, and where to sign a draft. */
export const OnPaper: FC<{ lang: Lang; at: 'top' | 'end' }> = ({ lang, at }) => {
  const { paper } = parentingPlanWords[lang]
  if (at === 'top')
    return (
      <div class="on-paper">
        <p class="to-write">{paper.children}</p>
        <p class="to-write">{paper.madeOn}</p>
      </div>
    )
  return (
    <section class="part on-paper">
      <h2>{paper.sign}</h2>
      <p>{paper.signText}</p>
      {[paper.parent, paper.parent].map((parent) => (
        <div class="to-sign">
          <p>{parent}</p>
          <p class="to-write">{paper.name}</p>
          <p class="to-write">{paper.day}</p>
          <p class="to-write">{paper.signature}</p>
        </div>
      ))}
    </section>
  )
}
