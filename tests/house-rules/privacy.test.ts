import { expect, test } from 'vitest'
import { isTest, places, type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const product = (files: readonly Source[]) => files.filter(({ path }) => !isTest(path) && !path.startsWith('docs/'))

const BSN = '(?:\\w*_)?(?:bsn|burgerservicenummer|burger_service_nummer)'
/** A field, column, question or property for the citizen service number; refusing files that hold one needs none. */
const BSN_FIELD = new RegExp(
  `^\\s*"?${BSN}"?\\s+(?:text|varchar|char|int|bigint|numeric)|\\b${BSN}\\??:\\s|['"]${BSN}['"]|\\w+Bsn\\??:\\s|name="${BSN}"`,
  'i',
)
const COMMENT = /^\s*(\/\/|\*|\/\*|--).*$/gm
const bsnFields = (files: readonly Source[]): string[] =>
  places(
    product(files).map(({ path, text }) => ({ path, text: text.replace(COMMENT, '') })),
    BSN_FIELD,
  )

/** Namespaces are names, not places that anything is fetched from; the weather is where the quick exit leads. */
const OUTSIDE =
  /https?:\/\/(?!www\.w3\.org\/|schema\.org\/|www\.sitemaps\.org\/|www\.knmi\.nl\/)[^\s'"`)]+|(?:src|href)=["']\/\/|url\(\s*["']?\/\//
const outsideAddresses = (files: readonly Source[]): string[] =>
  places(
    product(files).filter(({ path }) => /^web\/.*\.(ts|tsx|css|svg)$/.test(path)),
    OUTSIDE,
  )

test('no field anywhere holds a citizen service number', () => {
  expect(bsnFields(sources())).toEqual([])
})

test.each([
  ['capabilities/families/tables.ts', "bsn: text('bsn')"],
  ['database/migrations/0009_people.sql', '  parent_bsn text not null,'],
  ['web/professional/intake.tsx', '<input name="bsn" />'],
  ['programmes/x.json', '{ "code": "burgerservicenummer" }'],
  ['capabilities/families/person.ts', 'type Person = { motherBsn: string }'],
])('a field for it is found in %s', (path, text) => {
  expect(bsnFields(planted(path, text))).toHaveLength(1)
})

test('refusing a file that holds one is allowed', () => {
  expect(bsnFields(planted('capabilities/imports/read.ts', "return refuse('file-holds-bsn', { column })"))).toEqual([])
})

test('no page fetches anything from outside', () => {
  expect(outsideAddresses(sources())).toEqual([])
})

test.each([
  ['web/design/page.tsx', '<script src="https://cdn.example/a.js"></script>'],
  ['web/design/font.css', 'src: url(//fonts.example/a.woff2)'],
  ['web/shell/page.tsx', '<img src="//beeld.example/a.png" alt="" />'],
])('an outside address is found in %s', (path, text) => {
  expect(outsideAddresses(planted(path, text))).toHaveLength(1)
})

/** Calendars and attachments would carry what a mail may not; a download is named by a fixed word. */
const CARRIERS =
  /text\/calendar|VCALENDAR|\battachments\b|icalEvent|download\(\{[^}]*name:\s*(`[^`]*\$\{|(?!['"`])[\w.]+\()/
/** R-004: the steps of a person as numbered days; a test of its own says that no word of them is in it. */
const NUMBERED_DAYS = ['capabilities/step-plan/calendar.ts', 'web/resident/steps/taking.ts']
const carriers = (files: readonly Source[]): string[] =>
  places(
    product(files).filter(({ path }) => /\.tsx?$/.test(path) && !NUMBERED_DAYS.includes(path)),
    CARRIERS,
  )

test('no calendar but that of numbered steps and no attachment goes out, and no file is named after what is in it', () => {
  expect(carriers(sources())).toEqual([])
})

test.each([
  ['jobs/remind.ts', "send({ attachments: [{ filename: 'brief.pdf' }] })"],
  ['web/professional/agenda.ts', "const type = 'text/calendar'"],
  ['web/policy/export.ts', 'return download({ name: `${municipality.name}.csv`, type, body })'],
  ['web/policy/export.ts', 'return download({ name: fileName(family), type, body })'],
])('what would carry it is found in %s', (path, text) => {
  expect(carriers(planted(path, text))).toHaveLength(1)
})
