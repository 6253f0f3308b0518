import { expect, test } from 'vitest'
import { type Paper, pdfOf } from './paper.ts'

const paper = (given: Partial<Paper> = {}): Paper => ({
  ...{ lang: 'nl', title: 'Stappen', heading: 'Jouw stappen', lead: 'Begin bij stap 1.', isLarge: false },
  ...{
    helpWord: 'Hulp bij deze stap',
    readWord: 'Lees meer',
    calls: ['Direct gevaar: 112'],
    last: 'Geen juridisch advies.',
  },
  parts: [
    {
      title: 'Deze week',
      steps: [
        {
          ...{ number: 1, title: 'Vertel het', why: 'Omdat het helpt.', how: ['Rustig.', 'Samen.'] },
          facts: [{ name: 'Wie', text: 'Jij' }],
          help: ['Scheidingspunt', 'De Hof 4, 9999 AA Dorp', '0999 110 030', 'maandag 9.00 tot 12.00 uur'],
          read: [{ title: 'Meer', href: 'https://voorveld.example/informatie/meer' }],
        },
      ],
    },
  ],
  ...given,
})
const text = (given?: Partial<Paper>): string => Buffer.from(pdfOf(paper(given))).toString('latin1')

test('[R-004] the steps come as a PDF that says it is tagged, in which language, and under a title that tells nothing', () => {
  const pdf = text()
  expect(pdf.startsWith('%PDF-1.7')).toBe(true)
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toMatch(/\/Lang\s*\(nl/)
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(pdf).toMatch(/<dc:title>.*Stappen.*<\/dc:title>/s)
  expect(pdf).not.toMatch(/CreationDate|\/Author/)
  expect(text({ lang: 'en', title: 'Steps' })).toMatch(/\/Lang\s*\(en/)
})

test('headings, a list and a link are tags of the document', () => {
  const pdf = text()
  for (const tag of ['/H1', '/H2', '/H3', '/L', '/LI', '/Link']) expect(pdf).toMatch(new RegExp(`/S ?${tag}\\b`))
})

test.each(['🎈 Speelgroep', '中文', 'ትግርኛ', 'half \ud800', 'a\u0007b', '\uffff'])(
  'an offer named %j keeps the paper from nobody',
  (name) => {
    const [part] = paper().parts
    const [step] = part?.steps ?? []
    if (part === undefined || step === undefined) throw new Error('there is a step')
    const pdf = text({ parts: [{ ...part, steps: [{ ...step, help: [name, 'De Hof 4'] }] }] })
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  },
)

test('what looks like a command on paper is only said', () => {
  const said = '#panic() *a* $x$ \\ @b <c> "\' ${1} {{feit:x}} [['
  const [part] = paper().parts
  const [step] = part?.steps ?? []
  if (part === undefined || step === undefined) throw new Error('there is a step')
  const hostile = {
    ...step,
    title: said,
    why: said,
    how: [said],
    help: [said, said],
    facts: [{ name: said, text: said }],
  }
  expect(text({ heading: said, lead: said, parts: [{ title: said, steps: [hostile] }] }).length).toBeGreaterThan(1000)
})

test('[R-002] [R-004] a step without help beside it leaves no empty place on paper, and help takes room of its own', () => {
  const [part] = paper().parts
  const [step] = part?.steps ?? []
  if (part === undefined || step === undefined) throw new Error('there is a step')
  const without = (help: readonly string[]) => text({ parts: [{ ...part, steps: [{ ...step, help }] }] })
  expect(without(step.help).length).toBeGreaterThan(without([]).length)
  expect(without(['Scheidingspunt']).startsWith('%PDF')).toBe(true)
})

test('large letters take more room, and nothing at all is a paper too', () => {
  expect(text({ isLarge: true })).not.toBe(text())
  expect(text({ parts: [], calls: [] }).startsWith('%PDF')).toBe(true)
})
