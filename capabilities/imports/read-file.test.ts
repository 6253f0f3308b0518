import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuse } from '../../foundation/result.ts'
import { readTable } from './read-file.ts'
import { LIMITS } from './table.ts'

const limits = LIMITS.embedded
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array) => readTable(typeof text === 'string' ? bytes(text) : text, limits)
const tableOf = (text: string | Uint8Array) => {
  const table = read(text)
  if (!table.ok) throw new Error(table.reason)
  return table.value
}
const reasonOf = (text: string | Uint8Array) => {
  const table = read(text)
  return table.ok ? undefined : table.reason
}
/** Text as bytes of Windows-1252, for the letters used here. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => ({ '€': 0x80, '’': 0x92 })[letter] ?? letter.charCodeAt(0)))

describe('what a file may look like', () => {
  test.each([
    ['semicolons', 'kern;leeftijd\nLindeloo;3'],
    ['commas', 'kern,leeftijd\nLindeloo,3'],
    ['tabs', 'kern\tleeftijd\nLindeloo\t3'],
    ['quotes', '"kern";"leeftijd"\n"Lindeloo";"3"'],
    ['a byte order mark', '\ufeffkern;leeftijd\nLindeloo;3'],
    ['line ends of Windows', 'kern;leeftijd\r\nLindeloo;3\r\n'],
    ['line ends of old Macs', 'kern;leeftijd\rLindeloo;3\r'],
    ['the line by which Excel names its delimiter', 'sep=;\nkern;leeftijd\nLindeloo;3'],
    ['columns without a name or a value at the end', 'kern;leeftijd;;\nLindeloo;3;;'],
    ['empty rows around and between', '\n;;\nkern;leeftijd\n\n;\nLindeloo;3\n;\n\n'],
    ['spaces and invisible characters around words', ' kern ;leeftijd\u200b\n\u00a0Lindeloo ; 3'],
  ])('a table with %s is read', (_, text) => {
    const { columns, rows, faults } = tableOf(text)
    expect(columns).toEqual(['kern', 'leeftijd'])
    expect(rows.map((row) => row.cells)).toEqual([['Lindeloo', '3']])
    expect(faults).toEqual([])
  })

  test('the header decides on the delimiter: ages parted by commas stay one cell', () => {
    expect(tableOf('kern;leeftijd\nLindeloo;2,7,9').rows[0]?.cells).toEqual(['Lindeloo', '2,7,9'])
  })

  test('Windows-1252 is read where the bytes are no UTF-8', () => {
    expect(tableOf(windows1252('kern;vraag\nLindeloo;café’s en €')).rows[0]?.cells[1]).toBe('café’s en €')
    expect(tableOf('kern;vraag\nLindeloo;café’s en €').rows[0]?.cells[1]).toBe('café’s en €')
  })

  test('quotes inside a cell are taken as they stand', () => {
    expect(tableOf('kern;vraag\nLindeloo;een 5" scherm').rows[0]?.cells[1]).toBe('een 5" scherm')
  })

  test('a cell that starts with a formula or holds markup is just text', () => {
    const { rows } = tableOf('kern;vraag\n=1+2;<script>alert(1)</script>')
    expect(rows[0]?.cells).toEqual(['=1+2', '<script>alert(1)</script>'])
  })
})

test('a cell that our own download made harmless comes back as it was, and an apostrophe of a name stays', () => {
  const bytes = new TextEncoder().encode("kern;a;b;c\n's-Gravenhage;'-;'=1+1;'+31")
  expect(readTable(bytes, LIMITS.embedded)).toMatchObject({
    value: { rows: [{ cells: ["'s-Gravenhage", '-', '=1+1', '+31'] }] },
  })
})

describe('which line a row is on', () => {
  test('the header is line 1, and empty rows and line feeds inside quotes count', () => {
    const lines = tableOf('kern;vraag\nA;1\n\n"B";"een\r\ntwee\ndrie"\nC;3').rows.map((row) => row.line)
    expect(lines).toEqual([2, 4, 7])
  })

  test('of any table, each row is found on its line', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ' ', 'é'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const texts = rows.map(([one, other]) => `"x${one.replaceAll('"', '""')}";"y${other.replaceAll('"', '""')}"`)
          let line = 2
          const expected = texts.map((text) => {
            const here = line
            line += text.split('\n').length
            return here
          })
          expect(tableOf(['a;b', ...texts].join(end)).rows.map((row) => row.line)).toEqual(expected)
        },
      ),
    )
  })
})

describe('rows that do not fit the header', () => {
  test('a row with too many or too few cells is a fault of that row, the others are read', () => {
    const { rows, faults } = tableOf('kern,leeftijd\nLindeloo,2,7\nOosterveld\nLindeloo,3')
    expect(rows.map((row) => row.line)).toEqual([4])
    expect(faults).toEqual([
      { row: 2, column: '', value: 'Lindeloo | 2 | 7', expected: 'cells-as-header', with: { found: 3, columns: 2 } },
      { row: 3, column: '', value: 'Oosterveld', expected: 'cells-as-header', with: { found: 1, columns: 2 } },
    ])
  })
})

describe('what is refused as a whole, with nothing kept', () => {
  test.each([
    ['an empty file', '', 'file-is-empty'],
    ['a file of white space', ' \n\t\n', 'file-is-empty'],
    ['a header alone', 'kern;leeftijd\n;;\n', 'file-has-header-only'],
    ['text without columns', 'Beste collega,\nhierbij het bestand', 'no-columns'],
    ['a page of markup', '<!doctype html><table><tr><td>kern</td></tr></table>', 'no-columns'],
    ['a column named twice', 'Kern;kern_\nLindeloo;Lindeloo', 'column-twice'],
    ['a column without a name', 'kern;;leeftijd\nLindeloo;x;3', 'column-without-name'],
    ['quotes that are never closed', 'kern;leeftijd\n"Lindeloo;3\nOosterveld;4', 'quotes-wrong'],
    ['a hundred thousand columns', `${'c;'.repeat(9_000)}\n${'1;'.repeat(9_000)}`, 'too-many-columns'],
    ['an endless line', `kern;leeftijd\n${'x'.repeat(20_001)};3`, 'line-too-long'],
    ['an endless cell', `kern;leeftijd\n${'x'.repeat(2_001)};3`, 'cell-too-long'],
    ['a file of quotes', `kern;leeftijd\n${'""\n'.repeat(100_000)}x;1`, 'too-many-rows'],
  ])('%s', (_, text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  test.each([
    ['a zip file', [0x50, 0x4b, 0x03, 0x04, 0x14], 'file-is-zip'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'file-is-old-workbook'],
    [
      'a workbook with a password',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, ...Buffer.from('EncryptedPackage', 'utf16le')],
      'file-is-encrypted',
    ],
    ['a PDF', [...bytes('%PDF-1.7\n1 0 obj')], 'file-is-pdf'],
    ['UTF-16 with a mark', [0xff, 0xfe, 0x6b, 0x00], 'file-is-utf16'],
    [
      'UTF-16 without a mark',
      [...'kern;leeftijd\nLindeloo;3'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      'file-is-utf16',
    ],
    ['a zero byte', [...bytes('kern;leeftijd\nLind'), 0, ...bytes('eloo;3')], 'file-is-binary'],
    ['bytes that are no text', Array.from({ length: 400 }, (_, at) => (at % 31) + 1), 'file-is-binary'],
  ])('%s', (_, content, reason) => {
    expect(reasonOf(Uint8Array.from(content))).toBe(reason)
  })

  test('more bytes than allowed, and more rows than the embedded database takes', () => {
    expect(readTable(new Uint8Array(5_000_001).fill(97), limits)).toEqual(refuse('file-too-big', { most: 5 }))
    const rows = (count: number) => `kern;leeftijd\n${'Lindeloo;3\n'.repeat(count)}`
    expect(tableOf(rows(5_000)).rows).toHaveLength(5_000)
    expect(read(rows(5_001))).toEqual(refuse('too-many-rows', { most: 5_000 }))
  })

  test('unclosed quotes are pointed at where they open', () => {
    expect(read('kern;leeftijd\nA;1\n\nB;"2\nC;3\nD;4')).toEqual(refuse('quotes-wrong', { row: 4 }))
  })
})

describe('no citizen service number anywhere', () => {
  test.each([
    ['a column named so', 'kern;BSN_kind\nLindeloo;'],
    ['a column with its long name', 'kern;Burgerservicenummer\nLindeloo;x'],
    ['nine digits that pass the eleven-test', 'kern;nr\nLindeloo;111222333'],
    ['the same in groups', 'kern;nr\nLindeloo;111.222.333'],
    ['the same in groups with hyphens', 'kern;nr\nLindeloo;111-222-333'],
    ['the same as a spreadsheet shows a large number', 'kern;nr\nLindeloo;1,11222333E+08'],
    ['the same inside a sentence', 'kern;opmerking\nLindeloo;moeder heeft 111222333 als nummer'],
    ['the same in wide digits', 'kern;opmerking\nLindeloo;１１１２２２３３３'],
    ['the same with an invisible character in it', 'kern;opmerking\nLindeloo;1112\u200b22333'],
    ['the same in a row with a cell too many', 'kern;leeftijd\nLindeloo;3;111222333'],
    ['a whole column that lost its leading zero', 'kern;nr\nLindeloo;12345672\nLindeloo;10000008'],
  ])('a file with %s is refused', (_, text) => {
    expect(reasonOf(text)).toBe('file-holds-bsn')
  })

  test.each([
    ['nine digits that fail the test', 'kern;nr\nLindeloo;111222334'],
    ['a telephone number', 'kern;nr\nLindeloo;0612345678'],
    ['ages', 'kern;leeftijd\nLindeloo;1 1 1 2 2 2 3 3 3'],
    ['a year, a month and a count', 'kern;nr\nLindeloo;1112-22-333'],
    ['one number of eight digits', 'kern;nr\nLindeloo;12345672\nLindeloo;20210034'],
    ['days', 'kern;datum\nLindeloo;20210301\nLindeloo;12-03-2021'],
  ])('a file with %s is read', (_, text) => {
    expect(reasonOf(text)).toBeUndefined()
  })

  test('the refusal names the line and never the number', () => {
    expect(read('kern;nr\nLindeloo;1\nLindeloo;111222333')).toEqual(refuse('file-holds-bsn', { row: 3 }))
  })
})

test('a file that opens with long empty lines holds up nobody', () => {
  const started = performance.now()
  const { columns } = tableOf(`${`${' '.repeat(19_000)}\n`.repeat(100)}kern;leeftijd\nLindeloo;3`)
  expect(columns).toEqual(['kern', 'leeftijd'])
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('what is shown of a cell is never half an emoji', () => {
  const { faults } = tableOf(`kern;leeftijd\n${'x'.repeat(78)}👪👪`)
  expect(faults[0]?.value.isWellFormed()).toBe(true)
})

test('whatever bytes come in, the answer is a table or a reason, within a second', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (content) => {
      const table = readTable(content, limits)
      expect(table.ok ? 'read' : table.reason).toMatch(/^[a-z0-9-]+$/)
    }),
    { interruptAfterTimeLimit: 5_000 },
  )
})
