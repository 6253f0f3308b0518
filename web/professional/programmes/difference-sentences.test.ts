import { expect, test } from 'vitest'
import type { Piece } from '../../../capabilities/programmes/drafts/document.ts'
import type { Field } from '../../../capabilities/programmes/drafts/fields.ts'
import { fieldsOf, PART_NAMES } from '../../../capabilities/programmes/drafts/parts.ts'
import { definitionFile, STRANGER } from '../../../tests/support/programmes.ts'
import { differencesInWords } from './difference-sentences.ts'
import { choiceOf, labelOf } from './naming.ts'

const before = definitionFile(STRANGER)

/** The sentences after something in the stranger was put in its place. */
function sentences(change: (document: { [key: string]: Piece[] }) => void, lang: 'nl' | 'en' = 'nl'): string[] {
  const after = definitionFile(STRANGER)
  change(after as { [key: string]: Piece[] })
  return differencesInWords(lang, { before, after })
}

const set = (list: Piece[] | undefined, at: number, given: Piece): void => {
  if (list?.[at] !== undefined) list[at] = { ...list[at], ...given }
}

test('the same version twice says nothing', () => {
  expect(differencesInWords('nl', { before, after: definitionFile(STRANGER) })).toEqual([])
})

test('a phase that was renamed keeps its code, and says what it was called and is', () => {
  const [said] = sentences(({ phases }) => set(phases, 0, { name: { nl: 'Kennismaking', en: 'Getting to know' } }))
  expect(said).toMatch(/^Fase ‘.+’ heet nu ‘Kennismaking’\.$/)
  const [english] = sentences(({ phases }) => set(phases, 0, { name: { nl: 'K', en: 'Getting to know' } }), 'en')
  expect(english).toMatch(/^Phase ‘.+’ is now called ‘Getting to know’\.$/)
})

test('a question that must be answered now says so, and one that need not says that', () => {
  const asked = sentences(({ questions }) => set(questions, 0, { required: true }))
  const free = sentences(({ questions }) => set(questions, 0, { required: false }))
  expect([...asked, ...free].join('\n')).toMatch(
    /Vraag ‘.+’ (is verplicht geworden|hoeft niet meer beantwoord te worden)\./,
  )
})

test('what came and went is named, also inside a thing', () => {
  const option = { code: 'more', name: { nl: 'Meer', en: 'More' }, synonyms: [] }
  const said = sentences((document) => {
    const at = (document.questions ?? []).findIndex(({ options }) => Array.isArray(options))
    const options = document.questions?.[at]?.options as Piece[] // found by being a list
    set(document.questions, at, { options: [...options, option] })
    document.questions?.push({ code: 'new', ask: { nl: 'Iets nieuws?', en: 'Anything new?' }, type: 'text' })
    document.measures?.pop()
  })
  expect(said).toHaveLength(3)
  expect(said[0]).toMatch(/^Vraag ‘.+’, Antwoord ‘Meer’ is erbij gekomen\.$/)
  expect(said[1]).toBe('Vraag ‘Iets nieuws?’ is erbij gekomen.')
  expect(said[2]).toMatch(/^Cijfer ‘.+’ is weg\.$/)
})

const keysOf = (fields: readonly Field[], start = ''): string[] =>
  fields.flatMap((field) => [
    start + field.key,
    ...(field.kind === 'items' ? keysOf(field.fields, `${start}${field.key}/`) : []),
  ])

test('every field of every part has a name in both languages, and every fixed answer too', () => {
  for (const lang of ['nl', 'en'] as const)
    for (const part of PART_NAMES) {
      const unnamed = keysOf(fieldsOf(part)).filter((key) => labelOf(lang, part, key) === key)
      expect([part, unnamed]).toEqual([part, []])
      const choices = fieldsOf(part).flatMap((field) =>
        // Roles have names of their own, and some are the same word.
        part !== 'roles' && (field.kind === 'one-of' || field.kind === 'some-of')
          ? field.options.filter((one) => choiceOf(lang, field.key, one) === one).map((one) => `${field.key}.${one}`)
          : [],
      )
      expect([part, choices]).toEqual([part, []])
    }
})
