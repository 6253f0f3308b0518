import { lexer, type Token, type Tokens } from 'marked'
import { type Block, type Inline, plainText, type Target } from './blocks.ts'

/** Something in a text that the format does not know, at its line in that text (from 1). */
export type TextFault = { readonly line: number; readonly code: TextFaultCode; readonly what: string }
export type TextFaultCode = 'raw-html' | 'heading-order' | 'not-in-format' | 'unknown-link' | 'too-long'

export type ParsedText = { readonly blocks: readonly Block[]; readonly faults: readonly TextFault[] }

type Notes = { readonly note: (code: TextFaultCode, what: string) => void }

/** Characters of a text; the database holds no more. */
const LONGEST_TEXT = 60_000
/** Characters without an empty line between them: marks are matched with each other within one block, and that takes its square. */
const LONGEST_BLOCK = 10_000

/**
 * Reads the Markdown of a page. What the format does not know is left out of the blocks and told as a fault; what is too long
 * is not read at all, so that nobody waits for it.
 */
export function readText(source: string): ParsedText {
  const faults: TextFault[] = []
  let line = 1
  let deepest = 1
  const blocks: Block[] = []
  const tokens = tokensOf(source.replaceAll('\r\n', '\n'))
  if (typeof tokens === 'string') return { blocks, faults: [{ line, code: tokens, what: '' }] }
  for (const token of tokens) {
    const at = line + leadingLines(token.raw)
    const note: Notes['note'] = (code, what) => faults.push({ line: at, code, what: what.trim().slice(0, 60) })
    if (token.type === 'heading') {
      const { depth } = token as Tokens.Heading // the type says so
      if (depth < 2 || depth > 3 || depth > deepest + 1) note('heading-order', token.raw)
      deepest = depth
    }
    blocks.push(...blockOf(token, { note }))
    line += token.raw.split('\n').length - 1
  }
  return { blocks: withOwnIds(blocks), faults }
}

/** A line that begins with so many marks of lists and quotes would nest them deeper than anything reads; a list has a space behind its mark. */
const NESTED = /^(?:[ \t]*(?:>|(?:[+*-]|\d{1,9}[.)])(?=[ \t]|$))[ \t]?){8}/m

function tokensOf(text: string): readonly Token[] | TextFaultCode {
  const isLong = text.length > LONGEST_TEXT || text.split(/\n\s*\n/).some((block) => block.length > LONGEST_BLOCK)
  if (isLong) return 'too-long'
  return NESTED.test(text) ? 'not-in-format' : lexer(text)
}

const leadingLines = (raw: string): number => raw.match(/^\n*/)?.[0].length ?? 0

function blockOf(given: Token, notes: Notes): Block[] {
  const token = given as Tokens.Generic & { tokens?: Token[] } // narrowed by its type below
  switch (token.type) {
    case 'space':
      return []
    case 'heading': {
      const level = token.depth === 3 ? 3 : 2
      return [{ kind: 'heading', level, id: '', text: inline(token.tokens, notes) }]
    }
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', text: inline(token.tokens, notes) }]
    case 'list': {
      const { ordered, items } = given as Tokens.List // the type says so
      return [{ kind: 'list', isOrdered: ordered, items: items.map((item) => blocksIn(item.tokens, notes)) }]
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksIn(token.tokens, notes) }]
    default:
      notes.note(token.type === 'html' ? 'raw-html' : 'not-in-format', token.raw)
      return []
  }
}

function blocksIn(tokens: readonly Token[] | undefined, notes: Notes): Block[] {
  return (tokens ?? []).flatMap((token) => {
    if (token.type !== 'heading') return blockOf(token, notes)
    notes.note('heading-order', token.raw)
    return []
  })
}

function inline(tokens: readonly Token[] | undefined, notes: Notes): Inline[] {
  return (tokens ?? []).flatMap((given) => inlineOf(given, notes))
}

function inlineOf(given: Token, notes: Notes): Inline[] {
  const token = given as Tokens.Generic // narrowed by its type below
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? placed(token.text, notes) : inline(token.tokens, notes)
    case 'escape':
      return [{ kind: 'text', text: token.text }]
    case 'strong':
      return [{ kind: 'strong', text: inline(token.tokens, notes) }]
    case 'link':
      return linkOf(token as Tokens.Link, notes) // the type says so
    default:
      notes.note(token.type === 'html' ? 'raw-html' : 'not-in-format', token.raw)
      return []
  }
}

function linkOf({ href, raw, tokens }: Tokens.Link, notes: Notes): Inline[] {
  const to = targetOf(href)
  // A bare address says nothing to who listens to the page.
  if (to === undefined || !raw.startsWith('[')) {
    notes.note('unknown-link', raw)
    return []
  }
  return [{ kind: 'link', to, text: inline(tokens, notes) }]
}

const SCHEMES: Readonly<Record<string, 'all' | 'check' | 'rising'>> = {
  'regelingen:': 'all',
  'regelingen:kijken': 'check',
  'regelingen:meer-inkomen': 'rising',
}

function targetOf(href: string): Target | undefined {
  const slug = href.match(/^pagina:([a-z0-9]+(?:-[a-z0-9]+)*)$/)?.[1]
  if (slug !== undefined) return { kind: 'page', slug }
  if (href === 'vraag:') return { kind: 'ask' }
  if (href === 'stappen:') return { kind: 'steps' }
  if (href === 'nu:') return { kind: 'now' }
  const part = SCHEMES[href]
  if (part !== undefined) return { kind: 'schemes', part }
  if (href === 'plan:') return { kind: 'plan' }
  return /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(?:[/?#][^\s"<>]*)?$/i.test(href) ? { kind: 'site', href } : undefined
}

/** Text with what is filled in: `{{lijn:code}}` and `{{feit:code}}`. */
function placed(text: string, notes: Notes): Inline[] {
  return text
    .split(/(\{\{(?:lijn|feit):[a-z0-9-]+\}\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, kind, code] = part.match(/^\{\{(lijn|feit):([a-z0-9-]+)\}\}$/) ?? []
      if (code === undefined && part.includes('{{')) notes.note('not-in-format', part)
      if (code === undefined) return { kind: 'text', text: part.replaceAll('\n', ' ') }
      return { kind: kind === 'lijn' ? 'helpline' : 'fact', code }
    })
}

/** Headings can be linked to, each by a name of its own. */
function withOwnIds(blocks: readonly Block[]): Block[] {
  const used = new Map<string, number>()
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const name = idOf(plainText(block.text))
    const before = used.get(name) ?? 0
    used.set(name, before + 1)
    return { ...block, id: before === 0 ? name : `${name}-${before + 1}` }
  })
}

const idOf = (text: string): string =>
  `k-${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`
