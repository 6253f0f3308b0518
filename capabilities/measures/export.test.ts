import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmless, type Sheet, toCsv, toXlsx } from './export.ts'

const aSheet = (given: Partial<Sheet> = {}): Sheet => ({
  head: ['Kern', 'Gezinnen'],
  rows: [
    ['Noord', 12],
    ['Zuid', null],
  ],
  notes: [['Stand op', '2026-01-01']],
  hidden: 'verborgen',
  ...given,
})

const readBack = (bytes: Uint8Array): string[][] =>
  parse(new TextDecoder('utf-8').decode(bytes), {
    delimiter: ';',
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
  })

test('a hidden cell says so in words and leaves no number', () => {
  expect(readBack(toCsv(aSheet()))).toEqual([
    ['Kern', 'Gezinnen'],
    ['Noord', '12'],
    ['Zuid', 'verborgen'],
    ['Stand op', '2026-01-01'],
  ])
})

test.each(['=1+1', '+31', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('%j cannot run as a formula', (text) => {
  expect(harmless(text)).toBe(`'${text}`)
})

test('whatever text stands in a cell, it comes back as text and never starts like a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (text) => {
      fc.pre(!text.includes('\ud800') && text.isWellFormed() && text !== '\ufeff')
      const [, row] = readBack(toCsv(aSheet({ rows: [['x', text]] })))
      expect(row?.[1]).toBe(harmless(text))
      expect(row?.[1]).not.toMatch(/^[\s]*[=+\-@]/)
    }),
  )
})

test('the file opens in a Dutch spreadsheet: its mark, semicolons and a comma for decimals', () => {
  const bytes = toCsv(aSheet({ rows: [['gemiddeld', 4.5]] }))
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toContain('gemiddeld;4,5\r\n')
})

test('the workbook is a zip with the hidden cell in words', async () => {
  const bytes = await toXlsx(aSheet())
  expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK')
  expect(bytes.length).toBeGreaterThan(1000)
})
