import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, after as dayAfter } from '../../../foundation/day.ts'
import {
  type DayHour,
  type Facts,
  isOddHour,
  isPeak,
  isUrgent,
  isWorthMail,
  MANY_ACCOUNTS,
  ODD_KINDS,
  oddSignIns,
  PEAK_FLOOR,
  type Try,
  usualFailed,
} from './odd.ts'
import { placeOf } from './place.ts'

const today = day('2026-11-26') // a Thursday
const moment = new Date('2026-11-26T10:30:00Z')
const facts = (given: Partial<Facts> = {}): Facts => ({
  ...{ now: { on: today, hour: 11 }, lastHour: [], earlier: [], arrivals: [] },
  ...given,
})
const aTry = (given: Partial<Try> = {}): Try => ({
  ...{ at: moment, isDone: false, personId: 'p', account: 'p', network: 'n', units: ['organisation o'] },
  isOfResident: false,
  ...given,
})
const tries = (n: number, make: (at: number) => Partial<Try> = () => ({})): Try[] =>
  Array.from({ length: n }, (_, at) => aTry(make(at)))
const kinds = (given: Partial<Facts>) =>
  oddSignIns(facts(given)).map(({ kind, unit }) => `${kind} ${unit ?? ''}`.trim())

describe('a peak of failed sign-ins', () => {
  test('below the floor nothing is a peak, however quiet it always was', () => {
    expect(kinds({ lastHour: tries(PEAK_FLOOR.other - 1) })).toEqual([])
    expect(kinds({ lastHour: tries(PEAK_FLOOR.other) })).toEqual(['failed-peak organisation o'])
  })

  test('everything together has a floor of its own, and people who are nobody here count there alone', () => {
    const nobodies = tries(PEAK_FLOOR.platform, (at) => ({
      ...{ personId: undefined, account: `x${at % 3}`, units: [], network: `n${at % 3}` },
    }))
    expect(kinds({ lastHour: nobodies })).toEqual(['failed-peak platform'])
    expect(kinds({ lastHour: nobodies.slice(1) })).toEqual([])
  })

  test('sign-ins that went well are no part of it', () => {
    expect(kinds({ lastHour: tries(60, () => ({ isDone: true })) })).toEqual([])
  })

  test('where it is busy every day at this hour, more of it is usual', () => {
    const earlier = Array.from({ length: 28 }, (_, at) => ({
      on: dayAfter(today, { days: -1 - at }),
      hour: 11,
      failed: 20,
    }))
    const wider = earlier.flatMap((one) => [one, { ...one, hour: 10 }, { ...one, hour: 12 }])
    const inOffice = wider.map((one) => ({ ...one, unit: 'organisation o' as const }))
    expect(kinds({ lastHour: tries(60), earlier: inOffice })).not.toContain('failed-peak organisation o')
    expect(kinds({ lastHour: tries(61), earlier: inOffice })).toContain('failed-peak organisation o')
  })

  test('the weekend is compared with weekends', () => {
    const saturday = day('2026-11-28')
    const workdays = Array.from({ length: 28 }, (_, at) => dayAfter(saturday, { days: -1 - at })).filter(
      (on) => ![0, 6].includes(new Date(on).getUTCDay()),
    )
    const earlier = workdays.flatMap((on) => [10, 11, 12].map((hour) => ({ on, hour, failed: 30 })))
    expect(usualFailed(earlier, { on: saturday, hour: 11 })).toBe(0)
    expect(usualFailed(earlier, { on: day('2026-11-27'), hour: 11 })).toBe(30)
  })

  const hours = fc.array(
    fc.record({ ago: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }), failed: fc.nat(500) }),
    { maxLength: 200 },
  )
  const asEarlier = (all: { ago: number; hour: number; failed: number }[]) =>
    all.map(({ ago, hour, failed }) => ({ on: dayAfter(today, { days: -ago }), hour, failed }))

  test('what is usual is never more than what ever was, and an attack on one day does not make attacks usual', () => {
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 23 }), (all, hour) => {
        const earlier = asEarlier(all)
        const usual = usualFailed(earlier, { on: today, hour })
        expect(usual).toBeLessThanOrEqual(Math.max(0, ...all.map(({ failed }) => failed)))
        const quiet = earlier.filter(({ on }) => on !== dayAfter(today, { days: -1 }))
        const attacked = [0, 1, 2, 3, 22, 23].map((at) => ({
          on: dayAfter(today, { days: -1 }),
          hour: at,
          failed: 9_999,
        }))
        expect(usualFailed([...quiet, ...attacked], { on: today, hour })).toBeLessThanOrEqual(
          Math.max(0, ...all.map(({ failed }) => failed)),
        )
      }),
    )
  })

  test('more failures never take a peak away, and a busier past never makes one', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(100), fc.nat(300), fc.nat(300), (failed, floor, usual, more) => {
        if (isPeak(failed, usual, floor)) expect(isPeak(failed + more, usual, floor)).toBe(true)
        if (isPeak(failed, usual + more, floor)) expect(isPeak(failed, usual, floor)).toBe(true)
        if (failed < floor) expect(isPeak(failed, usual, floor)).toBe(false)
      }),
    )
  })
})

describe('many accounts from one network', () => {
  const sprayed = (n: number): Try[] => tries(n, (at) => ({ personId: `p${at}`, account: `p${at}` }))

  test('five accounts of one organisation are many, from five networks they are not', () => {
    expect(kinds({ lastHour: sprayed(MANY_ACCOUNTS.other) })).toEqual(['many-accounts organisation o'])
    expect(kinds({ lastHour: sprayed(MANY_ACCOUNTS.other - 1) })).toEqual([])
    expect(kinds({ lastHour: sprayed(MANY_ACCOUNTS.other).map((one, at) => ({ ...one, network: `n${at}` })) })).toEqual(
      [],
    )
  })

  test('an office where people mistype and then come in is none', () => {
    const office = sprayed(12)
    expect(kinds({ lastHour: [...office, ...office.map((one) => ({ ...one, isDone: true }))] })).toEqual([])
  })

  test('addresses that are nobody count over the whole platform, and a try without a name counts nowhere', () => {
    const guesses = tries(10, (at) => ({ personId: undefined, account: `g${at}`, units: [] }))
    expect(kinds({ lastHour: guesses })).toEqual(['many-accounts platform'])
    expect(kinds({ lastHour: guesses.map((one) => ({ ...one, account: undefined })) })).toEqual([])
  })
})

describe('one account from many networks', () => {
  test('a wrong try from three networks, or any try from five', () => {
    const from = (n: number, isDone: boolean) => tries(n, (at) => ({ network: `n${at}`, isDone }))
    expect(kinds({ lastHour: from(2, false) })).toEqual([])
    expect(kinds({ lastHour: from(3, false) })).toEqual(['many-networks'])
    expect(kinds({ lastHour: from(4, true) })).toEqual([])
    expect(kinds({ lastHour: from(5, true) })).toEqual(['many-networks'])
  })

  test('it is about the account only, and says of whom', () => {
    const [found] = oddSignIns(facts({ lastHour: tries(3, (at) => ({ network: `n${at}`, isOfResident: true })) }))
    expect(found).toMatchObject({ personId: 'p', isOfResident: true, networks: 3, tries: 3 })
    expect(found).not.toHaveProperty('unit')
    expect(found).not.toHaveProperty('network')
  })
})

describe('a sign-in at an unusual hour', () => {
  const at = (minute: number, on = today): DayHour => ({ on, minute })
  const office = Array.from({ length: 20 }, (_, ago) =>
    at(9 * 60 + (ago % 8) * 60, dayAfter(today, { days: -1 - ago })),
  )

  test('three at night is, of somebody who works by day; a quarter of an hour before the usual is not', () => {
    expect(isOddHour(at(3 * 60), office)).toBe(true)
    expect(isOddHour(at(8 * 60 + 45), office)).toBe(false)
  })

  test('round midnight is counted round', () => {
    const late = office.map(({ on }) => at(23 * 60 + 30, on))
    expect(isOddHour(at(30), late)).toBe(false)
    expect(isOddHour(at(3 * 60), late)).toBe(true)
  })

  test('of whom little is known nothing is unusual', () => {
    expect(isOddHour(at(3 * 60), office.slice(0, 9))).toBe(false)
    expect(
      isOddHour(
        at(3 * 60),
        Array.from({ length: 30 }, () => at(9 * 60)),
      ),
    ).toBe(false)
  })

  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
  test('an hour at which somebody came in before is never odd, and what is more known never makes a seen hour odd', () => {
    fc.assert(
      fc.property(fc.array(minute, { minLength: 12, maxLength: 60 }), minute, fc.array(minute), (seen, now, more) => {
        const earlier = seen.map((one, ago) => at(one, dayAfter(today, { days: -1 - ago })))
        expect(isOddHour(at(seen[0] ?? 0), earlier)).toBe(false)
        const wider = [...earlier, ...more.map((one) => at(one))]
        if (!isOddHour(at(now), earlier)) expect(isOddHour(at(now), wider)).toBe(false)
      }),
    )
  })
})

describe('a new network', () => {
  const arrival = {
    ...{ at: { on: today, minute: 600, moment }, personId: 'p', isOfResident: false },
    ...{ network: 'n', isNewNetwork: true, device: 'firefox/linux', earlier: [] },
  }
  test('is told once for each arrival, with the device', () => {
    expect(oddSignIns(facts({ arrivals: [arrival] }))).toMatchObject([
      { kind: 'new-network', personId: 'p', network: 'n', device: 'firefox/linux', tries: 1 },
    ])
    expect(
      kinds({
        arrivals: [
          { ...arrival, isNewNetwork: false },
          { ...arrival, network: undefined },
        ],
      }),
    ).toEqual([])
  })
})

test('the same facts in another order give the same', () => {
  const some = fc.record({
    at: fc.integer({ min: 0, max: 3_599_000 }).map((ms) => new Date(moment.getTime() - ms)),
    isDone: fc.boolean(),
    personId: fc.constant(undefined),
    account: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { nil: undefined }),
    network: fc.option(fc.constantFrom('n', 'm'), { nil: undefined }),
    units: fc.subarray(['organisation o', 'municipality m'] as const),
    isOfResident: fc.boolean(),
  })
  const sorted = (lastHour: readonly Try[]) =>
    oddSignIns(facts({ lastHour }))
      .map((found) => JSON.stringify(found))
      .sort()
  fc.assert(
    fc.property(fc.array(some, { maxLength: 80 }), (all) => {
      const owned = all.map((one) => ({ ...one, personId: one.account }))
      expect(sorted(owned.toReversed())).toEqual(sorted(owned))
    }),
  )
})

test('who is trying now is told at once; a new network alone waits to be read', () => {
  const about = (kind: (typeof ODD_KINDS)[number], answer: 'mine' | 'not-mine' | null = null) => ({
    ...{ kind, answer },
    personId: kind === 'failed-peak' || kind === 'many-accounts' ? null : 'p',
  })
  expect(ODD_KINDS.filter((kind) => isUrgent(about(kind)))).toEqual(['failed-peak', 'many-accounts', 'many-networks'])
  expect(isUrgent(about('new-network', 'not-mine'))).toBe(true)
  const [network, hour] = [about('new-network'), about('odd-hour')]
  expect(isWorthMail(network, [network])).toBe(false)
  expect(isWorthMail(hour, [hour])).toBe(false)
  expect(isWorthMail(network, [network, hour])).toBe(true)
  expect(isWorthMail(hour, [network, { ...hour, personId: 'q' }])).toBe(false)
  expect(isWorthMail(about('new-network', 'mine'), [network, hour])).toBe(false)
})

test.each([
  ['192.0.2.7', '192.0.2.0/24'],
  ['::ffff:192.0.2.7', '192.0.2.0/24'],
  ['2001:db8:1:2', '2001:db8:1::/48'],
  ['2001:0DB8:0001:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::7', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['', undefined],
  ['999.1.1.1', undefined],
  ['geen adres', undefined],
  ['1'.repeat(10_000), undefined],
])('%s lies in the network %s', (address, place) => {
  expect(placeOf(address)).toBe(place)
})

test('addresses of one network fall together, and whatever text comes gives a network or nothing', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(byte, byte, byte, byte, byte, (a, b, c, one, other) => {
      expect(placeOf(`${a}.${b}.${c}.${one}`)).toBe(placeOf(`${a}.${b}.${c}.${other}`))
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), fc.string()), (text) => {
      const place = placeOf(text)
      if (place !== undefined) expect(place).toMatch(/^(\d+\.\d+\.\d+\.0\/24|[0-9a-f]+:[0-9a-f]+:[0-9a-f]+::\/48)$/)
    }),
  )
})
