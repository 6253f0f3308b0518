/** A form as it stands on a page: where it goes, and every field with what a browser would send when nothing is changed. */
export type PageForm = {
  readonly action: string
  readonly isFile: boolean
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
}
const plain = (text: string): string => text.replace(/&(amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)

const attributesOf = (tag: string): Map<string, string> =>
  new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, plain(value)]))

/** Every form of a page of ours that is posted; our own pages are well formed, so tags are found by their signs. */
export function formsOn(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inside = '']) => {
    const form = attributesOf(tag)
    if (form.get('method')?.toLowerCase() !== 'post') return []
    const isFile = form.get('enctype') === 'multipart/form-data'
    return [{ action: form.get('action') ?? '', isFile, fields: fieldsIn(inside) }]
  })
}

function fieldsIn(html: string): (readonly [string, string])[] {
  const chosen = new Set<string>()
  return [...html.matchAll(/<(input|button|textarea)\b([^>]*)>|<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
    ([, kind = '', tag = '', select = '', options = '']) => {
      const field = attributesOf(kind === '' ? select : tag)
      const name = field.get('name')
      if (name === undefined || name === '') return []
      const isOneOf = field.get('type') === 'radio' || kind === 'button'
      if (isOneOf && chosen.has(name)) return []
      if (isOneOf) chosen.add(name)
      return [[name, kind === '' ? optionIn(options) : filledIn(field)] as const]
    },
  )
}

const optionIn = (options: string): string => {
  const values = [...options.matchAll(/<option\b[^>]*value="([^"]*)"/g)].map(([, value = '']) => plain(value))
  return values.find((value) => value !== '') ?? ''
}

/** What is filled in already, or something that fits the field. */
function filledIn(field: ReadonlyMap<string, string>): string {
  const value = field.get('value')
  if (value !== undefined && value !== '') return value
  if (field.get('type') === 'date') return '2026-01-31'
  if (field.get('type') === 'checkbox') return 'on'
  return field.get('inputmode') === 'numeric' ? '3' : 'Iets'
}

/** Addresses of this site that the page links to. */
export const linksOn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*href="(\/[^"#]*)/g)].map(([, href = '']) => plain(href))
