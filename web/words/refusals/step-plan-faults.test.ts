import { expect, test } from 'vitest'
import { places, sources } from '../../../scripts/sources.ts'
import { stepPlanFaults } from './step-plan-faults.ts'

test('every fault that the check of a step plan can find has a sentence', () => {
  const files = sources().filter(({ path }) =>
    /^capabilities\/step-plan\/(faults|check|change-faults|safety|examples)\.ts/.test(path),
  )
  const codes = places(files, /'plan-[a-z-]+'/).map((place) => place.replace(/^.*'(.*)'$/, '$1'))
  expect(codes.length).toBeGreaterThan(20)
  expect(codes.filter((code) => !Object.hasOwn(stepPlanFaults, code))).toEqual([])
})
