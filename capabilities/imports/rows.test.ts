import { describe, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { aProgramme, VILLAGES } from '../../tests/support/programmes-imported.ts'
import { recognise } from './columns.ts'
import { readTable } from './read-file.ts'
import { checkRows } from './rows.ts'
import { LIMITS } from './table.ts'

/** The rows of a file as they are checked in the fictional municipality. */
function check(text: string, given: { countsSpecial?: boolean; holdsOn?: string } = {}) {
  const table = readTable(new TextEncoder().encode(text), LIMITS.embedded)
  if (!table.ok) throw new Error(table.reason)
  const { countsSpecial = false, holdsOn = '2026-01-31' } = given
  const { mapping } = recognise(table.value.columns, aProgramme, { synonyms: [], countsSpecial })
  const context = {
    programme: aProgramme,
    mapping,
    villages: VILLAGES,
    countsSpecial,
    today: day('2026-11-24'),
    holdsOn: day(holdsOn),
  }
  return checkRows(table.value, context)
}

describe('a row becomes a registration', () => {
  test('[R-039] with village, ages, questions and referrer', () => {
    const { good, faults } = check(
      'kern;leeftijd kinderen;hulpvraag;verwijzer\nlindeloo;2,7,9;Schermtijd, netwerk;Gemeente',
    )
    expect(faults).toEqual([])
    expect(good).toEqual([
      {
        line: 2,
        answers: {
          village: 'lindeloo',
          children: [{ years: 2 }, { years: 7 }, { years: 9 }],
          question: ['screens', 'network'],
          referrer: 'municipality',
        },
        special: {},
        originalWords: [],
        holdsOn: '2026-01-31',
        approximateDay: true,
        phase: 'active',
      },
    ])
  })

  test('[R-119] an unknown referrer or question is kept as other, with the word itself', () => {
    const [row] = check('kern;leeftijden;vraag;verwijzer\nLindeloo;3;slaap, schermtijd;Wijkverpleging').good
    expect(row?.answers).toMatchObject({ question: ['other', 'screens'], referrer: 'other' })
    expect(row?.originalWords).toEqual([
      { question: 'question', word: 'slaap' },
      { question: 'referrer', word: 'Wijkverpleging' },
    ])
  })

  test('an empty referrer or question is not known, and no fault', () => {
    const { good, faults } = check('kern;leeftijden;vraag;verwijzer\nLindeloo;3;;onbekend')
    expect(faults).toEqual([])
    expect(good[0]?.answers).toEqual({ village: 'lindeloo', children: [{ years: 3 }] })
  })

  test('a row with a day holds on that day, another on the day of the import', () => {
    const { good } = check('kern;leeftijden;datum\nLindeloo;3;1-3-2021\nLindeloo;3;')
    expect(good.map((row) => [row.holdsOn, row.approximateDay])).toEqual([
      ['2021-03-01', false],
      ['2026-01-31', true],
    ])
  })

  test('a status word gives the phase, and a reason only where that phase asks one', () => {
    const { good } = check(
      'kern;leeftijden;reden;status\nLindeloo;3;zware zorg;Niet ondersteund\nLindeloo;3;zware zorg;loopt\nLindeloo;3;;',
    )
    expect(good.map((row) => [row.phase, row.reason])).toEqual([
      ['not-supported', 'too-heavy'],
      ['active', undefined],
      ['active', undefined],
    ])
  })
})

describe('[R-264] migration background', () => {
  const file = 'kern;leeftijden;migratieachtergrond\nLindeloo;3;Ja\nLindeloo;4;n\nLindeloo;5;'

  test('is kept apart from the other answers where the municipality counts it', () => {
    const { good } = check(file, { countsSpecial: true })
    expect(good.map((row) => row.special)).toEqual([
      { 'migration-background': 'yes' },
      { 'migration-background': 'no' },
      { 'migration-background': 'unknown' },
    ])
    expect(good.every((row) => !('migration-background' in row.answers))).toBe(true)
  })

  test('is read into nothing and shown nowhere elsewhere, also when the cell is a fault', () => {
    const { good, faults } = check(file.replace('Ja', 'misschien'))
    expect(good.map((row) => row.special)).toEqual([{}, {}, {}])
    expect(faults).toEqual([])
    expect(JSON.stringify(good)).not.toMatch(/misschien|migration/)
  })
})

describe('a fault names line, column, value and what is expected', () => {
  const villages = { villages: 'Akkerveen-Dorp, Lindeloo, Oosterveld' }

  test.each([
    [
      'kern;leeftijden\nOostveld;3',
      { column: 'kern', value: 'Oostveld', expected: 'village-perhaps', with: { village: 'Oosterveld' } },
    ],
    ['kern;leeftijden\nElders;3', { column: 'kern', value: 'Elders', expected: 'village', with: villages }],
    ['kern;leeftijden\n;3', { column: 'kern', value: '', expected: 'village', with: villages }],
    ['kern;leeftijden\nLindeloo;', { column: 'leeftijden', value: '', expected: 'ages' }],
    [
      'kern;leeftijden\nLindeloo;12-03-2015',
      { column: 'leeftijden', value: '12-03-2015', expected: 'ages-no-birth-date' },
    ],
    [
      'kern;leeftijden;datum\nLindeloo;3;30-2-2021',
      { column: 'datum', value: '30-2-2021', expected: 'day-that-exists' },
    ],
    [
      'kern;leeftijden;datum\nLindeloo;3;1-1-2027',
      { column: 'datum', expected: 'day-not-later', with: { today: '2026-11-24' } },
    ],
    ['kern;leeftijden;status\nLindeloo;3;gestopt', { column: 'status', value: 'gestopt', expected: 'status' }],
    [
      'kern;leeftijden;status;reden\nLindeloo;3;Niet ondersteund;zomaar',
      { column: 'reden', value: 'zomaar', expected: 'one-of' },
    ],
    [
      `kern;leeftijden;vraag\nLindeloo;3;${'praten '.repeat(20)}`,
      { column: 'vraag', expected: 'short-words', with: { most: 80 } },
    ],
  ])('%j', (text, fault) => {
    const { good, faults } = check(text)
    expect(good).toEqual([])
    expect(faults).toEqual([expect.objectContaining({ row: 2, ...fault })])
  })

  test('a value is shown back with at most 80 characters', () => {
    expect(check(`kern;leeftijden\n${'x'.repeat(200)};3`).faults[0]?.value).toHaveLength(80)
  })

  test('two faults in a row are two faults, and faults come in the order of the file', () => {
    const { faults } = check('kern;leeftijden\nElders;oud\nLindeloo;3;4\nNergens;5')
    expect(faults.map((fault) => [fault.row, fault.expected])).toEqual([
      [2, 'village'],
      [2, 'age-in-years'],
      [3, 'cells-as-header'],
      [4, 'village'],
    ])
  })

  test('the same key twice is a fault in the second row', () => {
    const { good, faults } = check('nr;kern;leeftijden\n7;Lindeloo;3\n 7;Lindeloo;4')
    expect(good).toHaveLength(1)
    expect(faults).toEqual([{ row: 3, column: 'nr', value: '7', expected: 'key-once', with: { row: 2 } }])
  })
})
