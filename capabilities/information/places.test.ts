import { expect, test } from 'vitest'
import { type FindablePlace, placesMeant } from './places.ts'

const place = (name: string, villages: string[], postcodes: FindablePlace['postcodes'] = []): FindablePlace => ({
  ...{ id: name, slug: name.toLowerCase(), name, villages, postcodes },
})
const PLACES = [
  place('Akkerveen', ['Akkerveen-Dorp', 'De Hoef'], [[110, 119]]),
  place(
    'Wolderzijl',
    ['Wolderhaven', 'Sint Odalrik'],
    [
      [120, 129],
      [150, 150],
    ],
  ),
]
const found = (typed: string): string[] =>
  placesMeant(PLACES, typed).map(({ slug, village }) => (village === undefined ? slug : `${slug}: ${village}`))

test.each([
  ['Akkerveen', ['akkerveen']],
  ['akkerven', ['akkerveen']],
  ['de hoef', ['akkerveen: De Hoef']],
  ['sint odalric', ['wolderzijl: Sint Odalrik']],
  ['0115', ['akkerveen']],
  ['0115 AB', ['akkerveen']],
  ['0115ab', ['akkerveen']],
  ['0150', ['wolderzijl']],
  ['0999', []],
  ['Utrecht', []],
  ['', []],
  ['%', []],
])('[R-002] “%s” is meant as %j', (typed, slugs) => {
  expect(found(typed)).toEqual(slugs)
})
