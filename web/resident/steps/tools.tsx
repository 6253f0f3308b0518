import type { FC } from 'hono/jsx'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { mayBeUnsafe, stepsFor } from '../../../capabilities/step-plan/steps.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { formatList } from '../../words/format.ts'
import { stepsWords } from '../../words/steps.ts'
import { Carried, type PlanProps } from './carried.tsx'
import { DOING, mayTakeAlong } from './standing.ts'

/** How steps are taken along. Somebody who may not be safe gets none of it unless that is asked for again, and is told who could find it. */
export const Tools: FC<PlanProps> = (props) => {
  const { known, filling, shown } = props
  return mayTakeAlong(known.plan, filling.answers, shown) ? <Taking {...props} /> : <AskAgain {...props} />
}

const AskAgain: FC<PlanProps> = (props) => {
  const { page, known } = props
  const words = stepsWords[page.lang]
  return (
    <section class="plan-part plan-take no-paper">
      <h2>{words.unkept}</h2>
      <p>{words.unkeptText}</p>
      <form method="post" action={links.steps(known.around.here)}>
        <Carried {...props} />
        <button type="submit" class="as-link" name={WALK.doing} value={DOING.anyway}>
          {words.unkeptAsk}
        </button>
      </form>
    </section>
  )
}

const Taking: FC<PlanProps> = (props) => {
  const { page, known, filling } = props
  const words = stepsWords[page.lang]
  const isRisky = mayBeUnsafe(known.plan, filling.answers)
  const undated = stepsFor(known.plan, filling.answers).flatMap(({ remindAfterDays }, at) =>
    remindAfterDays === undefined ? [String(at + 1)] : [],
  )
  return (
    <section class={isRisky ? 'plan-part plan-take no-paper' : 'plan-take no-paper'}>
      <h2 class={isRisky ? undefined : 'unseen'}>{isRisky ? words.finders : words.take}</h2>
      {isRisky ? (
        <ul class="utrecht-unordered-list">
          <li>{words.findersPaper}</li>
          <li>{words.findersCalendar}</li>
          <li>{words.findersPrint}</li>
          <li>{words.findersCode}</li>
        </ul>
      ) : null}
      <form method="post" action={links.steps(known.around.here)}>
        <Carried {...props} />
        <div class="row">
          <Button look={isRisky ? 'plain' : 'primary'} formAction={links.stepsPaper(known.around.here)} leaves>
            {words.paper}
          </Button>
          <Button look="plain" formAction={links.stepsCalendar(known.around.here)} leaves>
            {words.calendar}
          </Button>
          <Button look="plain" formAction={links.stepsKept(known.around.here)} name={WALK.doing} value={DOING.keep}>
            {words.keep}
          </Button>
          {isRisky ? (
            <button type="submit" class="as-link" name={WALK.doing} value={DOING.rather}>
              {words.notKept}
            </button>
          ) : null}
        </div>
      </form>
      <p class="small soft">
        {words.printNote} {words.calendarNote}{' '}
        {undated.length === 0 ? '' : words.calendarWithout(undated.length, formatList(page.lang, undated))}{' '}
        {isRisky ? '' : words.shared}
      </p>
    </section>
  )
}
