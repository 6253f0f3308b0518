/** A thing as search engines read it off a page: its kind in schema.org, and what is said of it, by property in the order of the page. */
export type Item = { readonly type: string; readonly properties: Record<string, (string | Item)[]> }

const TAG = /<(\/?)([a-z0-9-]+)((?:\s[^<>]*?)?)\/?>/gi
const WITHOUT_END = /^(?:area|base|br|col|hr|img|input|link|meta|source|wbr)$/

type Open = { readonly tag: string; readonly item?: Item; readonly property?: string; readonly from: number }

/** The things that stand by themselves on a page that our own components made, such as the places in a list. */
export function itemsIn(html: string): Item[] {
  const found: Item[] = []
  const open: Open[] = []
  const keep = (property: string, value: string | Item) => {
    const of = open.findLast((one) => one.item !== undefined)?.item
    if (of === undefined) throw new Error(`${property} is of no thing`)
    of.properties[property] = [...(of.properties[property] ?? []), value]
  }
  for (const { 0: whole, 1: end, 2: tag = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    if (end === '/') {
      const closed = open.splice(open.findLastIndex((one) => one.tag === tag))[0]
      if (closed?.property !== undefined) keep(closed.property, html.slice(closed.from, index).replace(/<[^>]*>/g, ''))
      continue
    }
    const said = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes)?.[1]
    const property = said('itemprop')
    const type = said('itemtype')?.replace('https://schema.org/', '')
    const item = type === undefined ? undefined : { type, properties: {} }
    const value = item ?? said('content') ?? said('href')
    if (property !== undefined && value !== undefined) keep(property, value)
    else if (item !== undefined) found.push(item)
    if (WITHOUT_END.test(tag)) continue
    const text = property !== undefined && value === undefined ? { property } : {}
    open.push({ tag, from: index + whole.length, ...(item !== undefined && { item }), ...text })
  }
  return found
}
