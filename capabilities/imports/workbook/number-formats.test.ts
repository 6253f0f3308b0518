import { expect, test } from 'vitest'
import { showing } from './number-formats.ts'

test.each([
  ['General', 0.1 + 0.2, '0.3'],
  ['General', 111222333, '111222333'],
  ['General', -2.5, '-2.5'],
  ['0', 2.7, '3'],
  ['0', -0.2, '0'],
  ['0.00', 2.5, '2.50'],
  ['0.0#', 2.5, '2.5'],
  ['#,##0', 1234567.4, '1234567'],
  ['00000', 42, '00042'],
  ['0%', 0.125, '13%'],
  ['0.0%', 0.125, '12.5%'],
  ['0.00%', 0.07, '7.00%'],
  ['"€" #,##0.00;[Red]-"€" #,##0.00', 12.5, '12.50'],
  ['0" kinderen"', 3, '3'],
  ['@', 3, '3'],
  ['0.00E+00', 1200, '1200'],
  ['# ?/?', 0.5, '0.5'],
  ['dd-mm-yyyy', 44197, '2021-01-01'],
  ['[$-413]d mmmm yyyy;@', 44197, '2021-01-01'],
  ['mmm-yy', 44197, '2021-01-01'],
  ['d/m/yyyy h:mm', 44197.5, '2021-01-01'],
  ['h:mm', 0.5, '12:00'],
  ['[h]:mm:ss', 1.25, '30:00'],
  ['yyyy', -3, '-3'],
  ['yyyy', 99999999, '99999999'],
  ['yyyy', 0.25, '6:00'],
])('with %s %d is shown as %s', (format, n, shown) => {
  expect(showing(164, format, false)(n)).toBe(shown)
})

test('formats that a workbook names by number only', () => {
  expect(showing(14, undefined, false)(44197)).toBe('2021-01-01')
  expect(showing(9, undefined, false)(0.5)).toBe('50%')
  expect(showing(49, undefined, false)(7)).toBe('7')
  expect(showing(999, undefined, false)(7)).toBe('7')
})
