import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { aWorkbook, aZip, textRows } from '../../../tests/support/workbooks.ts'
import { LIMITS, NO_VALUE } from '../table.ts'
import { readWorkbook } from './read-workbook.ts'

const limits = LIMITS.embedded

async function sheetsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes, limits)
  if (!read.ok) throw new Error(read.reason)
  return read.value
}
async function rowsOf(bytes: Uint8Array) {
  const [sheet] = await sheetsOf(bytes)
  if (sheet === undefined || !('rows' in sheet)) throw new Error('no rows')
  return sheet.rows
}
const cellsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map((row) => row.cells)
async function reasonOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes, limits)
  return read.ok ? undefined : read.reason
}

describe('what a cell shows', () => {
  test('texts, numbers, days and yes or no, as a spreadsheet program writes them', async () => {
    const made = await writeExcelFile([
      [{ value: 'kern' }, { value: 'kinderen' }, { value: 'datum' }, { value: 'deel' }, { value: 'verwezen' }],
      [
        { value: 'Lindeloo & “De Hoef”' },
        { value: 3, type: Number },
        { value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: 'dd-mm-yyyy' },
        { value: 0.125, type: Number, format: '0%' },
        { value: true, type: Boolean },
      ],
    ]).toBuffer()
    expect(await cellsOf(made)).toEqual([
      ['kern', 'kinderen', 'datum', 'deel', 'verwezen'],
      ['Lindeloo & “De Hoef”', '3', '2024-02-29', '13%', 'ja'],
    ])
  })

  test('a text in pieces of other looks is one text, without how it is read aloud', async () => {
    const strings =
      '<si><r><t>Linde</t></r><r><rPr><b/></rPr><t xml:space="preserve">loo </t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si>'
    const sheets = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    expect(await cellsOf(aWorkbook({ sheets, strings }))).toEqual([['Lindeloo', 'ab']])
  })

  test('a formula counts as its outcome; one without, or with an error, is known as such', async () => {
    const sheets = `<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
      <c r="C1"><f>[1]Blad1!A1</f></c><c r="D1"><f>A1</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
      <c r="F1" t="str"><f>""</f><v></v></c><c r="G1"><v>9</v></c></row>`
    expect(await cellsOf(aWorkbook({ sheets }))).toEqual(
      [['3', 'ab', NO_VALUE, NO_VALUE, NO_VALUE, '', '9']].map((row) => row.map(String)),
    )
  })

  test.each([
    [
      '1900',
      '',
      [
        ['44197', '2021-01-01'],
        ['1', '1900-01-01'],
        ['59', '1900-02-28'],
        ['60', '1900-02-29'],
        ['61', '1900-03-01'],
        ['44197.75', '2021-01-01'],
      ],
    ],
    [
      '1904',
      'date1904="1"',
      [
        ['42735', '2021-01-01'],
        ['0', '1904-01-01'],
      ],
    ],
  ])('a day counted from %s', async (_, properties, days) => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const sheets = days.map(([serial]) => `<row><c s="1"><v>${serial}</v></c></row>`).join('')
    expect((await cellsOf(aWorkbook({ sheets, styles, properties }))).flat()).toEqual(days.map(([, shown]) => shown))
  })

  test('rows keep the number that the spreadsheet shows; empty, hidden and merged ones too', async () => {
    const sheets = `<row r="2"><c r="B2"><v>1</v></c></row><row r="3"/><row r="5" hidden="1"><c r="A5"><v>2</v></c><c r="C5" s="0"/></row>
      <row r="6"><c r="A6"><v>3</v></c><c r="B6"/></row>`
    expect(await rowsOf(aWorkbook({ sheets }))).toEqual([
      { line: 2, cells: ['', '1'] },
      { line: 5, cells: ['2'] },
      { line: 6, cells: ['3'] },
    ])
  })
})

describe('which sheets there are', () => {
  test('all that hold anything, in their order, and whether they are hidden', async () => {
    const rows = textRows(['kern', 'leeftijd'])
    const sheets = await sheetsOf(
      aWorkbook({
        sheets: [
          { name: 'Leeg', rows: '' },
          { name: 'A', rows },
          { name: 'B', rows, state: 'hidden' },
          { name: 'Lang', rows: '<row r="1"><c r="ZZ1"><v>1</v></c></row>' },
        ],
      }),
    )
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['A', false],
      ['B', true],
      ['Lang', false],
    ])
    expect(sheets[2]).toMatchObject({ refused: { reason: 'too-many-columns' } })
  })
})

const good = textRows(['kern', 'leeftijd'], ['Lindeloo', '3'])
const doctype = (inside: string) => `<!DOCTYPE x [${inside}]>`

describe('what is refused as a whole', () => {
  test.each([
    ['macros by their kind', aWorkbook({ sheets: good, kind: 'macros' }), 'file-has-macros'],
    [
      'macros by their part',
      aWorkbook({ sheets: good, more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }),
      'file-has-macros',
    ],
    ['the binary kind', aWorkbook({ sheets: good, kind: 'sheet.binary.macroless' }), 'file-is-old-workbook'],
    [
      'a file of LibreOffice',
      aZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'file-is-ods',
    ],
    ['a letter', aWorkbook({ sheets: good, kind: 'document' }), 'file-is-zip'],
    ['another zip', aZip([{ name: 'gezinnen.csv', content: 'kern;leeftijd' }]), 'file-is-zip'],
    [
      'a locked part',
      aWorkbook({ sheets: good, more: [{ name: 'x', content: 'x', lies: { flags: 1 } }] }),
      'file-is-encrypted',
    ],
    [
      'a part that says it is far too big',
      aWorkbook({ sheets: good, more: [{ name: 'x', content: 'x', lies: { size: 900_000_000 } }] }),
      'workbook-too-big',
    ],
    [
      'a part that is there twice',
      aWorkbook({ sheets: good, more: [{ name: 'xl/Workbook.xml', content: '' }] }),
      'workbook-damaged',
    ],
    [
      'a way out of the folder',
      aWorkbook({ sheets: good, more: [{ name: '../../etc/passwd', content: '' }] }),
      'workbook-damaged',
    ],
    ['a text that is not there', aWorkbook({ sheets: '<row><c t="s"><v>7</v></c></row>' }), 'workbook-damaged'],
    ['rows that go back', aWorkbook({ sheets: '<row r="3"/><row r="2"/>' }), 'workbook-damaged'],
    [
      'a cell without an address',
      aWorkbook({ sheets: '<row><c r="__proto__"><v>1</v></c></row>' }),
      'workbook-damaged',
    ],
    ['a number that is none', aWorkbook({ sheets: '<row><c><v>1e999</v></c></row>' }), 'workbook-damaged'],
    ['XML that is never closed', aWorkbook({ sheets: '<row>' }), 'workbook-damaged'],
    [
      'XML of a thousand levels',
      aWorkbook({ sheets: '<row>'.repeat(1_000) + '</row>'.repeat(1_000) }),
      'workbook-damaged',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason)
  })

  test.each([
    ['texts that grow when they are filled in', doctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">')],
    ['a text from elsewhere', doctype('<!ENTITY a SYSTEM "file:///etc/passwd">')],
    ['a definition from elsewhere', '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'],
  ])('%s', async (_, opening) => {
    const part = `${opening}<sst><si><t>a</t></si></sst>`
    const made = aWorkbook({
      sheets: '<row><c t="s"><v>0</v></c></row>',
      more: [{ name: 'xl/sharedStrings.xml', content: part }],
    })
    expect(await reasonOf(made)).toBe('workbook-damaged')
  })

  test('a file of a few thousand bytes that unpacks to far more, whatever it says of itself', async () => {
    const zeros = `<row><c><v>${'0'.repeat(60_000_000)}</v></c></row>`
    expect(await reasonOf(aWorkbook({ sheets: zeros }))).toBe('workbook-too-big')
    const lying = { name: 'xl/sharedStrings.xml', content: `<sst>${' '.repeat(60_000_000)}</sst>`, lies: { size: 100 } }
    expect(await reasonOf(aWorkbook({ sheets: good, more: [lying] }))).toBe('workbook-damaged')
  })

  test('one long text in many cells, which would be written out many times', async () => {
    const strings = `<si><t>${'x'.repeat(2_000)}</t></si>`
    const sheets = `<row>${'<c t="s"><v>0</v></c>'.repeat(150)}</row>`.repeat(100)
    expect(await reasonOf(aWorkbook({ sheets, strings }))).toBe('too-many-cells')
  })

  test('more rows than the embedded database takes, in words and not by reading on', async () => {
    const made = aWorkbook({ sheets: '<row><c><v>1</v></c></row>'.repeat(5_002) })
    expect(await sheetsOf(made)).toMatchObject([{ refused: { reason: 'too-many-rows', with: { most: 5_000 } } }])
  })
})

test('nothing outside the file is ever looked at', async () => {
  const rels =
    '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="http://example.org/workbook.xml" TargetMode="External"/></Relationships>'
  const types =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
  const made = aZip([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: rels },
  ])
  expect(await reasonOf(made)).toBe('workbook-damaged')
})

test('a small file that names far too many sheets, or uses a costly format very often, holds up nobody', async () => {
  const started = performance.now()
  const many = Array.from({ length: 1_000 }, (_, at) => ({ name: `s${at}`, rows: '' }))
  expect(await reasonOf(aWorkbook({ sheets: many }))).toBe('too-many-sheets')
  expect(await reasonOf(aWorkbook({ sheets: [{ name: 'n'.repeat(256), rows: good }] }))).toBe('workbook-damaged')
  const format = `<numFmt numFmtId="200" formatCode="${'[$-'.repeat(80)}"/>`
  const styles = `${format}<cellXfs>${'<xf numFmtId="200"/>'.repeat(300_000)}</cellXfs>`
  expect(await cellsOf(aWorkbook({ sheets: good, styles }))).toHaveLength(2)
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('half a letter that a cell writes as a code is none', async () => {
  const rows = textRows(['_xD83D__xDE00_', '_xD83D_x'])
  expect(await cellsOf(aWorkbook({ sheets: rows }))).toEqual([['😀', '\ufffdx']])
})

test('a broken workbook is read or refused, whatever byte is another', async () => {
  const whole = aWorkbook({
    sheets: good,
    strings: '<si><t>a</t></si>',
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const broken = Uint8Array.from(whole)
        for (const [at, byte] of changes) broken[at] = byte
        for (const bytes of [broken, broken.subarray(0, cut)]) {
          const read = await readWorkbook(bytes, limits)
          expect(read.ok ? 'read' : read.reason).toMatch(/^[a-z0-9-]+$/)
        }
      },
    ),
    { numRuns: 400, interruptAfterTimeLimit: 8_000 },
  )
})

test('whatever XML stands where the sheet is, the answer is rows or a reason', async () => {
  const piece = fc.constantFrom(
    '<row>',
    '</row>',
    '<c>',
    '</c>',
    '<v>',
    '</v>',
    '<f/>',
    '<c t="s">',
    '<c t="b">',
    '<c r="C3">',
    '1',
    '-9',
    '<is>',
    '<t>',
    '</t>',
    '</is>',
    '<row r="0">',
    '&lt;',
    '&x;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<c t="e"/>',
    '<c t="d"><v>2021-01-01</v></c>',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const read = await readWorkbook(aWorkbook({ sheets: pieces.join('') }), limits)
      expect(read.ok ? 'read' : read.reason).toMatch(/^[a-z0-9-]+$/)
    }),
    { numRuns: 400, interruptAfterTimeLimit: 8_000 },
  )
})
