import { crc32, deflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { fromBufferPromise as openZip } from 'yauzl'

type Part = { readonly name: string; readonly content: string | Uint8Array; readonly lies?: Partial<Lies> }
/** What the zip says of a part that is not so. */
type Lies = { readonly size: number; readonly flags: number }

/** A zip as spreadsheets write it, and as nobody should. */
export function aZip(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, lies = {} } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(lies.flags ?? 0, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(lies.size ?? bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), shared, place, Buffer.from(name)]))
    files.push(file)
    at += file.length
  }
  const middle = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(middle.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, middle, end])
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Sheet = { readonly name: string; readonly rows: string; readonly state?: string }
type Made = {
  /** The rows of each sheet in XML; one sheet may be given by its rows alone. */
  readonly sheets: string | readonly Sheet[]
  readonly strings?: string
  readonly styles?: string
  readonly properties?: string
  readonly more?: readonly Part[]
  readonly kind?: string
}

/** A workbook by hand, for what no spreadsheet would write. */
export function aWorkbook({ sheets, strings, styles, properties = '', more = [], kind = 'sheet' }: Made): Uint8Array {
  const all = typeof sheets === 'string' ? [{ name: 'Gezinnen', rows: sheets }] : sheets
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`
  const named = all.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  const type =
    kind === 'macros'
      ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
      : `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}.main+xml`
  return aZip([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships>${link('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr ${properties}/><sheets>${named.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${[
        ...all.map((_, at) => link(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)),
        link('t', 'sharedStrings', '/xl/sharedStrings.xml'),
        link('u', 'styles', 'styles.xml'),
      ].join('')}</Relationships>`,
    },
    ...all.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at}.xml`,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
    ...more,
  ])
}

/** Rows of plain text, as XML. */
export const textRows = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
    .join('')

/** The parts of a zip by name, as text. */
export async function zipParts(zip: Buffer): Promise<Map<string, string>> {
  const opened = await openZip(zip)
  const parts = new Map<string, string>()
  for await (const entry of opened.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await opened.openReadStreamPromise(entry)) chunks.push(chunk as Buffer) // of a binary stream
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return parts
}

/** A paragraph of a Word file: its style, such as `Heading1`, and what it says; each part of it is XML, or this throws. */
export type WordParagraph = { readonly style: string; readonly text: string }

export function wordParagraphs(parts: ReadonlyMap<string, string>): WordParagraph[] {
  for (const [name, text] of parts) if (/\.(xml|rels)$/.test(name)) paragraphsIn(text)
  return paragraphsIn(parts.get('word/document.xml') ?? '')
}

function paragraphsIn(xml: string): WordParagraph[] {
  const paragraphs: { style: string; text: string }[] = []
  let isText = false
  const parser = new SaxesParser()
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const last = paragraphs.at(-1)
    if (name === 'w:p') paragraphs.push({ style: '', text: '' })
    if (name === 'w:pStyle' && last !== undefined) last.style = attributes['w:val'] ?? ''
    isText = name === 'w:t'
  })
  parser.on('closetag', () => {
    isText = false
  })
  parser.on('text', (text) => {
    const last = paragraphs.at(-1)
    if (isText && last !== undefined) last.text += text
  })
  parser.write(xml).close()
  return paragraphs
}
