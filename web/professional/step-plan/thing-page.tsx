import type { Child, FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Edited, type Spot, sealOf, type Thing, thingAt } from '../../../capabilities/step-plan/editing/changes.ts'
import { type PlanKept, stepPlanKept } from '../../../capabilities/step-plan/editing/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { valueInWords } from './difference-sentences.ts'
import { faultsAt } from './faults.tsx'
import type { Form } from './inputs.tsx'

/** In an address, the thing that is not there yet. */
export const NEW = 'nieuw'

export type Found<Part extends Edited> = {
  readonly kept: PlanKept
  readonly spot: Spot<Part>
  readonly thing: Thing<Part>
}

/** The thing of the draft that the address names, for who keeps the plan. */
export async function thingFound<Part extends Edited>(
  actor: Actor,
  page: PageRequest,
  part: Part,
): Promise<Found<Part> | undefined> {
  const kept = await stepPlanKept(actor)
  const spot = { part, code: page.params.code ?? '' }
  const thing = kept && thingAt(kept.draft, spot)
  return kept === undefined || thing === undefined ? undefined : { kept, spot, thing }
}

type Showing<Part extends Edited> = {
  readonly title: string
  readonly action: string
  /** What somebody filled in and could not be kept. */
  readonly typed?: Thing<Part> | undefined
  readonly refused?: Refused | undefined
  readonly fields: (form: Form) => Child
  /** Under the form, with forms of its own. */
  readonly below?: Child
}

/** The page of one thing of the draft: what is not right, its form, and both texts when a colleague changed it too. */
export function showThing<Part extends Edited>(
  actor: Actor,
  page: PageRequest,
  { kept, spot, thing }: Found<Part>,
  { title, action, typed, refused, fields, below }: Showing<Part>,
): Promise<Reply> {
  const words = planScreenWords[page.lang]
  const said = faultsAt({ lang: page.lang, plan: kept.draft, faults: kept.faults }, spot.part, spot.code)
  const faults = new Map(said.flatMap(({ field, message }) => (field === undefined ? [] : [[field, message] as const])))
  const isConflict = refused?.reason === 'changed-meanwhile'
  const done = page.query.get('gedaan')
  return workPage(
    page,
    actor,
    { title, active: 'pages', ...refusedAs(refused) },
    <div class="kept-pages">
      <BackLink href={links.stepPlan()} label={words.back} />
      <h1>{title}</h1>
      <p class="small soft">{words.draftMark}</p>
      {done === null || refused !== undefined ? null : (
        <Notice isNews>{done === 'erbij' ? words.added : words.saved}</Notice>
      )}
      {refused === undefined || isConflict ? null : <Notice isNews>{refusalSentence(page.lang, refused)}</Notice>}
      {isConflict && typed !== undefined ? (
        <BothVersions {...{ page, kept, thing, typed, href: action }} />
      ) : (
        <ErrorSummary
          lang={page.lang}
          title={planFormWords[page.lang].notRight}
          errors={said.map(({ field, message, label: of }) => ({ field, message: of + message }))}
        />
      )}
      <form method="post" action={action} novalidate class="plan-form">
        {/* Pressing Enter in a field presses the first button of a form; seen by nobody. */}
        <input type="submit" name="doe" value="bewaar" hidden />
        <input type="hidden" name="_zegel" value={sealOf(kept.draft, spot)} />
        {fields({ lang: page.lang, plan: kept.draft, faults })}
      </form>
      {below}
    </div>,
  )
}

type Both = { page: PageRequest; kept: PlanKept; thing: object; typed: object; href: string }

/** After a colleague changed the same thing: what stands there now beside what was filled in here. */
const BothVersions: FC<Both> = ({ page, kept, thing, typed, href }) => {
  const words = planFormWords[page.lang]
  const inWords = (field: string, one: object) =>
    valueInWords(page.lang, kept.draft, field, one as Readonly<Record<string, unknown>>) || words.none // any field may be absent
  const fields = Object.keys({ ...thing, ...typed }).filter(
    (field) => field !== 'code' && inWords(field, thing) !== inWords(field, typed),
  )
  return (
    <Notice title={words.conflict} isNews>
      <p>{words.conflictLead}</p>
      {fields.length === 0 ? (
        <p>{words.conflictSame}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.conflict}
          captionUnseen
          head={words.field}
          columns={[{ head: words.theirs }, { head: words.yours }]}
          stacked
          rows={fields.map((field) => ({
            head: words.fields[field] ?? field,
            cells: [inWords(field, thing), inWords(field, typed)],
          }))}
        />
      )}
      <p>
        <a href={href}>{words.takeTheirs}</a>
      </p>
    </Notice>
  )
}
