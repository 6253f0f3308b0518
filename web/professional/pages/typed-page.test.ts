import { expect, test } from 'vitest'
import { readPage } from '../../../capabilities/information/page-file.ts'
import { faultsTyped, lostTyped, type TypedPage, textTyped } from './typed-page.ts'

const typed: Record<string, string> = {
  ...{ titel: 'Tytuł', samenvatting: 'Krótko.', moment: 'any', nakijken: '2027-06-01', bronnen: '', eerst: '3' },
  tekst: '## Kop\n\nTekst met [een site](https://site.example/) en {{lijn:112}}.\n\n- een\n- twee',
}
const page = (more: Record<string, string> = {}): TypedPage => ({
  one: (name) => ({ ...typed, ...more })[name] ?? '',
  all: (name) => (name === 'voor' ? ['parent'] : ['money']),
})
const dutch = {
  ...{ title: 'Titel', summary: 'Kort.', body: typed.tekst ?? '', windowTitle: null, audience: ['parent'] },
  ...{ moment: 'any', standsFirst: 3, domains: ['money'], reviewOn: '2027-06-01', sources: [], facts: [], related: [] },
}
const lost = (more: Record<string, string>) =>
  lostTyped('nl', textTyped(page(more), { translation: { madeBy: 'person', of: 'a'.repeat(64) } }), dutch)

test('a translation with the same links, numbers and shape lost nothing', () => {
  expect(
    lost({ tekst: '## Nagłówek\n\nTekst [strona](https://site.example/), {{lijn:112}}.\n\n- raz\n- dwa' }),
  ).toEqual([])
})

test.each([
  ['tekst', 'links', '## Kop\n\nTekst en {{lijn:112}}.\n\n- een\n- twee', /^Er is een link/],
  ['tekst', 'numbers', '## Kop\n\nTekst met [een site](https://site.example/).\n\n- een\n- twee', /^Er is een nummer/],
  ['tekst', 'shape', '## Kop\n\nTekst met [een site](https://site.example/) en {{lijn:112}}.\n\n- een', /^De koppen/],
])('in the field %s it is told in words that the %s differ', (field, _, tekst, sentence) => {
  expect(lost({ tekst })).toEqual([{ field, message: expect.stringMatching(sentence) }])
})

test('another day to look again, and other sources, are told at their fields', () => {
  const told = lost({ nakijken: '2028-01-01', bronnen: 'Bron | https://bron.example | 2026-05-01 | verified' })
  expect(told.map(({ field }) => field)).toEqual(['voor', 'bronnen'])
})

test.each(['0', '10', 'eerst', '-1'])('%s is no place in front, and that is told at its field', (eerst) => {
  const text = textTyped(page({ eerst }))
  expect(faultsTyped('nl', readPage(text), text).map(({ field }) => field)).toEqual(['eerst'])
})

test('a page without a Dutch text, or that is no translation, is held against nothing', () => {
  expect(lostTyped('nl', textTyped(page({ tekst: 'Anders' })), dutch)).toEqual([])
  expect(lostTyped('nl', textTyped(page()), undefined)).toEqual([])
})
