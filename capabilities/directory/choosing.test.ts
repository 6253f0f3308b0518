import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { aCard, anyCard, VILLAGES } from '../../tests/support/offers.ts'
import { cardFaults, cardFormat } from './card.ts'
import { ageAsked, byVillage, choiceOf, isFor, suiting } from './choosing.ts'
import { ASK_AGAIN_DAYS, freshness, isToAsk } from './freshness.ts'

const today = day('2026-11-27')
const offer = (village: string | null, more: Parameters<typeof aCard>[0] = {}) => ({ village, card: aCard(more) })

test('[R-009] the list is narrowed by village, part of life, age and access', () => {
  const club = offer('oost', { domains: ['network'], minAge: 6, maxAge: 12 })
  const talk = offer('west', { domains: ['income', 'legal'], access: 'indication' })
  const home = offer(null, { domains: ['parenting'], villages: [] })
  const all = [club, talk, home]
  expect(suiting(all, {})).toEqual(all)
  expect(suiting(all, { village: 'oost' })).toEqual([club, home])
  expect(suiting(all, { domain: 'legal' })).toEqual([talk])
  expect(suiting(all, { access: 'indication' })).toEqual([talk])
  expect([5, 6, 12, 13].map((age) => suiting([club], { age }).length)).toEqual([0, 1, 1, 0])
  expect(suiting(all, { village: 'oost', domain: 'parenting', age: 40 })).toEqual([home])
})

test('what is for other villages only does not stand in this one', () => {
  expect(isFor(offer(null, { villages: ['west'] }), 'oost')).toBe(false)
  expect(isFor(offer('west', { villages: ['oost'] }), 'oost')).toBe(true)
  expect(isFor(offer('west', { villages: [] }), 'oost')).toBe(false)
})

const anyOffer = fc.record({ card: anyCard, village: fc.option(fc.constantFrom(...VILLAGES)) })

test('however it is narrowed: nothing is invented, narrowing more never gives more, and order does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(anyOffer, { maxLength: 12 }),
      fc.constantFrom(...VILLAGES),
      fc.nat(130),
      (offers, village, age) => {
        const both = suiting(offers, { village, age })
        expect(both.every((one) => offers.includes(one))).toBe(true)
        expect(suiting(suiting(offers, { village }), { age })).toEqual(both)
        expect(suiting(suiting(offers, { age }), { village })).toEqual(both)
      },
    ),
  )
})

test('[R-008] in the list by village every offer stands exactly once', () => {
  fc.assert(
    fc.property(fc.array(anyOffer, { maxLength: 12 }), (offers) => {
      const listed = byVillage(offers, VILLAGES).flatMap((group) => group.offers)
      expect(listed.length).toBe(offers.length)
      expect(new Set(listed).size).toBe(offers.length)
    }),
  )
})

test('what is no choice does not narrow', () => {
  for (const hostile of ['__proto__', '-1', '1e3', '999', "'; drop", ' '])
    expect(choiceOf(() => hostile, VILLAGES)).toEqual({})
  const typed: Record<string, string> = { village: 'oost', domain: 'income', age: '7', access: 'free' }
  expect(choiceOf((name) => typed[name] ?? '', VILLAGES)).toEqual({
    village: 'oost',
    domain: 'income',
    age: 7,
    access: 'free',
  })
})

test('[R-009] an age is a number from 0 to 120 or nothing, and anything else is told', () => {
  for (const [typed, value] of [
    ['', undefined],
    ['0', 0],
    ['07', 7],
    ['120', 120],
  ] as const)
    expect(ageAsked(typed)).toEqual({ ok: true, value })
  for (const typed of ['abc', '-3', '1000', '121', '7,5', '1e2', 'zeven', '٧'])
    expect(ageAsked(typed)).toMatchObject({ ok: false, reason: 'offer-age-wrong' })
})

test('a card is fresh for a quarter, then asked about, and a month later it fades; never the other way round', () => {
  expect(freshness(day('2026-08-28'), today)).toBe('fresh')
  expect(freshness(day('2026-08-27'), today)).toBe('ask-again')
  expect(freshness(day('2026-07-28'), today)).toBe('ask-again')
  expect(freshness(day('2026-07-27'), today)).toBe('stale')
  expect(freshness(null, today)).toBe('stale')
  const rank = { fresh: 0, 'ask-again': 1, stale: 2 }
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (ago, later) => {
      const confirmedOn = after(today, { days: -ago })
      expect(rank[freshness(confirmedOn, after(today, { days: later }))]).toBeGreaterThanOrEqual(
        rank[freshness(confirmedOn, today)],
      )
    }),
  )
})

test('who was asked is left in peace for three weeks', () => {
  const stale = day('2026-01-01')
  expect(isToAsk(stale, undefined, today)).toBe(true)
  expect(isToAsk(stale, after(today, { days: 1 - ASK_AGAIN_DAYS }), today)).toBe(false)
  expect(isToAsk(stale, after(today, { days: -ASK_AGAIN_DAYS }), today)).toBe(true)
  expect(isToAsk(today, undefined, today)).toBe(false)
})

test.each<[string, Record<string, unknown>, string]>([
  ['no name', { name: '  ' }, 'name'],
  ['a name with a sign that steers', { name: 'a\u0000b' }, 'name'],
  ['no part of life', { domains: [] }, 'domains'],
  ['the same part twice', { domains: ['income', 'income'] }, 'domains'],
  ['ages the wrong way round', { minAge: 12, maxAge: 6 }, 'maxAge'],
  ['a walk-in point without a place', { isWalkIn: true, place: undefined }, 'place'],
  ['a number that is none', { phone: 'bel mij' }, 'phone'],
  ['an address that runs a script', { website: 'javascript:alert(1)' }, 'website'],
  ['mail to two', { email: 'a@b.nl,c@d.nl' }, 'email'],
  ['a field that no card has', { secret: 1 }, 'card'],
])('[R-008] a card with %s is refused, with the field it is about', (_, given, field) => {
  const card = Object.fromEntries(Object.entries({ ...aCard(), ...given }).filter(([, value]) => value !== undefined))
  expect(cardFaults(card)).toEqual([field])
})

test('every card that the tests make up is a card', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      expect(cardFormat.parse(card)).toEqual(card)
    }),
  )
})
