import type { Child, FC } from 'hono/jsx'
import type { StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { type Spot, sealOf } from '../../../capabilities/step-plan/editing/changes.ts'
import { Button } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import type { Lang } from '../../words/words.ts'

export const textIn = ({ form }: PageRequest, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const numberIn = (page: PageRequest, name: string): number | undefined => {
  const typed = textIn(page, name)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
}

/** What differs between two versions, in words. */
export const Differences: FC<{ lang: Lang; sentences: readonly string[] }> = ({ lang, sentences }) =>
  sentences.length === 0 ? (
    <p>{planScreenWords[lang].differencesNone}</p>
  ) : (
    <ul class="plan-told">
      {sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )

type Removing = { plan: StepPlan; spot: Spot; action: string; label: string; what: string; children?: Child }

/** Takes a thing out of the draft, after saying what that does. */
export const RemoveThing: FC<Removing> = ({ plan, spot, action, label, what, children }) => (
  <Details summary={label}>
    <p>{what}</p>
    <form method="post" action={action}>
      {children}
      <input type="hidden" name="_zegel" value={sealOf(plan, spot)} />
      <Button look="danger" name="doe" value="weg">
        {label}
      </Button>
    </form>
  </Details>
)
