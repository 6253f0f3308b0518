import type { FC } from 'hono/jsx'
import { type Filling, sealFilling } from '../../../capabilities/forms/filling.ts'
import { REVIEW, WALK } from '../../../capabilities/forms/walk.ts'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { formOf } from '../../../capabilities/step-plan/definition.ts'
import type { differenceIn } from '../../../capabilities/step-plan/steps.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import type { StepsAround } from './around.ts'
import { CARRIED, type Shown } from './standing.ts'

/** What the page with the steps shows. */
export type PlanProps = {
  readonly page: PageRequest
  readonly known: StepsAround
  readonly filling: Filling
  readonly shown: Shown
  readonly news: ReturnType<typeof differenceIn> | undefined
  readonly lines: readonly Helpline[]
}

/** What every form on this page carries along. */
export const Carried: FC<Pick<PlanProps, 'page' | 'known' | 'filling' | 'shown'>> = ({
  page,
  known,
  filling,
  shown,
}) => (
  <>
    <input type="hidden" name={WALK.sealed} value={sealFilling(formOf(known.plan), filling, page.now)} />
    <input type="hidden" name={WALK.page} value={REVIEW} />
    {shown.isLarge ? <input type="hidden" name={CARRIED.large} value="ja" /> : null}
    {shown.isAnyway ? <input type="hidden" name={CARRIED.anyway} value="ja" /> : null}
  </>
)
