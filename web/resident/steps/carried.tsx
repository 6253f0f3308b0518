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

type CarriedProps = Pick<PlanProps, 'page' | 'known' | 'filling' | 'shown'>

/** One page has several forms, and one seal. */
const seals = new WeakMap<Filling, string>()
function sealedOnce({ page, known, filling }: CarriedProps): string {
  const sealed = seals.get(filling) ?? sealFilling(formOf(known.plan), filling, page.now)
  seals.set(filling, sealed)
  return sealed
}

/** What every form on this page carries along. */
export const Carried: FC<CarriedProps> = (props) => {
  const { shown } = props
  return (
    <>
      <input type="hidden" name={WALK.sealed} value={sealedOnce(props)} />
      <input type="hidden" name={WALK.page} value={REVIEW} />
      {shown.isLarge ? <input type="hidden" name={CARRIED.large} value="ja" /> : null}
      {shown.isAnyway ? <input type="hidden" name={CARRIED.anyway} value="ja" /> : null}
    </>
  )
}
