import { expect, test } from 'vitest'
import { Figure } from './figure.tsx'
import { DataTable } from './table.tsx'

const table = (
  rows: Parameters<typeof DataTable>[0]['rows'],
  total?: Parameters<typeof DataTable>[0]['rows'][number],
) =>
  String(
    <DataTable
      lang="nl"
      caption="Gezinnen per kern"
      head="Kern"
      columns={[
        { head: 'Aantal', numeric: true },
        { head: 'Verhouding', isBar: true },
      ]}
      rows={rows}
      total={total}
    />,
  )

test('a hidden number says so in a word, and has no bar', () => {
  const html = table([{ head: 'Lindeloo', cells: ['hidden', 'hidden'] }])
  expect(html).toContain('<span>verborgen</span>')
  expect(html).toContain('<td class="bar-cell"></td>')
  expect(html).not.toContain('<rect')
})

test('bars are as long as their part of the largest that is shown', () => {
  const html = table([
    { head: 'Dorp', cells: [40, 40] },
    { head: 'Oosterveld', cells: [10, 10] },
    { head: 'De Hoef', cells: ['hidden', 'hidden'] },
  ])
  expect([...html.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['100', '25'])
})

test('rows and columns are named, also where a phone sets them under each other', () => {
  const html = table([{ head: 'Dorp', cells: [1234, 1234] }], { head: 'Samen', cells: [1234, ''] })
  expect(html).toContain('<th scope="row">Dorp</th>')
  expect(html).toContain('data-label="Aantal">1.234</td>')
  expect(html).toContain('<tfoot>')
})

test('a name in a table stays text', () => {
  expect(table([{ head: '<img src=x>', cells: [1, 1] }])).toContain('&lt;img src=x&gt;')
})

test('a figure says in words where it goes and how it was counted', () => {
  const figure = (value: number | 'hidden') =>
    String(
      <Figure
        lang="nl"
        name="Gezinnen"
        value={value}
        change={{ direction: 'up', words: '3 meer dan vorig jaar' }}
        passport={{ href: '/x', label: 'Hoe geteld' }}
      />,
    )
  expect(figure(1234)).toContain('1.234')
  expect(figure(1234)).toContain('3 meer dan vorig jaar')
  expect(figure(1234)).toContain('<span class="unseen">: Gezinnen</span>')
  expect(figure('hidden')).toContain('verborgen')
})
