import { expect, test } from 'vitest'
import type { Step } from '../../capabilities/step-plan/definition.ts'
import { HelpBeside, helpInLines } from './help-beside.tsx'

const words = { nl: 'Bel iemand', en: 'Call somebody' }
const step: Step = {
  ...{ code: 'call', at: 'now', title: words, if: [[{ question: 'afraid', is: ['no'] }]], why: words, who: words },
  ...{ pages: [], offers: ['away', 'separation-point'] },
}
const door = {
  ...{ name: 'Inloop Relatie en Scheiding', address: 'De Hof 4, 9999 AA Dorp', phone: '0999 110 030' },
  hours: ['maandag 9.00 tot 12.00 uur'],
}
const numbered = (given: Partial<Step> = {}, number = 1) => ({ ...step, ...given, number })
const onPaper = (given: Partial<typeof door> | undefined, isAlone = false) => ({
  ...{ lang: 'nl' as const, known: known(given), isAlone, helped: new Map<string, number>() },
})
const known = (given?: Partial<typeof door>) => ({
  here: { lang: 'nl' as const },
  offers: new Map([
    ['separation-point', { name: 'Scheidingspunt', summary: 'Denkt mee.', door: given && { ...door, ...given } }],
  ]),
})
const shown = (isAlone: boolean, helped = new Set<string>()): string =>
  String(
    <HelpBeside
      lang="nl"
      known={known({})}
      step={step}
      isAlone={isAlone}
      isHelpKnown={helped.has('separation-point')}
    />,
  )

test('[R-002] [R-004] help beside a step says where it is: name, address, number and hours', () => {
  for (const one of [door.name, door.address, 'href="tel:0999110030"', ...door.hours])
    expect(shown(false)).toContain(one)
  const paper = onPaper({})
  expect(helpInLines(numbered(), paper)).toEqual([
    ...['Scheidingspunt', door.name, door.address, door.phone],
    ...door.hours,
  ])
  expect(helpInLines(numbered({}, 4), paper)).toEqual([
    ...['Scheidingspunt, 0999 110 030', 'Adres en tijden staan bij stap 1.'],
  ])
})

test('the same help at a later step is its name and number', () => {
  const again = shown(false, new Set(['separation-point']))
  expect(again).toContain('Scheidingspunt')
  expect(again).toContain('0999 110 030')
  expect(again).not.toContain(door.address)
})

test('[R-004] [R-017] whoever is afraid is told of no address and no number, on screen and on paper', () => {
  const [first, again] = [new Set<string>(), new Set(['separation-point'])].map((helped) => shown(true, helped))
  for (const one of [door.name, door.address, door.phone, ...door.hours]) expect(first).not.toContain(one)
  expect(first).toContain('Scheidingspunt')
  // A name that leads nowhere is said once.
  expect(again).toBe('<div class="todo-help"></div>')
  expect(helpInLines(numbered(), onPaper({}, true))).toEqual([])
})

test('where no card says where it is, help is its name', () => {
  expect(helpInLines(numbered(), onPaper(undefined))).toEqual(['Scheidingspunt'])
  expect(helpInLines(numbered({ offers: ['away'] }), onPaper({}))).toEqual([])
})
