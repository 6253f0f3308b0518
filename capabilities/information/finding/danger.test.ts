import { expect, test } from 'vitest'
import { isAboutDanger, isAboutDeath } from './danger.ts'

test.each([
  ...[
    '112',
    'Ik ben bang',
    'hij slaat me',
    'MISHANDELING',
    'bedreigd door mijn ex',
    'huiselijk geweld',
    'hij heeft een mes',
  ],
  ...['veilig thuis', 'gestalkt of stalking', 'blijf-van-mijn-lijf-huis'],
])('who types “%s” sees first whom to call', (typed) => {
  expect(isAboutDanger(typed, 'nl')).toBe(true)
})

test.each(['he hits me', 'Afraid of my ex', 'abusive', 'threatened'])('so does who types “%s”', (typed) => {
  expect(isAboutDanger(typed, 'en')).toBe(true)
})

test.each(['huur', 'alimentatie', 'bankrekening', 'banger', 'messing', 'slaapkamer', 'ouderschapsplan', ''])(
  '“%s” is about something else',
  (typed) => {
    expect(isAboutDanger(typed, 'nl')).toBe(false)
    expect(isAboutDanger(typed, 'en')).toBe(false)
  },
)

test('who types that living is too much sees whom to call for that', () => {
  for (const typed of ['zelfmoord', 'ik wil dood', 'Ik wil niet meer leven', 'suïcidaal', '113'])
    expect(isAboutDeath(typed, 'nl')).toBe(true)
  for (const typed of ['I want to die', 'suicidal']) expect(isAboutDeath(typed, 'en')).toBe(true)
  for (const typed of ['overlijden', 'doodmoe', 'huur']) expect(isAboutDeath(typed, 'nl')).toBe(false)
})
