import { LineCounter, parseDocument } from 'yaml'
import type { Block } from './blocks.ts'
import { type FrontMatter, frontMatterFormat } from './front-matter.ts'
import { readText, type TextFaultCode } from './markdown.ts'

/** Why a page cannot be taken in, with the line of its file (from 1). */
export type PageFault = { readonly line: number; readonly code: PageFaultCode; readonly what: string }
export type PageFaultCode =
  | TextFaultCode
  | 'no-front-matter'
  | 'unreadable-front-matter'
  | 'wrong-field'
  | 'empty-text'
  | 'broken-link'
  | 'unknown-helpline'
  | 'unknown-fact'
  | 'fact-not-listed'
  | 'telling-title'
  | 'other-language-missing'
  | 'differs-from-dutch'

export type PageFile = {
  readonly front: FrontMatter
  /** The Markdown under the front matter, as it is kept. */
  readonly body: string
  readonly blocks: readonly Block[]
  /** The line of the file on which the Markdown begins. */
  readonly bodyAt: number
}

export type ReadPage = { readonly page: PageFile | undefined; readonly faults: readonly PageFault[] }

const FRONT = /^---\n([\s\S]*?)\n---\n/

/** Reads one file: front matter and text. Gives every fault at its line; no page when the front matter cannot be used. */
export function readPage(text: string): ReadPage {
  const source = text.replaceAll('\r\n', '\n')
  const [whole, yaml] = source.match(FRONT) ?? []
  if (whole === undefined || yaml === undefined)
    return { page: undefined, faults: [{ line: 1, code: 'no-front-matter', what: '---' }] }
  const { front, faults } = readFront(yaml)
  const body = source.slice(whole.length).replace(/^\n+/, '').trimEnd()
  const blank = source.slice(whole.length).match(/^\n*/)?.[0].length ?? 0
  const bodyAt = whole.split('\n').length + blank
  const { blocks, faults: inText } = readText(body)
  const all: PageFault[] = [...faults, ...inText.map((fault) => ({ ...fault, line: fault.line + bodyAt - 1 }))]
  if (body === '') all.push({ line: bodyAt, code: 'empty-text', what: '' })
  return { page: front && { front, body, blocks, bodyAt }, faults: all }
}

function readFront(yaml: string): { front: FrontMatter | undefined; faults: PageFault[] } {
  const lines = new LineCounter()
  // The first line of the file is the line of dashes.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1
  const document = parseDocument(yaml, { lineCounter: lines })
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      ...{ line: lineAt(pos[0]), code: 'unreadable-front-matter' as const },
      what: message.split('\n')[0] ?? '',
    }))
    return { front: undefined, faults }
  }
  const parsed = frontMatterFormat.safeParse(valuesOf(document))
  if (parsed.success) return { front: parsed.data, faults: [] }
  const faults = parsed.error.issues.map(({ path, message, ...issue }) => {
    const keys = 'keys' in issue && Array.isArray(issue.keys) ? [...path, String(issue.keys[0])] : path
    return {
      line: lineAt(placeOf(document, keys)),
      code: 'wrong-field' as const,
      what: `${keys.join('.')}: ${message}`,
    }
  })
  return { front: undefined, faults }
}

/** Front matter that points at another part of itself holds nothing. */
function valuesOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

/** Where the deepest part of this path stands that is there at all. */
function placeOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (typeof node === 'object' && node !== null && 'range' in node) return (node.range as [number])[0] // of every parsed node
  }
  return 0
}
