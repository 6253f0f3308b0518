import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationPurpose, provisionsInReach } from '../capabilities/access/queries.ts'
import { importsInReach } from '../capabilities/imports/queries.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { dayAt } from '../foundation/day.ts'
import { refuse } from '../foundation/result.ts'
import { withDatabase } from '../tests/support/database.ts'
import { SYNTHETIC_REGISTER, SYNTHETIC_VILLAGES } from '../tests/support/imports.ts'
import { aWorkbook, textRows } from '../tests/support/workbooks.ts'
import { aMunicipality, anOperator, aProvision, yes } from '../tests/support/world.ts'
import { type ImportOptions, importFile } from './import.ts'
import { exitOf } from './run.ts'

withDatabase()

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voorveld-import-'))
  await publishShippedProgrammes(await anOperator())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
/** A municipality that has no provision of the programme yet. */
async function aPlace() {
  const code = `GM8${String(++made).padStart(3, '0')}`
  const id = await aMunicipality({ code, name: `Plaats ${made}`, villages: SYNTHETIC_VILLAGES })
  return { code, id }
}

function aFile(...rows: string[]): string {
  const file = join(folder, `${++made}.csv`)
  writeFileSync(file, `kern;leeftijden;vraag;verwijzer\n${rows.join('\n')}\n`)
  return file
}

async function importing(file: string, municipality: string, options: Partial<ImportOptions> = {}) {
  return importFile(await anOperator(), file, { municipality, programme: 'home-start', ...options }, 'nl')
}

test('a first register makes the provision, and says how many rows came in', async () => {
  const { code, id } = await aPlace()
  const done = yes(await importing(SYNTHETIC_REGISTER, code))
  expect(done).toMatchObject({ json: { rows: 22, good: 22, imported: 22, faulty: [], unmapped: [] }, exit: 0 })
  const provisions = (await provisionsInReach(await anOperator())).filter((one) => one.municipalityId === id)
  expect(provisions.map((one) => one.organisationName)).toEqual([expect.stringMatching(/^Home-Start Plaats \d+$/)])
  expect(await installationPurpose(await anOperator())).toBe('real')
})

test('a dry run keeps nothing, and makes nothing', async () => {
  const { code, id } = await aPlace()
  const done = yes(await importing(aFile('Lindeloo;3;slapen;'), code, { dryRun: true }))
  expect(done).toMatchObject({
    json: { rows: 1, good: 1, imported: 0, unmapped: [{ column: 'vraag', word: 'slapen', rows: 1 }] },
    exit: 0,
  })
  expect((await provisionsInReach(await anOperator())).some((one) => one.municipalityId === id)).toBe(false)
})

test('faulty rows make the answer no, with or without a dry run, and each says what is expected', async () => {
  const { code, id } = await aPlace()
  const file = aFile('Lindeloo;3;;', 'Oostveld;3;;')
  for (const options of [{}, { dryRun: true }]) {
    const done = yes(await importing(file, code, options))
    expect(done).toMatchObject({ exit: 1, json: { rows: 2, good: 1, imported: 0 } })
    expect(done.json).toMatchObject({
      faulty: [
        { row: 3, column: 'kern', value: 'Oostveld', expected: 'Deze kern kennen we niet. Bedoel je Oosterveld?' },
      ],
    })
  }
  expect((await importsInReach(await anOperator())).filter((one) => one.municipalityId === id)).toEqual([])
  const good = yes(await importing(file, code, { onlyGood: true }))
  expect(good).toMatchObject({ exit: 0, json: { rows: 2, good: 1, imported: 1 } })
})

test('a mapping in a file says what columns mean', async () => {
  const { code } = await aPlace()
  const [register, mapping] = [join(folder, 'other.csv'), join(folder, 'mapping.json')]
  writeFileSync(register, 'waar;hoe oud;wie\nLindeloo;3;Jansen')
  expect(await importing(register, code)).toMatchObject({ reason: 'mapping-misses' })
  writeFileSync(mapping, '{"waar": "village", "hoe oud": "children", "wie": "ignore"}')
  expect(yes(await importing(register, code, { mapping })).json).toMatchObject({ imported: 1, unmapped: [] })
  writeFileSync(mapping, '["waar"]')
  expect(await importing(register, code, { mapping })).toEqual(refuse('mapping-file-wrong'))
})

test('the same file again is refused; a larger one adds its new rows', async () => {
  const { code } = await aPlace()
  const file = aFile('Lindeloo;3;;', 'Lindeloo;3;;')
  expect(yes(await importing(file, code)).json).toMatchObject({ imported: 2 })
  expect(await importing(file, code)).toMatchObject({ reason: 'file-imported-before' })
  expect(await importing(file, code, { dryRun: true })).toMatchObject({ reason: 'file-imported-before' })
  const larger = aFile('Oosterveld;4;;', 'Lindeloo;3;;', 'Lindeloo;3;;')
  expect(yes(await importing(larger, code)).json).toMatchObject({ imported: 1, known: 2 })
})

test.each([
  [{ holdsOn: '2999-01-01' }, refuse('holds-on-wrong')],
  [{ holdsOn: 'gisteren' }, refuse('holds-on-wrong')],
  [{ programme: 'no-such-programme' }, refuse('programme-unknown', { code: 'no-such-programme' })],
  [{ municipality: 'GM0000' }, refuse('municipality-unknown', { code: 'GM0000' })],
  [{ organisation: 'Stichting Elders' }, refuse('not-found')],
])('%j is refused with a reason', async (options, refused) => {
  const { code } = await aPlace()
  expect(await importing(aFile('Lindeloo;3;;'), code, options)).toEqual(refused)
})

test('two organisations with the programme: the command asks which', async () => {
  const { code, id } = await aPlace()
  await aProvision({ municipalityId: id, programmeCode: 'home-start' })
  await aProvision({ municipalityId: id, programmeCode: 'home-start' })
  const [first] = (await provisionsInReach(await anOperator())).filter((one) => one.municipalityId === id)
  const file = aFile('Lindeloo;3;;')
  expect(await importing(file, code)).toEqual(refuse('provision-ambiguous'))
  expect(yes(await importing(file, code, { organisation: first?.organisationName ?? '' })).json).toMatchObject({
    imported: 1,
  })
})

test('a file that cannot be read, and one that is no text, are refused', async () => {
  const { code } = await aPlace()
  const absent = join(folder, 'absent.csv')
  expect(await importing(absent, code)).toEqual(refuse('file-unreadable', { file: absent }))
  const workbook = join(folder, 'workbook.csv')
  writeFileSync(workbook, Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))
  expect(await importing(workbook, code)).toEqual(refuse('workbook-damaged'))
})

test('[R-264] a column that this municipality does not count is told, not read', async () => {
  const { code } = await aPlace()
  const file = join(folder, `${++made}.csv`)
  writeFileSync(file, 'kern;leeftijden;migratieachtergrond\nLindeloo;3;ja\n')
  const done = yes(await importing(file, code, { dryRun: true }))
  expect(done.json).toMatchObject({ good: 1, unmapped: [], notCounted: ['migratieachtergrond'] })
  expect(done.text).toContain('kolom migratieachtergrond is niet gelezen')
})

test('the refusal of the same file names the earlier import and its day', async () => {
  const { code } = await aPlace()
  const file = aFile('Lindeloo;5;;')
  yes(await importing(file, code))
  const [earlier] = await importsInReach(await anOperator())
  expect(await importing(file, code)).toEqual(
    refuse('file-imported-before', { import: earlier?.id ?? '', on: dayAt(new Date()) }),
  )
})

test('what was written wrong is wrong use, what is not there is refused', async () => {
  expect(exitOf(refuse('municipality-code-wrong'))).toBe(2)
  expect(exitOf(refuse('day-wrong'))).toBe(2)
  expect(exitOf(refuse('audience-unknown'))).toBe(2)
  expect(exitOf(refuse('municipality-unknown'))).toBe(1)
  const { code } = await aPlace()
  expect(await importing(aFile('Lindeloo;3;;'), code.toLowerCase())).toEqual(
    refuse('municipality-code-wrong', { code: code.toLowerCase() }),
  )
})

test('a workbook: its first sheet, or the one that is named', async () => {
  const { code } = await aPlace()
  const file = join(folder, `${++made}.xlsx`)
  const rows = (...more: string[][]) => textRows(['kern', 'leeftijden'], ...more)
  const sheets = [
    { name: '2025', rows: rows(['Lindeloo', '3']) },
    { name: '2026', rows: rows(['Lindeloo', '4'], ['Oosterveld', '5']) },
    { name: 'Oud', rows: rows(['Lindeloo', '9']), state: 'hidden' },
  ]
  writeFileSync(file, aWorkbook({ sheets }))
  expect(yes(await importing(file, code)).json).toMatchObject({ imported: 1 })
  expect(yes(await importing(file, code, { sheet: '2026' })).json).toMatchObject({ imported: 2 })
  expect(yes(await importing(file, code, { sheet: 'Oud' })).json).toMatchObject({ imported: 1 })
  expect(await importing(file, code, { sheet: '2027' })).toEqual(refuse('sheet-unknown', { sheets: '2025, 2026' }))
})
