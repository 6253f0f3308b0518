import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PAPER_LAYOUT } from './paper-layout.ts'

/** What stands on paper: already in words of one language. It goes into the layout as data, never as markup. */
export type Paper = {
  readonly lang: 'nl' | 'en'
  /** Of the document too, so it tells nothing. */
  readonly title: string
  readonly heading: string
  readonly lead: string
  readonly isLarge: boolean
  readonly parts: readonly {
    readonly title: string
    readonly steps: readonly {
      readonly number: number
      readonly title: string
      readonly why: string
      readonly how: readonly string[]
      readonly facts: readonly { readonly name: string; readonly text: string }[]
      /** Who helps near by: its name, then where it is found, line by line. */
      readonly help: readonly string[]
      readonly read: readonly { readonly title: string; readonly href: string }[]
    }[]
  }[]
  readonly helpWord: string
  readonly readWord: string
  readonly calls: readonly string[]
  readonly last: string
}

let compiler: NodeCompiler | undefined

/**
 * The paper as a tagged PDF (PDF/UA-1): headings, lists and language are there for who hears it read. That standard takes no
 * sign that no font has, such as an emoji in the name of an offer; then it is made with plain letters, so that nobody goes
 * without.
 */
export function pdfOf(paper: Paper): Uint8Array<ArrayBuffer> {
  try {
    return compiled(paper)
  } catch {
    return compiled(inPlainLetters(paper))
  }
}

/** Signs beyond what the built-in font has for certain: Latin, Greek, Cyrillic, and what stands between words. */
const STRANGE = /[^\n\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u045f\u0490\u0491\u2010-\u201f\u2022\u2026\u20ac]+/g

function inPlainLetters(paper: Paper): Paper {
  const plainly = (text: string) => text.normalize('NFKC').replace(STRANGE, ' ').trim() || '?'
  const copy = JSON.stringify(paper, (_, value) => (typeof value === 'string' && value !== '' ? plainly(value) : value))
  return JSON.parse(copy) as Paper // of the same shape: only texts were changed
}

function compiled(paper: Paper): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create()
  const pdf = compiler.pdf(
    { mainFileContent: PAPER_LAYOUT, inputs: { paper: JSON.stringify(paper) } },
    { pdfStandard: 'ua-1', creationTimestamp: 0 },
  )
  // What was put together for one person is not kept for the next.
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}
