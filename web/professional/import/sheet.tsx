import type { Actor } from '../../../capabilities/access/actor.ts'
import { chooseSheet } from '../../../capabilities/imports/actions.ts'
import { sheetChoices } from '../../../capabilities/imports/choosing/queries.ts'
import type { ImportDetail } from '../../../capabilities/imports/queries.ts'
import { isOpen } from '../../../capabilities/imports/steps.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { SelectField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { importWords } from '../../words/import.ts'
import { sheetWords } from '../../words/import-sheets.ts'
import { importStep, STEP } from './frame.tsx'
import { importAt } from './import-at.ts'

export const get = guarded({ may: ['change', 'import'], act: 'import.sheets-shown' }, async (actor, page) => {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  return isOpen(detail.state) ? show(actor, page, detail) : redirect(links.import(detail.id))
})

export const post = guarded({ may: ['change', 'import'], act: 'import.sheet-chosen' }, async (actor, page) => {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  const chosen = await chooseSheet(actor, detail.id, String(page.form.get('blad') ?? ''))
  return chosen.ok ? redirect(links.importColumns(detail.id)) : show(actor, page, detail, chosen)
})

async function show(actor: Actor, page: PageRequest, detail: ImportDetail, refused?: Refused): Promise<Reply> {
  const words = sheetWords[page.lang]
  const choices = await sheetChoices(actor, detail.id)
  if (!choices.ok || choices.value.sheets.length === 0) return redirect(links.import(detail.id))
  const { sheets, chosen } = choices.value
  const title = words.title(sheets.length)
  return importStep(
    page,
    actor,
    { step: STEP.file, title, refused, field: 'blad' },
    <>
      <h2>{title}</h2>
      <confirm-once>
        <form method="post" action={links.importSheet(detail.id)} class="form">
          <SelectField
            name="blad"
            label={words.ask}
            value={String(page.form.get('blad') ?? chosen ?? sheets[0])}
            options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          />
          <ButtonRow>
            <Button>{words.read}</Button>
            <Button look="plain" formAction={links.importCancel(detail.id)} skipChecks>
              {importWords[page.lang].cancel}
            </Button>
          </ButtonRow>
        </form>
      </confirm-once>
    </>,
  )
}
