import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { campaignPath } from '../../web/links.ts'
import { campaignFormat, codeFormat, lastReach, type Reach, reachFormat, stageOn } from './campaign.ts'
import { aClickTally, type Click } from './clicks.ts'
import { leadsToIn } from './leads-to.ts'
import { type ClickCount, campaignReport } from './report.ts'

const told = {
  ...{ name: 'Jij telt mee', audience: 'young', channel: 'instagram', leadsTo: 'begin/ik-ben-jong' },
  ...{ startsOn: '2026-09-01', endsOn: '2026-09-30' },
}
const faultyField = (given: object) => campaignFormat.safeParse({ ...told, ...given }).error?.issues[0]?.path[0]

test('[R-248] a campaign says for whom, where, from which to which day, and to which page', () => {
  expect(campaignFormat.safeParse(told).success).toBe(true)
  for (const [field, wrong] of [
    ['name', ' '],
    ['name', 'Twee\nregels'],
    ['audience', 'mannen'],
    ['channel', ''],
    ['startsOn', '1 september'],
    ['endsOn', '2026-08-31'],
    ['leadsTo', 'https://elders.example'],
  ] as const)
    expect([wrong, faultyField({ [field]: wrong })]).toEqual([wrong, field])
})

test('a short address is what somebody can type from a poster', () => {
  expect(codeFormat.parse(' Villa-2026 ')).toBe('villa-2026')
  for (const wrong of ['', 'a', 'met spatie', '-x', 'x--y', 'é', '../werk', 'a'.repeat(31)])
    expect([wrong, codeFormat.safeParse(wrong).success]).toEqual([wrong, false])
})

test('[R-248] a campaign leads to pages of this site only, whatever is typed', () => {
  for (const outside of [
    ...[
      'https://elders.example',
      '//elders.example',
      '/werk',
      'werk',
      'informatie/../werk',
      'informatie/a?b',
      'begin/niets',
    ],
    ...['informatie//elders.example', 'voorpagina\n', 'informatie/', ''],
  ])
    expect([outside, leadsToIn(outside)]).toEqual([outside, undefined])
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `informatie/${text}`),
      ),
      (text) => {
        const to = leadsToIn(text)
        if (to === undefined) return
        const url = new URL(campaignPath({ lang: 'nl', place: 'hierdorp' }, to), 'https://voorveld.example')
        expect(url.origin).toBe('https://voorveld.example')
        expect(url.pathname).toMatch(/^\/g\/hierdorp(\/|$)/)
      },
    ),
  )
})

test('[R-248] a campaign runs from its first day up to and including its last', () => {
  const days = { startsOn: day('2026-09-01'), endsOn: day('2026-09-30') }
  const on = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'].map((text) => stageOn(days, day(text)))
  expect(on).toEqual(['ahead', 'running', 'running', 'over'])
})

test('[R-248] the reach that was read last holds, whoever typed it when', () => {
  const reach = (id: string, readOn: string, n: number): Reach => ({
    ...{ campaignId: 'a', id, readOn: day(readOn), reach: n, source: 'overzicht' },
  })
  expect(lastReach([])).toBeUndefined()
  const read = [reach('1', '2026-09-20', 900), reach('2', '2026-09-10', 400), reach('3', '2026-09-20', 950)]
  expect(lastReach(read)?.reach).toBe(950)
  for (const wrong of [-1, 1.5, Number.NaN, 1e9])
    expect(reachFormat.safeParse({ readOn: '2026-09-20', reach: wrong, source: 'x' }).success).toBe(false)
})

const click = (given: Partial<Click> = {}): Click => ({
  ...{ campaignId: 'a', month: '2026-09-01', isWithin: true, ...given },
})

test('what is the same is counted together, and taken once', () => {
  const tally = aClickTally()
  tally.add(click())
  tally.add(click(), 2)
  for (const other of [{ campaignId: 'b' }, { month: '2026-10-01' }, { isWithin: false }]) tally.add(click(other))
  expect(tally.take().map(({ n }) => n)).toEqual([3, 1, 1, 1])
  expect(tally.take()).toEqual([])
})

const count = (month: string, n: number, isWithin = true): ClickCount => ({ month: day(month), n, isWithin })
const running = day('2026-11-01')

test('[R-248] clicks stand per month, within the period and outside it, with the share of the reach', () => {
  const counts = [count('2026-09-01', 60), count('2026-10-01', 30), count('2026-10-01', 20, false)]
  expect(campaignReport(counts, { running, reach: 1_200, hideBelow: 5 })).toEqual({
    months: [
      { month: '2026-10-01', within: 30, outside: 20 },
      { month: '2026-09-01', within: 60, outside: 0 },
    ],
    ...{ within: 90, outside: 20, percentOfReach: 7.5 },
  })
  for (const reach of [undefined, 0])
    expect(campaignReport(counts, { running, reach, hideBelow: 5 }).percentOfReach).toBeNull()
})

test('[R-248] of the month that runs nothing is told', () => {
  const { months, within } = campaignReport([count('2026-11-01', 60)], { running, reach: 100, hideBelow: 5 })
  expect([months, within]).toEqual([[], 0])
})

test('[R-248] [R-265] a small number is hidden, and so is every number from which it would follow', () => {
  const some = fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }).map((back) => after(running, { months: -back })),
      ...{ n: fc.integer({ min: 1, max: 40 }), isWithin: fc.boolean() },
    }),
    { maxLength: 10 },
  )
  fc.assert(
    fc.property(some, (counts) => {
      const report = campaignReport(counts, { running, reach: 1_000, hideBelow: 5 })
      for (const side of ['within', 'outside'] as const) {
        const shown = [report[side], ...report.months.map((one) => one[side])]
        for (const n of shown) expect(n === null || n === 0 || n >= 5).toBe(true)
        const hidden = report.months.filter((one) => one[side] === null)
        if (report[side] !== null) expect(hidden.length).not.toBe(1)
      }
      // A share would tell the number that it is of.
      if (report.within === null) expect(report.percentOfReach).toBeNull()
    }),
  )
})
