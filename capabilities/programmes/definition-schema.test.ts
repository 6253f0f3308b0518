import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { definitionFile, STRANGER } from '../../tests/support/programmes.ts'
import { definitionSchema } from './definition-schema.ts'

const published = JSON.parse(readFileSync('docs/programme-definition.schema.json', 'utf8'))
const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(published)

test('the published JSON Schema is the format that the product checks: run scripts/programme-schema.ts after a change', () => {
  expect(published).toEqual(definitionSchema())
})

test('another system finds definitions valid by the published schema, and finds a slip', () => {
  expect(validate(definitionFile('programmes/home-start.json'))).toBe(true)
  expect(validate(definitionFile(STRANGER))).toBe(true)
  expect(validate({ ...definitionFile(STRANGER), fases: [] })).toBe(false)
})
