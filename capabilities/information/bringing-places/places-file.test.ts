import fc from 'fast-check'
import { expect, test } from 'vitest'
import { municipalitiesIn, placesIn } from './places-file.ts'

const municipality = { code: 'GM0148', name: 'Dalfsen', villages: ['Lemelerveld'], postcodes: ['7700-7715'] }

test('[R-003] a document names regions with their municipalities, and municipalities of no region', () => {
  const read = placesIn(
    JSON.stringify({
      regions: [{ name: 'Regio Noord', municipalities: [municipality] }, { name: 'Regio Zuid' }],
      municipalities: [{ code: 'GM0150', name: 'Buiten' }],
    }),
  )
  if ('wrongAt' in read) throw new Error(read.wrongAt)
  expect(municipalitiesIn(read.places).map(({ of, given }) => [of, given.code, given.villages])).toEqual([
    ['Regio Noord', 'GM0148', ['Lemelerveld']],
    [undefined, 'GM0150', []],
  ])
  expect(read.places.regions).toHaveLength(2)
})

test.each([
  ['', '{'],
  ['[]', '{'],
  ['{"regio": []}', '{'],
  [JSON.stringify({ municipalities: [{ ...municipality, code: 'GM148' }] }), 'municipalities.0.code'],
  [JSON.stringify({ municipalities: [{ ...municipality, postcodes: ['77'] }] }), 'municipalities.0.postcodes.0'],
  [JSON.stringify({ regions: [{ name: ' ' }] }), 'regions.0.name'],
])('[R-003] of a document that is not right it is told where: %s', (text, wrongAt) => {
  expect(placesIn(text)).toEqual({ wrongAt })
})

test('whatever a document holds, it is read or told where it is wrong', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = placesIn(text)
      expect('places' in read || read.wrongAt !== '').toBe(true)
    }),
  )
})
