import { dayOfSerial, timeOfSerial } from './serial-days.ts'

/** A number as its cell shows it. */
export type Shows = (n: number) => string

/** The formats that a workbook names by number only, as far as they differ from showing the number itself (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%' },
  ...{ 14: 'dd-mm-yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm' },
  ...{ 21: 'h:mm:ss', 22: 'dd-mm-yyyy h:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00' },
  ...{ 45: 'mm:ss', 46: 'h:mm:ss', 47: 'mm:ss' },
}
const isDayElsewhere = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58) // by Asian calendars

/**
 * How a number with this format is shown: a day as 2026-01-31, a time as 9:30, a number or percentage rounded as the format
 * says. Thousands are not parted and signs of money left out, for both say nothing more.
 */
export function showing(id: number, code: string | undefined, is1904: boolean): Shows {
  const format = code ?? BUILT_IN[id] ?? (isDayElsewhere(id) ? 'd' : 'General')
  const bare = withoutTexts(format)
  if (/^general$/i.test(bare)) return showGeneral
  if (/[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return (n) => showDay(n, is1904)
  if (/[hs]/i.test(bare)) return (n) => timeOfSerial(n)
  return showNumber(bare)
}

/** The first section of a format, without quoted texts, colours, conditions, and what only takes space. */
function withoutTexts(format: string): string {
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^[\]]*\]/g, '')
  return (bare.split(';')[0] ?? '').trim()
}

const showDay = (n: number, is1904: boolean): string =>
  n >= 0 && n < 1 && !is1904 ? timeOfSerial(n) : (dayOfSerial(n, is1904) ?? showGeneral(n))

/** Fifteen digits is all that a spreadsheet knows of a number. */
const showGeneral = (n: number): string => String(Number(n.toPrecision(15)))

function showNumber(bare: string): Shows {
  // A fraction or a power of ten shows the same number in another way.
  const parts = /[/eE]/.test(bare) ? null : /^([#0?,]*)(?:\.([#0?]*))?(%?)$/.exec(bare.replace(/[^#0?.,%]/g, ''))
  const [, whole = '', after = '', percent = ''] = parts ?? []
  if (parts === null || whole + after === '' || whole.endsWith(',')) return showGeneral
  const width = whole.replace(/[^0]/g, '').length
  const fewest = after.replace(/[^0]/g, '').length
  return (n) => {
    const text = Math.abs(percent === '' ? n : Number((n * 100).toPrecision(15))).toFixed(Math.min(after.length, 15))
    if (text.includes('e')) return showGeneral(n)
    const [digits = '', decimals = ''] = text.split('.')
    const kept = trimmed(decimals, fewest)
    const isZero = /^0*$/.test(digits + kept)
    return `${n < 0 && !isZero ? '-' : ''}${digits.padStart(width, '0')}${kept === '' ? '' : `.${kept}`}${percent}`
  }
}

/** Decimals without the zeros at the end that the format does not ask for. */
function trimmed(decimals: string, fewest: number): string {
  let end = decimals.length
  while (end > fewest && decimals[end - 1] === '0') end--
  return decimals.slice(0, end)
}
