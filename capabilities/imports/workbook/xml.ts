import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { damaged } from './stop.ts'

/** Names come without their prefix: writers differ in it. */
export type Hears = {
  readonly opens: (name: string, attribute: (name: string) => string | undefined) => void
  readonly closes?: (name: string) => void
  /** Text in pieces; spaces between tags come too. */
  readonly text?: (text: string) => void
}

const DEEPEST = 64

/** Reads XML in pieces. No document type is taken: that is where entities are made that blow up, or reach outside. */
export async function readXml(pieces: AsyncIterable<string>, hears: Hears): Promise<void> {
  const parser = new SaxesParser()
  let depth = 0
  const refuse = () => {
    throw damaged()
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) refuse()
    hears.opens(local(tag.name), (name) => attributeOf(tag, name))
  })
  parser.on('closetag', (tag) => {
    depth--
    hears.closes?.(local(tag.name))
  })
  if (hears.text !== undefined) parser.on('text', hears.text)
  if (hears.text !== undefined) parser.on('cdata', hears.text)
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf(tag: SaxesTagPlain, asked: string): string | undefined {
  const plain = tag.attributes[asked]
  if (plain !== undefined) return plain
  const name = Object.keys(tag.attributes).find((one) => local(one) === asked)
  return name === undefined ? undefined : tag.attributes[name]
}
