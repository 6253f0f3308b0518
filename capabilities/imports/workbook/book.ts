import { posix } from 'node:path'
import { refuse } from '../../../foundation/result.ts'
import { tidy } from '../plain-words.ts'
import { MOST_CELLS } from '../records.ts'
import { LONGEST_CELL } from '../table.ts'
import { type Shows, showing } from './number-formats.ts'
import { damaged, Stop } from './stop.ts'
import type { Parts } from './unpacking.ts'
import { readXml } from './xml.ts'

/** What the cells of every sheet refer to, and where the sheets are. */
export type Book = {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[]
  readonly strings: readonly string[]
  /** By the number of a style. */
  readonly styles: readonly Shows[]
}

type Link = { readonly id: string; readonly type: string; readonly part: string }

const TYPES = '[content_types].xml'

/** Far more than a register has; each sheet is read, and a file of a few kilobytes can name many thousands. */
const MOST_SHEETS = 200
/** Spreadsheets give a sheet 31 letters at most. */
const LONGEST_SHEET_NAME = 255

/** Reads everything of a workbook but its sheets. Refuses macros and what is no workbook of this kind. */
export async function readBook(parts: Parts, mostLetters: number): Promise<Book> {
  const isOds = parts.names.has('mimetype')
  if (!parts.names.has(TYPES)) throw new Stop(refuse(isOds ? 'file-is-ods' : 'file-is-zip'))
  if ([...parts.names].some((name) => name.endsWith('vbaproject.bin'))) throw new Stop(refuse('file-has-macros'))
  await refuseOtherTypes(parts)
  const main = (await linksOf(parts, '')).find((link) => link.type === 'officeDocument')?.part
  if (main === undefined) throw damaged()
  const links = await linksOf(parts, main)
  const { is1904, named } = await mainPart(parts, main)
  const partOf = (type: string) => links.find((link) => link.type === type && parts.names.has(link.part))?.part
  const sheets = named.flatMap(({ id, ...sheet }) => {
    const link = links.find((one) => one.id === id)
    return link?.type === 'worksheet' ? [{ ...sheet, part: link.part }] : []
  })
  return {
    sheets,
    strings: await strings(parts, partOf('sharedStrings'), mostLetters),
    styles: await styles(parts, partOf('styles'), is1904),
  }
}

async function refuseOtherTypes(parts: Parts): Promise<void> {
  let isWorkbook = false
  await readXml(parts.textOf(TYPES), {
    opens: (_, attribute) => {
      const type = (attribute('ContentType') ?? '').toLowerCase()
      if (type.includes('macroenabled')) throw new Stop(refuse('file-has-macros'))
      if (type.includes('sheet.binary')) throw new Stop(refuse('file-is-old-workbook'))
      if (/(?:sheet|template)\.main\+xml$/.test(type) && type.includes('spreadsheetml')) isWorkbook = true
    },
  })
  if (!isWorkbook) throw new Stop(refuse('file-is-zip'))
}

/** Where the parts are that a part refers to. What lies outside the file is never looked at. */
async function linksOf(parts: Parts, from: string): Promise<Link[]> {
  const { dir, base } = posix.parse(from)
  const name = posix.join(dir, '_rels', `${base}.rels`)
  if (!parts.names.has(name)) return []
  const links: Link[] = []
  await readXml(parts.textOf(name), {
    opens: (tag, attribute) => {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return
      const part = posix
        .resolve('/', dir, attribute('Target') ?? '')
        .slice(1)
        .toLowerCase()
      links.push({ id: attribute('Id') ?? '', type: posix.basename(attribute('Type') ?? ''), part })
    },
  })
  return links
}

async function mainPart(parts: Parts, part: string) {
  const named: { name: string; id: string; isHidden: boolean }[] = []
  let is1904 = false
  await readXml(parts.textOf(part), {
    opens: (tag, attribute) => {
      if (tag === 'workbookPr') is1904 = isTrue(attribute('date1904'))
      if (tag !== 'sheet') return
      if (named.length >= MOST_SHEETS) throw new Stop(refuse('too-many-sheets', { most: MOST_SHEETS }))
      const isHidden = (attribute('state') ?? 'visible') !== 'visible'
      const name = attribute('name') ?? ''
      if (name.length > LONGEST_SHEET_NAME) throw damaged()
      named.push({ name, id: attribute('id') ?? '', isHidden })
    },
  })
  return { is1904, named }
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'

/** The texts that cells refer to by number, each with its pieces of other looks as one; how Japanese is read aloud is left out. */
async function strings(parts: Parts, part: string | undefined, mostLetters: number): Promise<string[]> {
  if (part === undefined) return []
  const all: string[] = []
  let letters = 0
  const rich = richText()
  await readXml(parts.textOf(part), {
    opens: (tag) => rich.opens(tag),
    text: (text) => rich.text(text),
    closes: (tag) => {
      rich.closes(tag)
      if (tag !== 'si') return
      const text = tidy(rich.take())
      letters += text.length
      if (letters > mostLetters || all.length >= MOST_CELLS) throw new Stop(refuse('too-many-cells'))
      all.push(text)
    },
  })
  return all
}

/** Gathers the text in `<t>`, as it stands in a shared or an own text of a cell. */
export function richText() {
  let [gathered, isInside, isAloud] = ['', false, false]
  return {
    opens: (tag: string) => {
      if (tag === 't') isInside = true
      if (tag === 'rPh') isAloud = true
    },
    text: (text: string) => {
      // One letter too many is enough to be refused as too long.
      if (isInside && !isAloud && gathered.length <= LONGEST_CELL) gathered += text.slice(0, LONGEST_CELL + 1)
    },
    closes: (tag: string) => {
      if (tag === 't') isInside = false
      if (tag === 'rPh') isAloud = false
    },
    take: (): string => {
      const taken = unescaped(gathered)
      gathered = ''
      return taken
    },
  }
}

/** Spreadsheets write what XML cannot hold as _x000D_. Half a letter written so is none: no database keeps it. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .toWellFormed()
    : text

async function styles(parts: Parts, part: string | undefined, is1904: boolean): Promise<Shows[]> {
  if (part === undefined) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isOfCells = false
  await readXml(parts.textOf(part), {
    opens: (tag, attribute) => {
      if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), (attribute('formatCode') ?? '').slice(0, 255))
      if (tag === 'cellXfs') isOfCells = true
      if (tag === 'xf' && isOfCells) ids.push(Number(attribute('numFmtId') ?? 0))
    },
    closes: (tag) => {
      if (tag === 'cellXfs') isOfCells = false
    },
  })
  // A workbook names few formats and uses each often.
  const shown = new Map([...new Set(ids)].map((id) => [id, showing(id, codes.get(id), is1904)]))
  return ids.flatMap((id) => shown.get(id) ?? [])
}
