import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Filling } from '../../../capabilities/forms/filling.ts'
import { asGiven } from '../../../capabilities/forms/given.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { type Item, itemsOf, textOf, topicsOf } from '../../../capabilities/step-plan/handing-over.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { links } from '../../links.ts'
import { answerInWords } from '../../shell/form-fields.tsx'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { stepsWords } from '../../words/steps.ts'
import { askWith } from '../ask/asking.tsx'
import type { StepsAround } from './around.ts'
import { Carried } from './carried.tsx'
import { show } from './frame.tsx'
import { DOING, type Shown } from './standing.ts'

type Sharing = { readonly known: StepsAround; readonly filling: Filling; readonly shown: Shown }
/** The field of what is chosen. */
const ITEM = 'deel'

/** What somebody may share with who helps here; nothing is chosen beforehand, and nothing is sent yet. */
export function sharePage(page: PageRequest, given: Sharing, refused?: Refused): Promise<Reply> {
  const { known } = given
  const words = stepsWords[page.lang]
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  const items = itemsIn(page, given)
  const choices = (kind: Item['kind']) =>
    items.filter((item) => item.kind === kind).map(({ code, text }) => ({ value: code, label: text }))
  return show(
    page,
    known,
    <div class="question">
      <div>
        <h1>{words.shareTitle}</h1>
        <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [{ field: ITEM, message: error }]} />
        <p class="lead">{words.shareLead}</p>
        <form method="post" action={links.steps(known.around.here)}>
          <Carried page={page} {...given} />
          <CheckboxGroup name={ITEM} label={words.shareAnswers} choices={choices('answer')} error={error} />
          <CheckboxGroup name={ITEM} id={`${ITEM}-stap`} label={words.shareSteps} choices={choices('step')} />
          <div class="row">
            <Button name={WALK.doing} value={DOING.hand} leaves>
              {words.shareOn}
            </Button>
            <button type="submit" class="as-link" name={WALK.doing} value={DOING.back}>
              {words.keptBack}
            </button>
          </div>
        </form>
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.shareWho}</h2>
          <p>{words.shareWhoText}</p>
        </section>
        <section>
          <h2>{words.shareBack}</h2>
          <p>{words.shareBackText}</p>
        </section>
      </aside>
    </div>,
    refused,
  )
}

/** Takes what was chosen to the form for asking, in which it stands in own words and can be changed before it is sent. */
export async function handOver(actor: Actor, page: PageRequest, given: Sharing): Promise<Reply> {
  const { known, filling } = given
  const chosen = page.form.getAll(ITEM).filter((one) => typeof one === 'string')
  const words = textOf(itemsIn(page, given), chosen, stepsWords[page.lang].shareAbove)
  if (words === undefined) return sharePage(page, given, refuse('steps-nothing-chosen'))
  const about = topicsOf(known.plan, filling.answers)
  const back = (
    <form method="post" action={links.steps(known.around.here)} class="after-form">
      <Carried page={page} {...given} />
      <button type="submit" class="as-link" name={WALK.doing} value={DOING.back}>
        {stepsWords[page.lang].keptBack}
      </button>
    </form>
  )
  return askWith(actor, page, { who: 'parent', about, words }, { below: back, near: known.around.here.place })
}

const itemsIn = ({ lang }: PageRequest, { known, filling }: Sharing): Item[] =>
  itemsOf(known.plan, filling.answers, {
    lang,
    say: (question, answer) => answerInWords(lang, { question, offered: {}, values: asGiven(answer) }),
  })
