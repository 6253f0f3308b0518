import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LeaderType,
  Packer,
  Paragraph,
  Tab,
  TabStopPosition,
  TabStopType,
  TextRun,
} from 'docx'

export type TypedBlock = {
  readonly title: string
  readonly questions: readonly { readonly ask: string; readonly answer: string }[]
}

/** What stood on the page when somebody saved it. */
export type TypedPlan = { readonly madeOn: string; readonly blocks: readonly TypedBlock[] }

export type WordsOfPlan = {
  readonly lang: 'nl' | 'en'
  readonly title: string
  readonly draft: string
  readonly madeOn: string
  readonly children: string
  /** Above the questions that nobody answered. */
  readonly open: string
  readonly footer: string
  readonly sign: string
  readonly signText: string
  readonly parent: string
  readonly name: string
  readonly day: string
  readonly signature: string
}

/** A plan as a Word file: headings, every answer, what is open yet, and where to sign a draft. Whatever was typed, it opens. */
export function planAsWord(plan: TypedPlan, words: WordsOfPlan): Promise<Blob> {
  return Packer.toBlob(documentOf(plan, words))
}

/** Half points: large enough to read on paper, and one open face that every machine has. */
const LOOK = { font: 'Arial', size: 24 }
/** Twentieths of a point. */
const AIR = 120

function documentOf({ madeOn, blocks }: TypedPlan, words: WordsOfPlan): Document {
  const language = { value: words.lang === 'nl' ? 'nl-NL' : 'en-GB' }
  const heading = (size: number) => ({
    run: { ...LOOK, size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 3 * AIR, after: AIR }, keepNext: true },
  })
  return new Document({
    title: words.title,
    // Who made it is nobody's business, and the library would write a name of its own.
    creator: 'Voorveld',
    lastModifiedBy: 'Voorveld',
    description: words.draft,
    styles: {
      default: {
        document: { run: { ...LOOK, language }, paragraph: { spacing: { after: AIR } } },
        ...{ title: heading(40), heading1: heading(30), heading2: heading(25) },
        listParagraph: { run: LOOK },
      },
    },
    sections: [
      {
        footers: { default: new Footer({ children: [line(words.footer, { alignment: AlignmentType.CENTER })] }) },
        children: [...opening(madeOn, words), ...blocks.flatMap((block) => inside(block, words)), ...signing(words)],
      },
    ],
  })
}

function opening(madeOn: string, words: WordsOfPlan): Paragraph[] {
  return [
    line(words.title, { heading: HeadingLevel.TITLE }),
    new Paragraph({ children: [new TextRun({ text: words.draft, bold: true })] }),
    line(`${words.madeOn} ${madeOn}`),
    line(words.children),
    toWrite(),
    toWrite(),
  ]
}

function inside({ title, questions }: TypedBlock, { open }: WordsOfPlan): Paragraph[] {
  const read = questions.map(({ ask, answer }) => ({ ask, lines: linesOf(answer) }))
  const unanswered = read.filter(({ lines }) => lines.length === 0)
  return [
    line(writable(title), { heading: HeadingLevel.HEADING_1 }),
    ...read
      .filter(({ lines }) => lines.length > 0)
      .flatMap(({ ask, lines }) => [line(writable(ask), { heading: HeadingLevel.HEADING_2 }), ...lines.map(typed)]),
    ...(unanswered.length === 0 ? [] : [line(open, { heading: HeadingLevel.HEADING_2 })]),
    ...unanswered.map(({ ask }) => line(writable(ask), { bullet: { level: 0 } })),
  ]
}

function signing(words: WordsOfPlan): Paragraph[] {
  const person = () => [
    line(words.parent, { heading: HeadingLevel.HEADING_2 }),
    ...[words.name, words.day, words.signature].map((label) => toWrite(`${label}: `)),
  ]
  return [line(words.sign, { heading: HeadingLevel.HEADING_1 }), line(words.signText), ...person(), ...person()]
}

type Shape = Omit<Extract<ConstructorParameters<typeof Paragraph>[0], object>, 'text' | 'children' | 'run'>

const line = (text: string, shape: Shape = {}): Paragraph => new Paragraph({ ...shape, children: [new TextRun(text)] })

/** What was typed, from right to left where its letters are. */
function typed(text: string): Paragraph {
  const isFromRight = FROM_RIGHT.test(text)
  return new Paragraph({
    bidirectional: isFromRight,
    children: [new TextRun({ text, rightToLeft: isFromRight })],
  })
}

/** The first letter decides, as in a text field of a browser. */
const FROM_RIGHT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** A line to write on, behind its label. */
const toWrite = (label = ''): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX, leader: LeaderType.UNDERSCORE }],
    spacing: { before: 2 * AIR },
    children: [new TextRun({ children: [label, new Tab()] })],
  })

const linesOf = (answer: string): string[] =>
  writable(answer)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((one) => one.replaceAll('\t', ' ').trim())
    .filter((one) => one !== '')

/** Without what XML cannot hold: control characters, halves of characters, and places where no character is. */
const writable = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '')
