import type { Actor } from '../../../capabilities/access/actor.ts'
import { chooseColumns } from '../../../capabilities/imports/actions.ts'
import { type ColumnChoice, columnChoices } from '../../../capabilities/imports/choosing/queries.ts'
import { IGNORE } from '../../../capabilities/imports/columns.ts'
import type { ImportDetail } from '../../../capabilities/imports/queries.ts'
import { isOpen } from '../../../capabilities/imports/steps.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { DayField, TextField } from '../../design/field.tsx'
import { Icon } from '../../design/icon.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { importWords } from '../../words/import.ts'
import { mappingWords } from '../../words/import-mappings.ts'
import { sheetWords } from '../../words/import-sheets.ts'
import { importStep, STEP } from './frame.tsx'
import { importAt } from './import-at.ts'
import { ChooseMapping } from './mappings/choose.tsx'
import { type Option, targetOptions } from './targets.ts'

export const get = guarded({ may: ['change', 'import'], act: 'import.columns-shown' }, async (actor, page) => {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  return isOpen(detail.state) ? show(actor, page, detail) : redirect(links.import(detail.id))
})

export const post = guarded({ may: ['change', 'import'], act: 'import.columns-chosen' }, async (actor, page) => {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  const chosen = await chooseColumns(actor, detail.id, {
    mapping: chosenIn(page),
    holdsOn: String(page.form.get('dag') ?? ''),
    name: String(page.form.get('naam') ?? ''),
  })
  return chosen.ok ? redirect(links.importRows(detail.id)) : show(actor, page, detail, chosen)
})

/** Column names are the file's own words, so they travel as values beside their choice. */
function chosenIn(page: PageRequest): Record<string, string> {
  const columns = page.form.getAll('kolom').map(String)
  return Object.fromEntries(columns.map((column, at) => [column, String(page.form.get(`betekent-${at}`) ?? IGNORE)]))
}

async function show(actor: Actor, page: PageRequest, detail: ImportDetail, refused?: Refused): Promise<Reply> {
  const words = importWords[page.lang]
  const choices = await columnChoices(actor, detail.id, page.query.get('indeling') ?? undefined)
  if (!choices.ok && choices.reason === 'sheet-not-chosen') return redirect(links.importSheet(detail.id))
  if (!choices.ok) return refused === undefined ? redirect(links.import(detail.id)) : notFound()
  const { columns, targets, mappings, sheet, sheets } = choices.value
  const title = words.columnsTitle(columns.length)
  return importStep(
    page,
    actor,
    { step: STEP.columns, title, refused, field: refused?.reason.startsWith('mapping-name') ? 'naam' : undefined },
    <>
      <h2>{title}</h2>
      {sheet === undefined || sheets < 2 ? null : (
        <p>
          {sheetWords[page.lang].readNow(sheet)}{' '}
          <a href={links.importSheet(detail.id)}>{sheetWords[page.lang].other}</a>
        </p>
      )}
      <ChooseMapping page={page} importId={detail.id} mappings={mappings} />
      <confirm-once>
        <form method="post" action={links.importColumns(detail.id)} class="form">
          <ColumnTable page={page} columns={columns} options={targetOptions(page.lang, detail.programme, targets)} />
          <DayField
            name="dag"
            label={words.holdsOn}
            hint={words.holdsOnHint}
            value={String(page.form.get('dag') ?? detail.holdsOn)}
            max={page.today}
          />
          <TextField
            name="naam"
            label={mappingWords[page.lang].nameAsk}
            hint={mappingWords[page.lang].nameHint}
            value={String(page.form.get('naam') ?? mappings.name)}
            autocomplete="off"
            required
          />
          <ButtonRow>
            <Button>{words.check}</Button>
            <Button look="plain" formAction={links.importCancel(detail.id)} skipChecks>
              {words.cancel}
            </Button>
          </ButtonRow>
        </form>
      </confirm-once>
    </>,
  )
}

type TableProps = { page: PageRequest; columns: readonly ColumnChoice[]; options: readonly Option[] }

const ColumnTable = ({ page, columns, options }: TableProps) => {
  const words = importWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.columnsLead}
      head={words.column}
      columns={[{ head: words.examples }, { head: words.means }]}
      rows={columns.map((choice, at) => ({
        head: choice.column,
        cells: [
          <span class="soft">{choice.examples.join(' · ')}</span>,
          <>
            <input type="hidden" name="kolom" value={choice.column} />
            {choice.isNotCounted ? words.notCounted : <Meaning page={page} choice={choice} at={at} options={options} />}
          </>,
        ],
      }))}
      stacked
    />
  )
}

/** Which question a column answers; after a refusal what was chosen is still there. */
const Meaning = ({
  page,
  choice,
  at,
  options,
}: {
  page: PageRequest
  choice: ColumnChoice
  at: number
  options: readonly Option[]
}) => {
  const words = importWords[page.lang]
  const value = String(page.form.get(`betekent-${at}`) ?? choice.target)
  return (
    <>
      <label class="unseen" for={`betekent-${at}`}>
        {words.meansOf(choice.column)}
      </label>
      <span class="select">
        <select id={`betekent-${at}`} name={`betekent-${at}`} class="utrecht-select">
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      {choice.isUnknown && value === IGNORE ? <span class="small soft"> {words.unknown}</span> : null}
    </>
  )
}
