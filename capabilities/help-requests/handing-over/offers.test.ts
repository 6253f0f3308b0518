import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { definitionIn } from '../../../tests/support/programmes.ts'
import { HAND_OVER_SUBJECTS } from '../../programmes/definition.ts'
import type { Circumstances } from '../circumstances/circumstances.ts'
import type { RequestDetails } from '../request.ts'
import { type Beside, COVERS, detailsCovered, offersFor, subjectsRaised } from './offers.ts'

const noted = (given: Partial<Circumstances>): Circumstances => ({
  ...{ domains: [], separating: null, money: null, housing: [], noHelpBefore: [], law: null, words: null },
  ...given,
})
const beside = (takes: readonly string[], isRunning = true): Beside => ({
  ...{ provisionId: newId(), organisationId: newId(), organisationName: 'Stichting', programmeCode: 'x' },
  ...{ programme: { nl: 'X', en: 'X' }, takes, isRunning },
})

test('[R-025] a yes on money raises money; a no takes back what the form said, not knowing leaves it', () => {
  const about = (topics: string[], money: Circumstances['money']) =>
    subjectsRaised({ topics }, noted({ money })).includes('money')
  expect([about([], 'yes'), about([], 'unknown'), about([], 'no')]).toEqual([true, false, false])
  expect([about(['money'], null), about(['money'], 'unknown'), about(['money'], 'no')]).toEqual([true, true, false])
})

test('[R-025] the reverse: people who split up are raised at a question about money', () => {
  expect(subjectsRaised({ topics: ['money'] }, noted({ separating: 'yes' }))).toEqual(['separation', 'money'])
  expect(subjectsRaised({ topics: ['separation'] }, undefined)).toEqual(['separation'])
})

test('[R-026] somebody who may lose the home raises housing', () => {
  expect(subjectsRaised({ topics: [] }, noted({ housing: ['children-cannot-stay'] }))).toEqual(['housing'])
})

test('[R-025] who takes over what was raised is offered; what nobody takes is told', () => {
  const [own, coins, ended] = [beside(['separation']), beside(['money']), beside(['money'], false)]
  const found = (all: Beside[]) => {
    const { offers, unmet } = offersFor(['separation', 'money', 'legal'], own.provisionId, [own, ...all])
    return { to: offers.map(({ provisionId, subject }) => [provisionId, subject]), unmet }
  }
  expect(found([coins, ended])).toEqual({ to: [[coins.provisionId, 'money']], unmet: [] })
  expect(found([ended])).toEqual({ to: [], unmet: ['money'] })
})

test('[R-025] of the shipped programmes one takes over money and another separation, so that each can hand to the other', () => {
  const shipped = readdirSync('programmes').map((file) => definitionIn(`programmes/${file}`))
  const takers = (subject: string) =>
    shipped
      .filter(({ takesHandOver = [] }) => takesHandOver.some((one) => one === subject))
      .map(({ roles }) => roles.worker)
  expect([takers('money'), takers('separation')]).toEqual([[['financial-prevention-worker']], [['separation-expert']]])
})

test('a provision is offered once, never the own one, and only what runs', () => {
  const subjects = fc.subarray([...HAND_OVER_SUBJECTS])
  fc.assert(
    fc.property(subjects, fc.array(fc.tuple(subjects, fc.boolean()), { maxLength: 6 }), (raised, all) => {
      const [own, ...others] = [beside(['separation']), ...all.map(([takes, runs]) => beside(takes, runs))]
      if (own === undefined) return
      const { offers } = offersFor(raised, own.provisionId, [own, ...others])
      const ids = offers.map(({ provisionId }) => provisionId)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { provisionId, subject, takes, isRunning } of offers)
        expect([provisionId !== own.provisionId, raised.includes(subject), takes.includes(subject), isRunning]).toEqual(
          [true, true, true, true],
        )
    }),
  )
})

test('[R-025] what the asker did not agree to does not go along', () => {
  const details: RequestDetails = {
    ...{ name: 'Noor', ownWords: 'Hij slaat', reach: 'phone', phone: '06 12345678', mail: null },
    ...{ mayLeaveVoicemail: true, moments: ['late'], othersListen: 'somebody', caution: 'Bel niet na zessen' },
  }
  fc.assert(
    fc.property(fc.subarray([...COVERS]), (covers) => {
      const went = JSON.stringify(detailsCovered(details, covers))
      for (const [cover, secret] of [
        ['name', 'Noor'],
        ['words', 'Hij slaat'],
        ['reach', '06 12345678'],
        ['reach', 'Bel niet na zessen'],
      ] as const)
        expect([cover, went.includes(secret)]).toEqual([cover, covers.includes(cover)])
    }),
  )
  expect(detailsCovered(details, ['name', 'reach', 'words'])).toEqual(details)
})
