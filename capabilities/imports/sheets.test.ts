import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aCoordinator } from '../../tests/support/imports.ts'
import { asOwner } from '../../tests/support/logs.ts'
import { aWorkbook, textRows } from '../../tests/support/workbooks.ts'
import { anOperator, yes } from '../../tests/support/world.ts'
import { publishShippedProgrammes } from '../programmes/shipped.ts'
import { chooseColumns, chooseSheet, commitImport, correctCells, startImport } from './actions.ts'
import { columnChoices, sheetChoices } from './choosing/queries.ts'
import { faultyRows, importDetail, importsInReach } from './queries.ts'
import { runImport } from './running/actions.ts'

const database = withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

const HEADER = ['kern', 'leeftijd kinderen', 'hulpvraag']
const families = textRows(HEADER, ['Lindeloo', '3', 'Schermtijd'], ['Oosterveld', '4,9', ''])
const other = textRows(HEADER, ['Lindeloo', '7', ''])
const twoSheets = () =>
  aWorkbook({
    sheets: [
      { name: 'Uitleg', rows: textRows(['Beste collega']) },
      { name: 'Gezinnen', rows: families },
    ],
  })

async function asProposed(actor: Awaited<ReturnType<typeof aCoordinator>>['actor'], id: string) {
  const { columns } = yes(await columnChoices(actor, id))
  yes(await chooseColumns(actor, id, { mapping: Object.fromEntries(columns.map((one) => [one.column, one.target])) }))
}

test('a workbook with one sheet goes straight to its columns, and its rows come in', async () => {
  const { actor, provisionId } = await aCoordinator()
  const { id } = yes(await startImport(actor, { provisionId, bytes: aWorkbook({ sheets: families }) }))
  expect(yes(await columnChoices(actor, id))).toMatchObject({ sheet: 'Gezinnen', sheets: 1 })
  await asProposed(actor, id)
  yes(await commitImport(actor, id, { onlyGood: false }))
  yes(await runImport(actor, id))
  expect(await importDetail(actor, id)).toMatchObject({ state: 'done', addedCount: 2 })
})

test('of a workbook with more sheets the user is asked which, and may think again', async () => {
  const { actor, provisionId } = await aCoordinator()
  const { id } = yes(await startImport(actor, { provisionId, bytes: twoSheets() }))
  expect(await columnChoices(actor, id)).toEqual(refuse('sheet-not-chosen'))
  expect(yes(await sheetChoices(actor, id))).toEqual({ sheets: ['Uitleg', 'Gezinnen'], chosen: undefined })
  expect(await chooseSheet(actor, id, 'Uitleg')).toEqual(refuse('file-has-header-only'))
  expect(await chooseSheet(actor, id, 'Blad3')).toEqual(refuse('sheet-unknown', { sheets: 'Uitleg, Gezinnen' }))
  yes(await chooseSheet(actor, id, 'Gezinnen'))
  await asProposed(actor, id)
  expect(await importDetail(actor, id)).toMatchObject({ state: 'checked', rowCount: 2 })
  yes(await chooseSheet(actor, id, 'Gezinnen'))
  expect(await importDetail(actor, id)).toMatchObject({ state: 'uploaded', findings: undefined })
})

test('the same sheet goes in once, also when its workbook was saved anew; another sheet of it is another file', async () => {
  const { actor, provisionId } = await aCoordinator()
  const bring = async (bytes: Uint8Array, named: string) => startImport(actor, { provisionId, bytes, sheet: { named } })
  const first = yes(
    await bring(
      aWorkbook({
        sheets: [
          { name: 'A', rows: families },
          { name: 'B', rows: other },
        ],
      }),
      'A',
    ),
  ).id
  await asProposed(actor, first)
  yes(await commitImport(actor, first, { onlyGood: false }))
  yes(await runImport(actor, first))
  const again = aWorkbook({
    sheets: [
      { name: 'A', rows: families },
      { name: 'B', rows: other },
    ],
    styles: '<cellXfs/>',
  })
  expect(await bring(again, 'A')).toMatchObject({ reason: 'file-imported-before' })
  const { id } = yes(await startImport(actor, { provisionId, bytes: again }))
  expect(await chooseSheet(actor, id, 'A')).toMatchObject({ reason: 'file-imported-before' })
  yes(await chooseSheet(actor, id, 'B'))
})

test('of a workbook only the text of its sheets is kept: no maker, no remarks, no hidden sheet', async () => {
  const { actor, provisionId } = await aCoordinator()
  const hidden = { name: 'Namen', rows: textRows(['naam', 'adres'], ['geheim', 'geheim']), state: 'hidden' }
  const bytes = aWorkbook({
    sheets: [{ name: 'Gezinnen', rows: families }, hidden],
    more: [
      { name: 'docProps/core.xml', content: '<x>Gemaakt door geheim</x>' },
      { name: 'xl/comments1.xml', content: '<x>geheim</x>' },
    ],
  })
  const { id } = yes(await startImport(actor, { provisionId, bytes }))
  const [kept] = await asOwner<{ bytes: Uint8Array }>(
    database(),
    sql`select bytes from import_files where import_id = ${id}`,
  )
  const text = new TextDecoder().decode(kept?.bytes)
  expect(text).toContain('Lindeloo')
  expect(text).not.toMatch(/geheim|Namen/)
})

test('a citizen service number on any sheet that would be kept refuses the whole, and nothing is kept', async () => {
  const { actor, provisionId } = await aCoordinator()
  const sheets = [
    { name: 'A', rows: families },
    { name: 'B', rows: '<row r="1"><c r="A1"><v>111222333</v></c></row>' },
  ]
  expect(await startImport(actor, { provisionId, bytes: aWorkbook({ sheets }) })).toEqual(
    refuse('file-holds-bsn', { row: 1 }),
  )
  expect(await importsInReach(actor)).toEqual([])
})

test('a formula without an outcome is a fault at its row and column, is empty in the download, and can be filled in', async () => {
  const { actor, provisionId } = await aCoordinator()
  const row = '<row r="4"><c r="A4" t="inlineStr"><is><t>Lindeloo</t></is></c><c r="B4"><f>C4*2</f></c></row>'
  const { id } = yes(await startImport(actor, { provisionId, bytes: aWorkbook({ sheets: textRows(HEADER) + row }) }))
  await asProposed(actor, id)
  const fault = { row: 4, column: 'leeftijd kinderen', value: '', expected: 'formula-value' }
  expect((await importDetail(actor, id))?.findings?.faults).toEqual([fault])
  expect(yes(await faultyRows(actor, id)).rows).toEqual([{ line: 4, cells: ['Lindeloo', '', ''], faults: [fault] }])
  yes(await correctCells(actor, id, [{ row: 4, column: 'leeftijd kinderen', value: '6' }]))
  expect((await importDetail(actor, id))?.findings).toMatchObject({ good: 1, faultyRows: 0 })
})
