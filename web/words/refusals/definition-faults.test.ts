import { expect, test } from 'vitest'
import { places, sources } from '../../../scripts/sources.ts'
import { definitionFaults } from './definition-faults.ts'

test('every fault that the check of a definition can find has a sentence', () => {
  const files = sources().filter(({ path }) => /^capabilities\/programmes\/definition-(?!.*\.test)/.test(path))
  const codes = places(files, /'definition-(?!faulty)[a-z-]+'/).map((place) => place.replace(/^.*'(.*)'$/, '$1'))
  expect(codes.length).toBeGreaterThan(30)
  expect(codes.filter((code) => !Object.hasOwn(definitionFaults, code))).toEqual([])
})
