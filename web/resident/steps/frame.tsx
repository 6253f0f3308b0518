import type { Child } from 'hono/jsx'
import type { Refused } from '../../../foundation/result.ts'
import { LinkButton } from '../../design/button.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { stepsWords } from '../../words/steps.ts'
import { placeShown } from '../information/around.ts'
import type { StepsAround } from './around.ts'

/** A page of the steps: its window title says nothing, and it is kept out of search engines and out of every cache. */
export function show(page: PageRequest, { around }: StepsAround, body: Child, refused?: Refused): Promise<Reply> {
  const { here } = around
  return pageForAll(
    page,
    {
      title: stepsWords[page.lang].windowTitle,
      isPrivate: true,
      at: {
        ...{ lang: page.lang, place: placeShown(around) },
        paths: { nl: links.steps({ ...here, lang: 'nl' }), en: links.steps({ ...here, lang: 'en' }) },
      },
      ...refusedAs(refused),
    },
    <step-walk>{body}</step-walk>,
  )
}

/** What cannot be read any more begins anew, with a sentence. */
export function startAgain(page: PageRequest, known: StepsAround, refused: Refused): Promise<Reply> {
  const words = stepsWords[page.lang]
  return show(
    page,
    known,
    <div class="question">
      <div>
        <h1>{words.againTitle}</h1>
        <p>{refusalSentence(page.lang, refused)}</p>
        <p class="row">
          <LinkButton href={links.steps(known.around.here)}>{words.again}</LinkButton>
        </p>
      </div>
    </div>,
    refused,
  )
}
