import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'

/** The local offer as copy for a paper: a title, groups per village, and what stands under it. */
export type PaperCopy = {
  readonly title: string
  readonly intro: string
  readonly groups: readonly {
    readonly village: string
    readonly entries: readonly { readonly name: string; readonly lines: readonly string[] }[]
  }[]
  readonly end: readonly string[]
}

/** Half points: large enough to read on paper, and one open face that every machine has. */
const LOOK = { font: 'Arial', size: 22 }
/** Twentieths of a point. */
const AIR = 100

/**
 * The copy as a Word file: real headings, so that a paper can lay it out by its own styles. Whatever a provider wrote,
 * it opens.
 */
export async function paperAsWord(
  { title, intro, groups, end }: PaperCopy,
  lang: 'nl' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const language = { value: lang === 'nl' ? 'nl-NL' : 'en-GB' }
  const heading = (size: number) => ({
    run: { ...LOOK, size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 3 * AIR, after: AIR }, keepNext: true },
  })
  const file = new Document({
    title: writable(title),
    // Who made it is nobody's business, and the library would write a name of its own.
    ...{ creator: 'Voorveld', lastModifiedBy: 'Voorveld', description: '' },
    styles: {
      default: {
        document: { run: { ...LOOK, language }, paragraph: { spacing: { after: AIR } } },
        ...{ title: heading(36), heading1: heading(28), heading2: heading(23) },
      },
    },
    sections: [
      {
        children: [
          line(title, HeadingLevel.TITLE),
          line(intro),
          ...groups.flatMap(({ village, entries }) => [
            line(village, HeadingLevel.HEADING_1),
            ...entries.flatMap((one) => [
              line(one.name, HeadingLevel.HEADING_2),
              ...one.lines.map((text) => line(text)),
            ]),
          ]),
          ...end.map((text) => line(text)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

const line = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ ...(heading !== undefined && { heading }), children: [new TextRun(writable(text))] })

/** On one line, without what XML cannot hold: control characters, halves of characters, and places where no character is. */
const writable = (text: string): string =>
  text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '')
