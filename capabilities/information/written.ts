import type { Block, Inline, Target } from './blocks.ts'
import { readText } from './markdown.ts'

/** The Markdown of these blocks: what `readText` reads back as the same blocks. What is empty is left out. */
export const markdownOf = (blocks: readonly Block[]): string => blocksIn(blocks).join('\n\n')

function blocksIn(blocks: readonly Block[]): string[] {
  let isOther = false
  let before: Block | undefined
  return blocks.flatMap((block) => {
    // Two lists after each other stay two by another mark.
    isOther = block.kind === 'list' && before?.kind === 'list' && before.isOrdered === block.isOrdered && !isOther
    const text = blockIn(block, isOther)
    if (text !== '') before = block
    return text === '' ? [] : [text]
  })
}

function blockIn(block: Block, isOther: boolean): string {
  switch (block.kind) {
    case 'heading': {
      const text = lineOf(block.text).replace(/#+$/, (marks) => [...marks].map((mark) => `\\${mark}`).join(''))
      return text === '' ? '' : `${'#'.repeat(block.level)} ${text}`
    }
    case 'paragraph':
      return safeAtStart(lineOf(block.text))
    case 'quote':
      return markdownOf(block.blocks).replace(/^/gm, '> ').replace(/^> $/gm, '>').replace(/^>$/, '')
    case 'list':
      return listIn(block, isOther)
  }
}

function listIn({ isOrdered, items }: Extract<Block, { kind: 'list' }>, isOther: boolean): string {
  const written = items.map(itemIn).filter((text) => text !== '')
  const isWide = written.some((text) => text.includes('\n\n'))
  return written
    .map((text, at) => {
      const mark = isOrdered ? `${at + 1}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- '
      return mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
    })
    .join(isWide ? '\n\n' : '\n')
}

/** A list inside an item follows its line at once; anything else after a blank line. */
function itemIn(blocks: readonly Block[]): string {
  const [first, second] = blocks
  const isShort = blocks.length === 2 && first?.kind === 'paragraph' && second?.kind === 'list'
  return blocksIn(blocks).join(isShort ? '\n' : '\n\n')
}

/** What would begin a list, a heading or a quote at the start of a line. */
const safeAtStart = (text: string): string =>
  text.replace(/^[-+#>=|]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

/**
 * The text of one line. Where marks cannot be told next to what stands there (bold of half a word that ends in a bracket),
 * the text is kept and the bold is not.
 */
function lineOf(text: readonly Inline[]): string {
  const line = tidy(inlines(text))
  return isSame(line, text) ? line : tidy(inlines(plain(text)))
}

const tidy = (line: string): string => line.replace(/ {2,}/g, ' ').trim()

const isSame = (line: string, text: readonly Inline[]): boolean => {
  const [only, ...more] = readText(safeAtStart(line)).blocks
  const read = only?.kind === 'paragraph' && more.length === 0 ? only.text : []
  return JSON.stringify(trimmed(joined(read))) === JSON.stringify(trimmed(joined(text)))
}

/** Runs of text with their marks, so that the same text nested in another way compares as the same. */
type Run = readonly [string, string]

const joined = (text: readonly Inline[], marks = ''): Run[] =>
  text
    .flatMap((one): Run[] => {
      switch (one.kind) {
        case 'text':
          return [[marks, one.text]]
        case 'strong':
          return joined(one.text, marks.includes('*') ? marks : `*${marks}`)
        case 'link':
          return joined(one.text, `${marks} ${hrefOf(one.to)}`)
        default:
          return [[`${marks}{}`, placeOf(one)]]
      }
    })
    // Whether a space is bold cannot be seen.
    .flatMap(([own, value]): Run[] => value.split(/(\s+)/).map((part) => [/^\s+$/.test(part) ? '' : own, part]))
    .reduce<Run[]>((runs, [own, value]) => {
      const last = runs.at(-1)
      if (last?.[0] !== own || own.endsWith('{}')) return value === '' ? runs : [...runs, [own, value]]
      return [...runs.slice(0, -1), [own, last[1] + value]]
    }, [])

const trimmed = (runs: readonly Run[]): Run[] => {
  const inside = runs.map(([own, text]): Run => [own, text.replace(/\s+/g, ' ')])
  const [from, to] = [inside[0]?.[1] === ' ' ? 1 : 0, inside.at(-1)?.[1] === ' ' ? -1 : undefined]
  return inside.slice(from, to)
}

const plain = (text: readonly Inline[]): Inline[] =>
  text.flatMap((one): Inline[] => {
    if (one.kind === 'strong') return plain(one.text)
    return [one.kind === 'link' ? { ...one, text: plain(one.text) } : one]
  })

function inlines(text: readonly Inline[]): string {
  const whole = together(text)
  return whole.map((one, at) => inlineIn(one, whole[at + 1])).join('')
}

/** Texts next to each other as one, because what a character means depends on what stands beside it. */
const together = (text: readonly Inline[]): Inline[] =>
  text.reduce<Inline[]>((done, one) => {
    const last = done.at(-1)
    if (one.kind !== 'text' || last?.kind !== 'text') return [...done, one]
    return [...done.slice(0, -1), { kind: 'text', text: last.text + one.text }]
  }, [])

function inlineIn(one: Inline, next: Inline | undefined): string {
  switch (one.kind) {
    case 'text':
      return next?.kind === 'link' ? escaped(one.text).replace(/!$/, '\\!') : escaped(one.text)
    case 'strong': {
      const inner = inlines(one.text)
      const [, before = '', middle = '', after = ''] = inner.match(/^(\s*)([\s\S]*?)(\s*)$/) ?? []
      return middle === '' ? before : `${before}**${middle}**${after}`
    }
    case 'link': {
      const inner = inlines(one.text).trim()
      return inner === '' ? '' : `[${inner}](${hrefOf(one.to)})`
    }
    default:
      return placeOf(one)
  }
}

const placeOf = ({ kind, code }: Extract<Inline, { kind: 'helpline' | 'fact' }>): string =>
  `{{${kind === 'helpline' ? 'lijn' : 'feit'}:${code}}}`

/** Characters that Markdown would take for a mark; bare addresses too, which are no text there. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<~]|(?<=\])\(/g, '\\$&')
    .replace(/\{(?=\{)/g, '\\{')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/\bwww\.(?=\S)/gi, 'www\\.')
    .replace(/(?<=\S)@(?=\S)/g, '\\@')

/** How a text writes where a link leads. */
export function hrefOf(to: Target): string {
  switch (to.kind) {
    case 'page':
      return `pagina:${to.slug}`
    case 'ask':
      return 'vraag:'
    case 'steps':
      return 'stappen:'
    case 'now':
      return 'nu:'
    case 'plan':
      return 'plan:'
    case 'schemes':
      return { all: 'regelingen:', check: 'regelingen:kijken', rising: 'regelingen:meer-inkomen' }[to.part]
    case 'site':
      return to.href
  }
}
