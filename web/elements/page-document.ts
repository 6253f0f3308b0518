import { type Node as DocumentNode, type Mark, type NodeSpec, Schema } from 'prosemirror-model'
import type { Block, Inline, Target } from '../../capabilities/information/blocks.ts'
import { readText } from '../../capabilities/information/markdown.ts'
import { hrefOf, markdownOf } from '../../capabilities/information/written.ts'

/** A helpline or fact in a text: one piece, shown by its code. */
const placed: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  attrs: { kind: {}, code: {} },
  parseDOM: [
    {
      tag: 'span[data-placed]',
      getAttrs: (element) => ({ kind: element.dataset.placed ?? 'fact', code: element.dataset.code ?? '' }),
    },
  ],
  toDOM: ({ attrs }) => [
    'span',
    { class: 'placed', 'data-placed': String(attrs.kind), 'data-code': String(attrs.code) },
    String(attrs.code),
  ],
}

/** What a page may hold, and nothing else: what is pasted loses the rest. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block plain', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      attrs: { level: { default: 2 } },
      parseDOM: [
        { tag: 'h1, h2', attrs: { level: 2 } },
        { tag: 'h3, h4', attrs: { level: 3 } },
      ],
      toDOM: ({ attrs }) => [attrs.level === 3 ? 'h3' : 'h2', 0],
    },
    bullets: { group: 'block plain', content: 'item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    numbers: { group: 'block plain', content: 'item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    item: { content: 'paragraph plain*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    quote: {
      group: 'block plain',
      content: 'plain+',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    text: { group: 'inline' },
    placed,
  },
  marks: {
    link: {
      inclusive: false,
      attrs: { to: {} },
      parseDOM: [{ tag: 'a[data-to]', getAttrs: (element) => ({ to: element.dataset.to ?? '' }) }],
      toDOM: ({ attrs }) => ['span', { class: 'link', 'data-to': String(attrs.to), title: String(attrs.to) }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  },
})

const { nodes, marks } = schema

/** The document of a text; undefined when it holds something that the format does not know, so that nothing gets lost. */
export function documentOf(text: string): DocumentNode | undefined {
  const { blocks, faults } = readText(text)
  if (faults.length > 0) return undefined
  const content = blocksIn(blocks)
  return nodes.doc.createAndFill(null, content.length === 0 ? null : content) ?? undefined
}

const blocksIn = (blocks: readonly Block[]): DocumentNode[] => blocks.map(blockIn)

function blockIn(block: Block): DocumentNode {
  switch (block.kind) {
    case 'heading':
      return nodes.heading.create({ level: block.level }, inlines(block.text))
    case 'paragraph':
      return nodes.paragraph.create(null, inlines(block.text))
    case 'quote':
      return nodes.quote.create(null, blocksIn(block.blocks))
    case 'list': {
      const items = block.items.map((item) => nodes.item.createAndFill(null, blocksIn(item)) ?? nodes.item.create())
      return (block.isOrdered ? nodes.numbers : nodes.bullets).create(null, items)
    }
  }
}

function inlines(text: readonly Inline[], around: readonly Mark[] = []): DocumentNode[] {
  return text.flatMap((one): DocumentNode[] => {
    switch (one.kind) {
      case 'text':
        return one.text === '' ? [] : [schema.text(one.text, around)]
      case 'strong':
        return inlines(one.text, marks.strong.create().addToSet(around))
      case 'link':
        return inlines(one.text, marks.link.create({ to: hrefOf(one.to) }).addToSet(around))
      default:
        return [nodes.placed.create({ kind: one.kind, code: one.code }, null, around)]
    }
  })
}

/** The Markdown of a document, as it is sent and kept. */
export const textOf = (document: DocumentNode): string => markdownOf(childrenOf(document).flatMap(blockFrom))

const childrenOf = (node: DocumentNode): DocumentNode[] =>
  Array.from({ length: node.childCount }, (_, at) => node.child(at))

function blockFrom(node: DocumentNode): Block[] {
  switch (node.type.name) {
    case 'heading':
      return [{ kind: 'heading', level: node.attrs.level === 3 ? 3 : 2, id: '', text: inlinesFrom(node) }]
    case 'quote':
      return [{ kind: 'quote', blocks: childrenOf(node).flatMap(blockFrom) }]
    case 'bullets':
    case 'numbers': {
      const items = childrenOf(node).map((item) => childrenOf(item).flatMap(blockFrom))
      return [{ kind: 'list', isOrdered: node.type.name === 'numbers', items }]
    }
    default:
      return [{ kind: 'paragraph', text: inlinesFrom(node) }]
  }
}

const inlinesFrom = (node: DocumentNode): Inline[] => nested(childrenOf(node), [])

/** Texts with their marks: of bold and link the one that goes on longest stands around the other. */
function nested(nodesLeft: readonly DocumentNode[], inside: readonly Mark[]): Inline[] {
  const [first] = nodesLeft
  if (first === undefined) return []
  const longest = first.marks
    .filter((mark) => !mark.isInSet(inside))
    .map((mark) => ({ mark, length: runOf(mark, nodesLeft) }))
    .sort((one, other) => other.length - one.length)[0]
  if (longest === undefined) return [inlineFrom(first), ...nested(nodesLeft.slice(1), inside)]
  const { mark, length } = longest
  const text = nested(nodesLeft.slice(0, length), [...inside, mark])
  const target = mark.type === marks.link ? linkTarget(String(mark.attrs.to)) : undefined
  const around: Inline[] =
    mark.type === marks.strong
      ? [{ kind: 'strong', text }]
      : target === undefined
        ? text
        : [{ kind: 'link', to: target, text }]
  return [...around, ...nested(nodesLeft.slice(length), inside)]
}

const runOf = (mark: Mark, those: readonly DocumentNode[]): number => {
  const end = those.findIndex((node) => !mark.isInSet(node.marks))
  return end === -1 ? those.length : end
}

function inlineFrom(node: DocumentNode): Inline {
  if (node.type !== nodes.placed) return { kind: 'text', text: node.text ?? '' }
  const { kind, code } = node.attrs
  return { kind: kind === 'helpline' ? 'helpline' : 'fact', code: String(code) }
}

/** Where an address leads, as a text would read it; undefined when the format does not know it. */
export function linkTarget(href: string): Target | undefined {
  const [block] = readText(`[x](${href.replace(/[\s()<>]/g, '')})`).blocks
  const [link] = block?.kind === 'paragraph' ? block.text : []
  return link?.kind === 'link' ? link.to : undefined
}
