import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, day } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { endOf, STEUNFIGUUR_KINDS, type Steunfiguur, steunfiguurOf, type ToldSteunfiguur } from './steunfiguur.ts'

const today = day('2026-11-27')

const told = (given: Partial<ToldSteunfiguur> = {}): ToldSteunfiguur => ({
  ...{ kind: 'family', called: 'oma', organisation: '', startsOn: day('2026-11-01') },
  ...{ isAgreed: true, agreedOn: day('2026-10-30'), agreedBy: 'talk' },
  ...given,
})

const known = (given: Partial<Steunfiguur> = {}): Steunfiguur => ({
  ...{ id: 'a', childId: 'c', kind: 'family', called: 'Oma', organisation: null, startsOn: day('2026-09-01') },
  ...{ endsOn: null, agreedOn: day('2026-09-01'), agreedBy: 'talk' },
  ...given,
})

describe('[R-068] somebody of its own for a child', () => {
  test('is linked with what the child calls this person, on one line, and with how the child agreed', () => {
    expect(steunfiguurOf(told({ called: '  tante \n Bep ', agreedBy: 'drawing' }), [], today)).toEqual({
      ok: true,
      value: {
        ...{ kind: 'family', called: 'tante Bep', organisation: null, startsOn: '2026-11-01' },
        ...{ agreedOn: '2026-10-30', agreedBy: 'drawing' },
      },
    })
  })

  test.each([
    ['steunfiguur-not-agreed', { isAgreed: false }],
    ['steunfiguur-agreed-how', { agreedBy: 'song' }],
    ['steunfiguur-agreed-day', { agreedOn: undefined }],
    ['steunfiguur-agreed-later', { agreedOn: day('2026-11-02') }],
    ['steunfiguur-kind', { kind: 'stranger' }],
    ['steunfiguur-start', { startsOn: undefined }],
    ['day-in-future', { startsOn: day('2026-11-28') }],
    ['steunfiguur-private', { organisation: 'Buurthuis' }],
  ] as const)('is refused with %s', (reason, given) => {
    expect(steunfiguurOf(told(given), [], today)).toEqual(refuse(reason))
  })

  test.each(['', ' ', 'x'.repeat(41), 'oma 0612345678', 'oma@voorbeeld.example'])('is not called “%s”', (called) => {
    expect(steunfiguurOf(told({ called }), [], today)).toEqual(refuse('steunfiguur-called', { most: 40 }))
  })

  test('comes from an organisation that is named, or is a private person of whom none is kept', () => {
    for (const kind of STEUNFIGUUR_KINDS) {
      const [bare, named] = ['', 'Maatjesplein'].map((organisation) =>
        steunfiguurOf(told({ kind, organisation }), [], today),
      )
      expect([kind, bare?.ok, named?.ok]).toEqual([
        kind,
        !['volunteer', 'online-buddy'].includes(kind),
        !['family', 'neighbour'].includes(kind),
      ])
    }
  })

  test('is not there twice at the same time, however it is written', () => {
    expect(steunfiguurOf(told({ called: 'OMA' }), [known()], today)).toEqual(refuse('steunfiguur-twice'))
    expect(steunfiguurOf(told(), [known({ endsOn: day('2026-11-01') })], today)).toEqual(refuse('steunfiguur-twice'))
    for (const other of [{ endsOn: day('2026-10-31') }, { called: 'oma van papa' }, { kind: 'neighbour' }] as const)
      expect(steunfiguurOf(told(), [known(other)], today).ok).toBe(true)
  })

  test('ends on a day, once, not before it began and not in days to come', () => {
    expect(endOf(known(), today, today)).toEqual({ ok: true, value: today })
    expect(endOf(known(), undefined, today)).toEqual(refuse('steunfiguur-end'))
    expect(endOf(known(), day('2026-08-31'), today)).toEqual(refuse('steunfiguur-end-early'))
    expect(endOf(known(), after(today, { days: 1 }), today)).toEqual(refuse('day-in-future'))
    expect(endOf(known({ endsOn: today }), today, today)).toEqual(refuse('steunfiguur-ended'))
  })
})

const someDay = fc.integer({ min: -40, max: 0 }).map((days) => after(today, { days }))
const someTold = fc.record({
  kind: fc.constantFrom(...STEUNFIGUUR_KINDS, 'x'),
  called: fc.constantFrom('oma', ' Oma', 'opa', '', 'x'.repeat(60)),
  organisation: fc.constantFrom('', 'Maatjesplein'),
  ...{ startsOn: fc.option(someDay, { nil: undefined }), isAgreed: fc.boolean() },
  ...{ agreedOn: fc.option(someDay, { nil: undefined }), agreedBy: fc.constantFrom('talk', 'letter', '') },
})

test('[R-068] whatever is filled in and ended, nobody is linked whom the child did not agree to first, and nobody twice on one day', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someTold, fc.option(someDay)), { maxLength: 12 }), (given) => {
      const linked: Steunfiguur[] = []
      for (const [one, ending] of given) {
        const answer = steunfiguurOf(one, linked, today)
        if (!answer.ok) continue
        expect(one.isAgreed).toBe(true)
        expect(answer.value.agreedOn <= answer.value.startsOn).toBe(true)
        const last = ending === null ? undefined : endOf({ ...answer.value, endsOn: null }, ending, today)
        linked.push({ ...answer.value, id: `${linked.length}`, childId: 'c', endsOn: last?.ok ? last.value : null })
      }
      for (const [at, a] of linked.entries())
        for (const b of linked.slice(at + 1))
          if (a.kind === b.kind && a.called.toLowerCase() === b.called.toLowerCase())
            expect((a.endsOn ?? '9') < b.startsOn || (b.endsOn ?? '9') < a.startsOn).toBe(true)
    }),
  )
})
