import { expect, test } from 'vitest'
import { definitionFile, SHIPPED, STRANGER } from '../../../tests/support/programmes.ts'
import { checkDefinition } from '../definition-check.ts'
import { copyOf, emptyDefinition, withThrough } from './beginning.ts'
import { asList, asPiece, asText, isList, listAt, type Piece, pieceAt, valueAt, withPiece } from './document.ts'
import type { Field } from './fields.ts'
import { fieldsOf, PART_NAMES } from './parts.ts'
import { toldPiece } from './told.ts'

/** Fills a form in as a browser sends it back when nobody changed anything. */
function sentBack(fields: readonly Field[], thing: Piece, form: FormData, start = ''): FormData {
  for (const field of fields) {
    const name = start + field.key
    const value = valueAt(thing, field.key)
    if (field.only !== undefined && valueAt(thing, field.only.key) !== field.only.is) continue
    if (field.kind === 'words')
      for (const lang of ['nl', 'en']) form.append(`${name}/${lang}`, asText(asPiece(value)[lang]))
    else if (field.kind === 'lines') form.append(name, asList(value).join('\r\n'))
    else if (field.kind === 'flag') value === true && form.append(name, 'ja')
    else if (field.kind === 'span')
      for (const length of ['days', 'weeks', 'months', 'years'])
        form.append(`${name}/${length}`, asText(asPiece(value)[length]))
    else if (field.kind === 'items')
      for (const [row, one] of asList(value).entries()) sentBack(field.fields, asPiece(one), form, `${name}/${row}/`)
    else if (field.kind === 'pairs')
      for (const [row, pair] of asList(value).entries())
        for (const side of [0, 1]) form.append(`${name}/${row}/${side}`, asText(asList(pair)[side]))
    else for (const one of Array.isArray(value) ? value : [value ?? '']) form.append(name, asText(one))
  }
  return form
}

test.each([SHIPPED, STRANGER, 'programmes/separation-point.json', 'programmes/money-point.json'])(
  'every form of %s, sent back as it was opened, changes nothing: no part of the format is lost on screen',
  (file) => {
    let document: Piece = definitionFile(file)
    for (const part of PART_NAMES) {
      const spots = isList(part) ? listAt(document, part).map((_, at) => ({ part, at })) : [{ part }]
      for (const spot of spots) {
        const thing = pieceAt(document, spot)
        if (thing === undefined) continue
        const told = toldPiece(fieldsOf(part), sentBack(fieldsOf(part), thing, new FormData()), thing)
        expect(told).toEqual(thing)
        document = withPiece(document, spot, told)
      }
    }
    expect(document).toEqual(definitionFile(file))
  },
)

const typed = (given: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(given)) form.append(name, value)
  return form
}

test('what is wrong is kept as it was typed, so that nothing is lost', () => {
  const told = toldPiece(
    fieldsOf('questions'),
    typed({ 'ask/nl': 'Waarom?', keepMonths: 'een jaar', type: 'riddle' }),
    {},
  )
  expect(told).toMatchObject({ ask: { nl: 'Waarom?', en: '' }, keepMonths: 'een jaar', type: 'riddle' })
})

test('an empty row is left out, a ticked one is taken away, and a new answer gets a code from its name once', () => {
  const before = { options: [{ code: 'one', name: { nl: 'Een', en: 'One' }, synonyms: [] }] }
  const added = toldPiece(
    fieldsOf('questions'),
    typed({
      ...{
        'options/0/name/nl': 'Eén',
        'options/0/name/en': 'One',
        'options/1/name/nl': 'Alles',
        'options/1/name/en': 'All',
      },
      'options/2/name/nl': '',
    }),
    before,
  )
  // `all` is a key that figures use for themselves, `alles` is not.
  expect(asList(added.options).map((one) => [asPiece(one).code, asPiece(asPiece(one).name).nl])).toEqual([
    ['one', 'Eén'],
    ['alles', 'Alles'],
  ])
  const removed = toldPiece(fieldsOf('questions'), typed({ 'options/0/_weg': 'ja' }), before)
  expect(removed.options).toBeUndefined()
})

test('signs that no database keeps, and half letters, do not come in', () => {
  const told = toldPiece(fieldsOf('basics'), typed({ 'name/nl': 'a\u0000b\ud800', 'name/en': ' b ' }), {})
  expect(told.name).toEqual({ nl: 'ab\ufffd', en: 'b' })
})

test('a phase that nobody said anything about was reached by the shortest way of steps', () => {
  const begun = emptyDefinition('a', { nl: 'A', en: 'A' })
  const phases = listAt(begun, 'phases').map((one) => ({ ...one, through: [] }))
  expect(listAt(withThrough({ ...begun, phases }), 'phases').map(({ through }) => through)).toEqual([
    ['registered'],
    ['registered', 'running'],
    ['registered', 'running', 'closed'],
  ])
})

test('a copy under another code is without faults, and its measures carry the new code', () => {
  for (const file of [SHIPPED, 'programmes/separation-point.json']) {
    const copy = copyOf(definitionFile(file), 'own-help', { nl: 'Eigen hulp', en: 'Own help' })
    expect(checkDefinition(copy)).toMatchObject({ ok: true })
    expect(listAt(copy, 'measures').every(({ code }) => asText(code).startsWith('own-help-'))).toBe(true)
  }
})
