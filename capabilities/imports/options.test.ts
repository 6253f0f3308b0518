import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProgramme } from '../../tests/support/programmes-imported.ts'
import { mentionsIn, optionFinder } from './options.ts'

const question = aProgramme.questions.find((one) => one.code === 'question')
const finder = optionFinder({ type: 'many', options: question?.options ?? [] })

test.each([
  ['Opvoedondersteuning', ['parenting'], []],
  ['opvoedondersteuning, SCHERMTIJD', ['parenting', 'screens'], []],
  ['Wegwijs maken; netwerk vergroten', ['finding-the-way', 'network'], []],
  ['wegwijs maken en netwerk', ['finding-the-way', 'network'], []],
  ['schermtijd/netwerk', ['screens', 'network'], []],
  ['rust en regelmaat', ['rest'], []],
  ['rust, reinheid en regelmaat', ['rest'], []],
  ['schermtijd en rust en regelmaat', ['screens', 'rest'], []],
  ['schermtijd, schermtijd', ['screens'], []],
  ['slaap en dromen', ['other'], ['slaap en dromen']],
  ['slaap, dromen', ['other'], ['slaap', 'dromen']],
  ['slaap en schermtijd', ['other', 'screens'], ['slaap']],
  ['schermtijd en slaap en dromen', ['screens', 'other'], ['slaap en dromen']],
])('in "%s" the options are told apart', (text, codes, unknown) => {
  expect(mentionsIn(finder, text)).toEqual({ codes, unknown })
})

test('any mix of known options, in any order and parted in any way, gives exactly those', () => {
  const names = new Map((question?.options ?? []).map((option) => [option.name.nl, option.code]))
  const some = fc.uniqueArray(fc.constantFrom(...names.keys()), { minLength: 1 })
  fc.assert(
    fc.property(some, fc.constantFrom(', ', ';', ' en ', ' / ', ' & ', '\n'), (chosen, between) => {
      const { codes, unknown } = mentionsIn(finder, chosen.join(between))
      expect(unknown).toEqual([])
      expect(codes.toSorted()).toEqual(chosen.map((name) => names.get(name)).toSorted())
    }),
  )
})
