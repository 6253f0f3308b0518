import { expect, test } from 'vitest'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { day } from '../../../foundation/day.ts'
import { DoneView } from './done-view.tsx'

const line: Helpline = {
  ...{ code: 'child-line', name: { nl: 'De Kindertelefoon', en: 'Child line' }, what: { nl: 'Gratis', en: 'Free' } },
  ...{ number: '0999 432', isVerified: true, source: 'test', checkedOn: day('2026-11-01') },
}
const always: Helpline = { ...line, code: 'safe-home', number: '0999 2000' }
const phone = { number: '0999 000 111', open: { nl: 'op werkdagen', en: 'on working days' } }
const promised = { readBy: day('2026-11-29'), contactBy: day('2026-12-02') }
const shown = (props: Partial<Parameters<typeof DoneView>[0]>): string =>
  String(<DoneView lang="nl" code="AAAA-BBBB-CCCC" {...{ isChild: false, call: undefined, promised, ...props }} />)

test('[R-037] a child that calls by itself gets the number that answers and the line for children', () => {
  const page = shown({ isChild: true, call: { phone, childLine: line, always } })
  expect(page).toContain('href="tel:0999000111"')
  expect(page).toContain('op werkdagen')
  expect(page).toContain('href="tel:0999432"')
})

test('without a number that holds, the municipality is named, and a child gets the one that always answers', () => {
  const page = shown({ isChild: true, call: { phone: undefined, childLine: undefined, always } })
  expect(page).toContain('Bel je gemeente')
  expect(page.match(/tel:\d+/g)).toEqual(['tel:09992000'])
})

test('an adult gets the number that answers alone, and who is called back gets none', () => {
  expect(shown({ call: { phone, childLine: line, always } })).not.toContain('0999432')
  expect(shown({})).not.toContain('tel:')
})

test('each is told by when somebody reads it, and who is called back by when that is', () => {
  const { phone: _, ...rest } = { phone, childLine: line, always }
  for (const isChild of [true, false]) {
    const back = shown({ isChild })
    expect(back).toContain('uiterlijk op zondag 29 november')
    expect(back).toContain('Uiterlijk op woensdag 2 december')
    const self = shown({ isChild, call: { phone: undefined, ...rest } })
    expect(self).toContain('uiterlijk op zondag 29 november')
    expect(self).not.toContain('2 december')
  }
})
