import { describe, expect, test } from 'vitest'
import { refuse } from '../../foundation/result.ts'
import { aProgramme } from '../../tests/support/programmes-imported.ts'
import { checkMapping, headerHash, recognise, targetsOf, withChosen } from './columns.ts'

const nothingOfItsOwn: Parameters<typeof recognise>[2] = { synonyms: [], countsSpecial: false }
const proposed = (columns: string[], municipality = nothingOfItsOwn) => recognise(columns, aProgramme, municipality)

describe('recognising columns', () => {
  test('by the words of the programme, whatever case, accents, underscores or punctuation', () => {
    expect(proposed(['KERN', 'Leeftijd_kinderen', 'hulpvraag:', 'Vérwijzer', 'Datum-aanmelding']).mapping).toEqual({
      ...{ KERN: 'village', Leeftijd_kinderen: 'children', 'hulpvraag:': 'question', Vérwijzer: 'referrer' },
      'Datum-aanmelding': 'day',
    })
  })

  test('a column nobody knows is listed and not read', () => {
    expect(proposed(['kern', 'schoenmaat'])).toMatchObject({
      mapping: { schoenmaat: 'ignore' },
      unknown: ['schoenmaat'],
    })
  })

  test('a second column for the same is listed and not read', () => {
    expect(proposed(['kern', 'woonplaats'])).toMatchObject({
      mapping: { kern: 'village', woonplaats: 'ignore' },
      unknown: ['woonplaats'],
    })
  })

  test('words that managers of the municipality added count as well, and win', () => {
    const synonyms = [
      { target: 'village', word: 'Buurtschap' },
      { target: 'question', word: 'kern' },
    ]
    expect(proposed(['buurtschap', 'Kern'], { synonyms, countsSpecial: false }).mapping).toEqual({
      buurtschap: 'village',
      Kern: 'question',
    })
  })

  test('a mapping that was corrected before is proposed again', () => {
    const saved = { kern: 'ignore', plaats: 'village' }
    expect(recognise(['kern', 'plaats'], aProgramme, nothingOfItsOwn, saved)).toMatchObject({
      mapping: saved,
      unknown: [],
    })
  })

  test('[R-264] migration background is not even coupled where the municipality does not count it', () => {
    expect(proposed(['kern', 'migratieachtergrond'])).toMatchObject({
      ...{ mapping: { migratieachtergrond: 'ignore' }, notCounted: ['migratieachtergrond'], unknown: [] },
    })
    expect(targetsOf(aProgramme, false)).not.toContain('migration-background')
    const counting = proposed(['kern', 'migratieachtergrond'], { synonyms: [], countsSpecial: true })
    expect(counting.mapping.migratieachtergrond).toBe('migration-background')
  })

  test('free text is never coupled', () => {
    expect(proposed(['kern', 'opmerking']).mapping.opmerking).toBe('ignore')
  })

  test('columns named after the insides of a computer are just columns', () => {
    const columns = ['constructor', '__proto__', 'toString']
    expect(recognise(columns, aProgramme, nothingOfItsOwn, {}).unknown).toEqual(columns)
  })
})

describe('a mapping chosen by the user', () => {
  const columns = ['Kern', 'Leeftijden', 'Extra']
  const check = (chosen: Record<string, string>) =>
    checkMapping(chosen, columns, { programme: aProgramme, countsSpecial: false, notCounted: ['Extra'] })

  test('columns left out are not read', () => {
    expect(check({ kern: 'village', leeftijden: 'children' })).toMatchObject({
      value: { Kern: 'village', Leeftijden: 'children', Extra: 'ignore' },
    })
  })

  test.each([
    [{ Kern: 'village', Leeftijden: 'ignore' }, refuse('mapping-misses', { nl: 'children', en: 'children (en)' })],
    [{ Kern: 'village', Leeftijden: 'village' }, refuse('mapping-target-twice', { one: 'Kern', other: 'Leeftijden' })],
    [{ Kern: 'shoe-size' }, refuse('mapping-target-unknown', { column: 'Kern', target: 'shoe-size' })],
    [
      { Kern: 'migration-background' },
      refuse('mapping-target-unknown', { column: 'Kern', target: 'migration-background' }),
    ],
    [{ Kern: 'village', Extra: 'children' }, refuse('mapping-misses', { nl: 'children', en: 'children (en)' })],
    [{ Schoenmaat: 'village' }, refuse('mapping-column-unknown', { column: 'Schoenmaat' })],
  ])('%j is refused', (chosen, refused) => {
    expect(check(chosen)).toEqual(refused)
  })
})

test('what the user says goes over the proposal, and takes a target from the column it was proposed for', () => {
  const proposed = { Kern: 'village', Plaats: 'ignore', Vraag: 'question' }
  expect(withChosen(proposed, { plaats: 'village' })).toEqual({ Kern: 'ignore', Plaats: 'village', Vraag: 'question' })
})

test('files with the same columns in another order share a saved mapping', () => {
  expect(headerHash(['Kern', 'Vraag'])).toBe(headerHash(['vraag', 'kern_']))
  expect(headerHash(['Kern', 'Vraag'])).not.toBe(headerHash(['Kern', 'Vragen']))
})
