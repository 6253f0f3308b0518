import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, after as dayAfter } from '../../../foundation/day.ts'
import { allow, refuse } from '../../../foundation/result.ts'
import { type Item, mayRead, mayReceive, type Reader } from '../disclosure.ts'
import { sharingOf, stateOf, type ToldSharing } from './sharing.ts'

const today = day('2026-11-26')
const settings = { kind: 'adult', today, sharingDays: 90 } as const
const told: ToldSharing = {
  parts: ['plan'],
  purpose: 'Samen dezelfde afspraken volgen',
  ...{ ground: 'consent', consentOn: today, consentHow: 'phone', consentBy: 'self' },
  endsOn: dayAfter(today, { days: 30 }),
}
const refused = (given: Partial<ToldSharing>, kind: 'adult' | 'child' = 'adult') => {
  const answer = sharingOf({ ...told, ...given }, { ...settings, kind })
  return answer.ok ? 'allowed' : answer.reason
}

describe('[R-268] what is recorded of a sharing', () => {
  test('what, for what, by which consent and until when', () => {
    expect(sharingOf(told, settings)).toEqual(
      allow({
        ...{ parts: ['plan'], purpose: 'Samen dezelfde afspraken volgen', endsOn: '2026-12-26' },
        ...{ ground: 'consent', consent: { on: today, how: 'phone', by: 'self' } },
      }),
    )
  })

  test.each<[string, Partial<ToldSharing>]>([
    ['sharing-what', { parts: [] }],
    ['sharing-what', { parts: ['note', 'address'] }],
    ['sharing-purpose', { purpose: ' hulp ' }],
    ['sharing-purpose', { purpose: 'x'.repeat(301) }],
    ['sharing-purpose', { purpose: '\u0000\u0007 \u0000' }],
    ['sharing-ground', { ground: '' }],
    ['sharing-ground', { ground: 'because' }],
    ['sharing-consent', { consentOn: undefined }],
    ['sharing-consent', { consentHow: 'silence' }],
    ['sharing-consent', { consentBy: 'other-parent' }],
    ['day-in-future', { consentOn: dayAfter(today, { days: 1 }) }],
    ['sharing-safety-reason', { ground: 'safety', safetyReason: 'onveilig' }],
    ['sharing-until', { endsOn: undefined }],
    ['sharing-until', { endsOn: dayAfter(today, { days: -1 }) }],
    ['sharing-until', { endsOn: dayAfter(today, { days: 91 }) }],
  ])('is refused as %s: %o', (reason, given) => {
    expect(refused(given)).toBe(reason)
  })

  test('consent of an adult is the adult’s own; of a child it may be of who has authority', () => {
    expect(refused({ consentBy: 'authority' })).toBe('sharing-consent-self')
    expect(refused({ consentBy: 'authority' }, 'child')).toBe('allowed')
  })

  test('the last day is as far away as the municipality says, and no number of ours', () => {
    const far = { ...told, endsOn: dayAfter(today, { days: 10 }) }
    expect(sharingOf(far, { ...settings, sharingDays: 9 })).toEqual(refuse('sharing-until', { days: 9 }))
    expect(sharingOf(far, { ...settings, sharingDays: 10 }).ok).toBe(true)
  })
})

/* ---- who reads: random families, random sharings ------------------------------------------------------------------ */

const persons = ['a', 'b', 'c'] as const // two adults and another one
const accounts = ['w1', 'w2', 'w3', 'w4'] as const
const days = fc.integer({ min: -5, max: 5 }).map((n) => dayAfter(today, { days: n }))

const shared = fc.record({
  personId: fc.constantFrom(...persons),
  receiverId: fc.constantFrom(...accounts),
  endsOn: days,
  acceptedAt: fc.option(fc.constant(new Date('2026-11-20T10:00:00Z'))),
  withdrawnAt: fc.option(fc.constant(new Date('2026-11-21T10:00:00Z')), { freq: 3 }),
})
const world = fc.record({
  sharings: fc.array(shared, { maxLength: 8 }),
  is: fc.dictionary(fc.constantFrom(...accounts), fc.constantFrom(...persons), { maxKeys: 1 }),
  worksOn: fc.dictionary(fc.constantFrom(...accounts), fc.uniqueArray(fc.constantFrom(...persons)), { maxKeys: 2 }),
  on: days,
})

type Shared = typeof shared extends fc.Arbitrary<infer T> ? T : never
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

const standsAccepted = (one: Shared, on: string) =>
  one.acceptedAt !== null && one.withdrawnAt === null && one.endsOn >= on

function asked(account: string, { sharings, is, worksOn, on }: World, one: Shared): { reader: Reader; item: Item } {
  const own = is[account]
  const reader = {
    accountId: account,
    is: new Set(own === undefined ? [] : [own]),
    worksOn: new Set<string>(worksOn[account] ?? []),
    brokeGlassOver: new Set<string>(),
  }
  const receivedOf = sharings.filter((s) => s.receiverId === account && standsAccepted(s, on)).map((s) => s.personId)
  const sharing = {
    ...{ receiverId: one.receiverId, isAccepted: one.acceptedAt !== null, isWithdrawn: one.withdrawnAt !== null },
    ...{ endsOn: one.endsOn, today: on },
    others: new Set(persons.filter((person) => person !== one.personId)),
    receivedOf: new Set(receivedOf),
  }
  return { reader, item: { disclosure: 'received', personId: one.personId, sharing } }
}

const everyAsking = (given: World) =>
  given.sharings.flatMap((one) => accounts.map((account) => ({ account, one, ...asked(account, given, one) })))

test('[R-268] [R-263] nobody reads what is shared before it is taken, after its last day or once it is withdrawn, and nobody but the one it is for', () => {
  fc.assert(
    fc.property(world, (given) => {
      for (const { account, one, reader, item } of everyAsking(given)) {
        if (!mayRead(reader, item)) continue
        expect([account, stateOf(one, given.on)]).toEqual([one.receiverId, 'in-force'])
      }
    }),
    { numRuns: 3_000 },
  )
})

test('[R-088] [R-268] nobody of another side ever reads it, nor is offered it: not the other parent, who helps that one, or who receives of that one', () => {
  fc.assert(
    fc.property(world, (given) => {
      for (const { account, one, reader, item } of everyAsking(given)) {
        if (!mayReceive(reader, item)) continue
        const others = persons.filter((person) => person !== one.personId)
        const reads = given.sharings.filter((s) => s.receiverId === account && standsAccepted(s, given.on))
        expect(others).not.toContain(given.is[account])
        for (const other of others) {
          expect(given.worksOn[account] ?? []).not.toContain(other)
          expect(reads.map((s) => s.personId)).not.toContain(other)
        }
      }
    }),
    { numRuns: 3_000 },
  )
})

test('whoever stands on no other side reads what they took, up to and on the last day', () => {
  const sharing: Shared = { personId: 'a', receiverId: 'w1', endsOn: today, acceptedAt: new Date(), withdrawnAt: null }
  const given = { sharings: [sharing], is: {}, worksOn: {}, on: today }
  const { reader, item } = asked('w1', given, sharing)
  expect(mayRead(reader, item)).toBe(true)
  const offered = asked('w1', given, { ...sharing, acceptedAt: null })
  expect([mayRead(offered.reader, offered.item), mayReceive(offered.reader, offered.item)]).toEqual([false, true])
  const child = asked('w1', { ...given, worksOn: { w1: ['a'] } }, sharing)
  expect(mayRead(child.reader, child.item)).toBe(true)
})
