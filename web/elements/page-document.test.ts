import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readText } from '../../capabilities/information/markdown.ts'
import { readPage } from '../../capabilities/information/page-file.ts'
import { documentOf, linkTarget, textOf } from './page-document.ts'

const shipped = ['nl', 'en'].flatMap((language) => {
  const folder = join('content/pages', language)
  return readdirSync(folder).map((name) => [`${language}/${name}`, readFileSync(join(folder, name), 'utf8')] as const)
})

test.each(shipped)('%s goes through the editor without a letter lost', (_name, file) => {
  const body = readPage(file).page?.body ?? ''
  const document = documentOf(body)
  document?.check()
  expect(document).toBeDefined()
  expect(readText(document === undefined ? '' : textOf(document)).blocks).toEqual(readText(body).blocks)
})

test('a text with something that the format does not know is left to its marks', () => {
  expect(documentOf('Kijk <b>hier</b>.')).toBeUndefined()
  expect(documentOf('')?.childCount).toBe(1)
})

test.each([
  ['pagina:geld-regelen', true],
  ['vraag:', true],
  ['https://voorbeeld.example/x', true],
  ['http://voorbeeld.example', false],
  ['javascript:alert(1)', false],
  ['', false],
])('a link to %s is known: %s', (href, isKnown) => {
  expect(linkTarget(href) !== undefined).toBe(isKnown)
})
