import type { FC } from 'hono/jsx'
import { checkDefinition } from '../../../capabilities/programmes/definition-check.ts'
import { type Piece, pieceAt, type Spot, valueAt } from '../../../capabilities/programmes/drafts/document.ts'
import { type Draft, sealOf } from '../../../capabilities/programmes/drafts/draft.ts'
import { faultsAt } from '../../../capabilities/programmes/drafts/fault-spots.ts'
import { fieldsOf, PARTS } from '../../../capabilities/programmes/drafts/parts.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { screenWords } from '../../words/programme-screens.ts'
import { sentenceFor } from '../../words/refusal.ts'
import { definitionFaults } from '../../words/refusals/definition-faults.ts'
import type { Lang } from '../../words/words.ts'
import { FieldInput, type Form } from './field-input.tsx'
import { controlOf, labelOf, valueInWords } from './naming.ts'

/** What is not right in a draft, each as a sentence. */
export function faultsOf(draft: Draft) {
  const checked = checkDefinition(draft.definition)
  return checked.ok ? [] : checked.faults
}

export const faultSentence = (lang: Lang, fault: ReturnType<typeof faultsOf>[number]): string =>
  sentenceFor(definitionFaults, lang, { ok: false, reason: fault.code, ...(fault.with && { with: fault.with }) })

type Props = {
  page: PageRequest
  draft: Draft
  spot: Spot
  /** What the fields hold: as it is kept, or as somebody typed it. */
  thing: Piece
  /** Not kept yet, so that nothing is wrong with it yet. */
  isNew?: boolean
  action: string
}

/** The form of one thing of a definition, with everything that is not right at its place. */
export const ThingForm: FC<Props> = ({ page, draft, spot, thing, isNew, action }) => {
  const words = screenWords[page.lang]
  const kept = pieceAt(draft.definition, spot) ?? {}
  const found = isNew === true ? [] : faultsAt(faultsOf(draft), spot)
  const said = found.map(({ fault, field }) => ({ field, message: faultSentence(page.lang, fault) }))
  const faults = new Map(said.flatMap(({ field, message }) => (field === undefined ? [] : [[field, message] as const])))
  const form: Form = { lang: page.lang, document: draft.definition, part: spot.part, kept, faults }
  const fields = fieldsOf(spot.part).filter(({ only }) => only === undefined || valueAt(thing, only.key) === only.is)
  return (
    <>
      <ErrorSummary lang={page.lang} title={words.notRight} errors={said.map((one) => inForm(page.lang, spot, one))} />
      <form method="post" action={action} novalidate>
        {isNew === true ? null : <input type="hidden" name="_zegel" value={sealOf(draft.definition, spot)} />}
        {fields.map((field) => (
          <FieldInput form={form} field={field} thing={thing} />
        ))}
        <ButtonRow>
          <Button name="doe" value="bewaar">
            {words.save}
          </Button>
          {PARTS[spot.part].holds === 'perhaps-one' ? (
            <Button look="plain" name="doe" value="weg">
              {words.leftOut}
            </Button>
          ) : null}
        </ButtonRow>
      </form>
    </>
  )
}

/** A sentence with the name of its field, for many faults are the same. */
function inForm(lang: Lang, spot: Spot, { field, message }: { field: string | undefined; message: string }) {
  if (field === undefined) return { message }
  return { field, message: `${controlOf(lang, spot.part, field)}: ${message}` }
}

type Both = { page: PageRequest; draft: Draft; spot: Spot; typed: Piece; href: string }

/** After somebody else changed the same thing: what stands there now beside what was filled in here. */
export const BothVersions: FC<Both> = ({ page, draft, spot, typed, href }) => {
  const words = screenWords[page.lang]
  const kept = pieceAt(draft.definition, spot) ?? {}
  const inWords = (field: (typeof differing)[number], thing: Piece) =>
    valueInWords(page.lang, draft.definition, field, thing) || words.nothing
  const differing = fieldsOf(spot.part).filter(
    (field) =>
      JSON.stringify(valueAt(kept, field.key) ?? null) !== JSON.stringify(valueAt(typed, field.key) ?? null) &&
      valueInWords(page.lang, draft.definition, field, kept) !==
        valueInWords(page.lang, draft.definition, field, typed),
  )
  return (
    <Notice title={words.conflict} isNews>
      <p>{words.conflictLead}</p>
      {differing.length === 0 ? (
        <p>{words.conflictSame}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.conflict}
          head={words.conflictField}
          columns={[{ head: words.theirs }, { head: words.yours }]}
          stacked
          rows={differing.map((field) => ({
            head: labelOf(page.lang, spot.part, field.key),
            cells: [inWords(field, kept), inWords(field, typed)],
          }))}
        />
      )}
      <p>
        <a href={href}>{words.takeTheirs}</a>
      </p>
    </Notice>
  )
}
