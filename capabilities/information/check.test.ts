import { expect, test } from 'vitest'
import { checkPages, type GivenFile } from './check.ts'

const FRONT = `title: Rustig beginnen
summary: Zo begin je rustig.
audience: [parent]
moment: any
domains: [feelings]
reviewOn: 2027-05-01
sources: []
facts: [age]
related: []`

const known = { helplines: ['safe-home'], facts: ['age'] }

/** A page in both languages, with this front matter and text. */
function pair(body: string, front = FRONT, slug = 'rustig-beginnen'): GivenFile[] {
  const text = `---\n${front}\n---\n\n${body}\n`
  return (['nl', 'en'] as const).map((language) => ({ language, slug, text }))
}

/** The faults of the Dutch page: `line code what`. */
const faultsIn = (files: readonly GivenFile[]): string[] =>
  checkPages(files, known)
    .faults.filter(({ language }) => language === 'nl')
    .map(({ line, code, what }) => `${line} ${code} ${what}`)

test('a page in the format has no faults, and its text becomes blocks', () => {
  const files = pair(
    'Bel {{lijn:safe-home}}.\n\n## Vanaf {{feit:age}}\n\n- [Lees](pagina:rustig-beginnen)\n- [Vraag](vraag:) of [bel](nu:)\n\n> **Rustig** aan, met [site](https://example.nl/een)',
  )
  const { pages, faults } = checkPages(files, known)
  expect(faults).toEqual([])
  expect(pages[0]?.page.blocks).toEqual([
    {
      kind: 'paragraph',
      text: [
        { kind: 'text', text: 'Bel ' },
        { kind: 'helpline', code: 'safe-home' },
        { kind: 'text', text: '.' },
      ],
    },
    {
      kind: 'heading',
      level: 2,
      id: 'k-vanaf',
      text: [
        { kind: 'text', text: 'Vanaf ' },
        { kind: 'fact', code: 'age' },
      ],
    },
    {
      kind: 'list',
      isOrdered: false,
      items: [
        [{ kind: 'paragraph', text: [link({ kind: 'page', slug: 'rustig-beginnen' }, 'Lees')] }],
        [
          {
            kind: 'paragraph',
            text: [link({ kind: 'ask' }, 'Vraag'), { kind: 'text', text: ' of ' }, link({ kind: 'now' }, 'bel')],
          },
        ],
      ],
    },
    {
      kind: 'quote',
      blocks: [
        {
          kind: 'paragraph',
          text: [
            { kind: 'strong', text: [{ kind: 'text', text: 'Rustig' }] },
            { kind: 'text', text: ' aan, met ' },
            link({ kind: 'site', href: 'https://example.nl/een' }, 'site'),
          ],
        },
      ],
    },
  ])
})

const link = (to: object, text: string) => ({ kind: 'link', to, text: [{ kind: 'text', text }] })

// The text begins on line 13 of its file.
test.each([
  ['# Titel', '13 heading-order # Titel'],
  ['Tekst.\n\n### Te diep', '15 heading-order ### Te diep'],
  ['## Een\n\n#### Veel te diep', '15 heading-order #### Veel te diep'],
  ['> ## Kop in een quote', '13 heading-order ## Kop in een quote'],
  ['Tekst <b>dik</b>', '13 raw-html <b>'],
  ['Tekst.\n\n<script>alert(1)</script>', '15 raw-html <script>alert(1)</script>'],
  ['Tekst *schuin*', '13 not-in-format *schuin*'],
  ['![foto](https://example.nl/foto.png)', '13 not-in-format ![foto](https://example.nl/foto.png)'],
  ['    code', '13 not-in-format code'],
  ['Kijk op https://example.nl', '13 unknown-link https://example.nl'],
  ['[lees](http://example.nl)', '13 unknown-link [lees](http://example.nl)'],
  ['[lees](javascript:alert(1))', '13 unknown-link [lees](javascript:alert(1))'],
  ['[lees](//example.nl)', '13 unknown-link [lees](//example.nl)'],
  ['Een.\n\n[lees](pagina:bestaat-niet)', '15 broken-link bestaat-niet'],
  ['{{lijn:onbekend}}', '13 unknown-helpline onbekend'],
  ['{{feit:onbekend}}', '13 unknown-fact onbekend'],
  ['{{veld:iets}}', '13 not-in-format {{veld:iets}}'],
  ['', '14 empty-text '],
])('%j is told at its line', (body, fault) => {
  expect(faultsIn(pair(body))).toContain(fault)
})

test.each([
  ['an unknown field', `${FRONT}\nsubtitle: Iets`, /^11 wrong-field subtitle/],
  ['a summary that is too long', FRONT.replace('Zo begin je rustig.', 'x'.repeat(161)), /^3 wrong-field summary/],
  ['a moment that does not exist', FRONT.replace('any', 'never'), /^5 wrong-field moment/],
  ['a day that does not exist', FRONT.replace('2027-05-01', '2027-02-30'), /^7 wrong-field reviewOn/],
  ['a related page that does not exist', FRONT.replace('related: []', 'related: [weg]'), /^1 broken-link weg/],
  ['a fact that nobody knows', FRONT.replace('[age]', '[age, weight]'), /^1 unknown-fact weight/],
  ['front matter that is no YAML', FRONT.replace('[parent]', '[parent'), /^\d+ unreadable-front-matter/],
  ['what refers to itself', `${FRONT}\nx: &x [*x]`, /^2 wrong-field/],
])('%s is told at its line', (_, front, fault) => {
  expect(faultsIn(pair('Tekst.', front)).join('\n')).toMatch(fault)
})

test('a fact in the text that the front matter does not name is told', () => {
  expect(faultsIn(pair('{{feit:age}}', FRONT.replace('[age]', '[]')))).toEqual(['13 fact-not-listed age'])
})

test('a file without front matter, and a page in one language, are told', () => {
  const files: GivenFile[] = [{ language: 'nl', slug: 'los', text: 'Tekst.' }]
  expect(faultsIn(files)).toEqual(['1 no-front-matter ---', '1 other-language-missing en'])
})

test.each([
  ['rustig-beginnen', FRONT, false],
  ['rustig-beginnen', `${FRONT}\nwindowTitle: Voorveld`, true],
  ['rustig-beginnen', `${FRONT}\nwindowTitle: Hulp bij geweld`, false],
  ['geweld-thuis', `${FRONT}\nwindowTitle: Voorveld`, false],
])(
  '[R-017] a page about safety at /%s needs an address and a window title that tell nothing',
  (slug, front, isGood) => {
    const faults = faultsIn(pair('Tekst.', front.replace('[feelings]', '[safety]'), slug))
    expect(faults.some((fault) => fault.includes('telling-title'))).toBe(!isGood)
  },
)

test.each([
  ['_a'.repeat(100_000), 'too-long'],
  [`${'_a'.repeat(4_900)}\n\n`.repeat(6), undefined],
  ['[a]('.repeat(60_000), 'too-long'],
  ['> '.repeat(4_000), 'not-in-format'],
  ['1. '.repeat(3_000), 'not-in-format'],
  ['x'.repeat(60_001), 'too-long'],
])('a text made to be hard to read holds nobody up (%#)', (body, code) => {
  const began = performance.now()
  const faults = faultsIn(pair(body))
  if (code !== undefined) expect(faults.join()).toContain(code)
  expect(performance.now() - began).toBeLessThan(10_000)
})
