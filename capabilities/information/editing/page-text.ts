import { stringify } from 'yaml'
import { inlinesOf } from '../blocks.ts'
import { readText } from '../markdown.ts'

/**
 * A page as the file in which it is kept: what stands above the text as YAML, and the Markdown. Reads back as the same page;
 * whether it is a sound one is for `checkPage` to say. Fields without a value are left out.
 */
export function pageText(front: Readonly<Record<string, unknown>>, body: string): string {
  const lines = stringify(front, { lineWidth: 0 })
  return `---\n${lines}---\n\n${body.replaceAll('\r\n', '\n').trim()}\n`
}

/** The facts that a text fills in, each once. */
export const factsIn = (body: string): string[] => [
  ...new Set(inlinesOf(readText(body).blocks).flatMap((one) => (one.kind === 'fact' ? [one.code] : []))),
]
