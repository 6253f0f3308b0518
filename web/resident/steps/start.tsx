import { MOST_QUESTIONS } from '../../../capabilities/step-plan/check.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { inLanguage, pageForAll } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'
import { stepsWords } from '../../words/steps.ts'
import { placeShown } from '../information/around.ts'
import { stepsAround } from './around.ts'

/** Where the steps begin: what it takes, what is kept, and whom to call when it cannot wait. The same for everyone. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const known = await stepsAround(actor, page)
  if (known === undefined) return notFound()
  const { around, plan } = known
  const { here } = around
  const [words, ask] = [stepsWords[page.lang], askWords[page.lang]]
  return pageForAll(
    page,
    {
      title: words.windowTitle,
      description: words.lead,
      at: {
        ...{ lang: page.lang, place: placeShown(around) },
        paths: { nl: links.steps({ ...here, lang: 'nl' }), en: links.steps({ ...here, lang: 'en' }) },
      },
    },
    <step-walk>
      <div class="question">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <ol class="plain-steps">
            <li>{words.how1(MOST_QUESTIONS)}</li>
            <li>{words.how2}</li>
            <li>{words.how3}</li>
          </ol>
          <form method="post" action={links.steps(here)}>
            <div class="row">
              <Button>{words.begin}</Button>
              <span class="soft">{words.minutes(plan.minutes)}</span>
            </div>
          </form>
          <ul class="other-ways">
            <li>
              <a href={links.stepsKept(here)}>{words.haveCode}</a>
            </li>
          </ul>
        </div>
        <aside class="margin-note">
          <section class="urgent">
            <h2>{ask.unsafe}</h2>
            <p>
              {ask.unsafeText} <a href={inLanguage(page.lang, links.danger())}>{ask.toDanger}</a>
            </p>
          </section>
          <section>
            <h2>{words.nothingKept}</h2>
            <p>{words.nothingKeptText}</p>
            <p>{words.history}</p>
          </section>
          <section>
            <h2>{words.noAdvice}</h2>
            <p>{words.noAdviceText}</p>
          </section>
        </aside>
      </div>
    </step-walk>,
  )
})
