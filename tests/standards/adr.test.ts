import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf } from '../../api/v1/document.ts'
import { endpoints } from '../../api/v1/routes.ts'
import { lint } from './linter.ts'

const description = () => documentOf(endpoints, new URL('https://voorveld.example'))
const testcase = (name: string): unknown =>
  JSON.parse(readFileSync(`tests/standards/adr/testcase-${name}-openapi.json`, 'utf8'))

test.each(['2.1.0', '2.2'] as const)('the description of the API keeps the API Design Rules %s', async (version) => {
  expect(await lint(version, description())).toEqual([])
})

test('the rules pass the clean case of the standard, and find the fault in the other', async () => {
  for (const version of ['2.1.0', '2.2'] as const) {
    const found = (await lint(version, testcase('baseline'))).filter((line) => !/^operation-|^oas3-|^info-/.test(line))
    expect(found).toEqual([])
  }
  const found = await lint('2.2', testcase('error-type-missing-required'))
  expect(found.some((line) => line.startsWith('nlgov:problem-schema-members'))).toBe(true)
})

type Description = ReturnType<typeof description>

test.each<[string, (given: Description) => unknown, '2.1.0' | '2.2']>([
  ['missing-header', (one) => without(one, '/programmas', 'headers'), '2.1.0'],
  ['include-major-version-in-uri', (one) => ({ ...one, servers: [{ url: 'https://voorveld.example/api' }] }), '2.1.0'],
  ['openapi3', (one) => ({ ...one, openapi: '3.1.0' }), '2.1.0'],
  [
    'paths-kebab-case',
    (one) => ({ ...one, paths: { ...one.paths, '/mijn_Paden': one.paths['/programmas'] } }),
    '2.1.0',
  ],
  ['nlgov:semver', (one) => ({ ...one, info: { ...one.info, version: 'v1' } }), '2.2'],
  ['nlgov:use-problem-schema', (one) => JSON.parse(JSON.stringify(one).replaceAll('problem+json', 'json')), '2.2'],
])('a description that breaks %s is found', async (rule, broken, version) => {
  expect((await lint(version, broken(description()))).some((line) => line.startsWith(rule))).toBe(true)
})

/** The same description with one member of a good answer gone. */
function without(one: Description, path: string, member: string): unknown {
  const copy = JSON.parse(JSON.stringify(one)) as {
    paths: Record<string, { get: { responses: Record<string, object> } }>
  }
  const answer = copy.paths[path]?.get.responses['200']
  if (answer !== undefined) Reflect.deleteProperty(answer, member)
  return copy
}
