import type { Asked } from './load.ts'

/** What a parent with two children and a rented home answers; each page takes its own. */
const ANSWERS = [
  ['afraid', 'no'],
  ['together', 'married'],
  ['stage', 'going'],
  ['children', 'under-12'],
  ['children', '12-17'],
  ['authority', 'yes'],
  ['home', 'rented'],
  ['money', 'tight'],
  ['agree', 'partly'],
] as const

/** Somebody who answers the first question and gets the second. */
export const aStepQuestion = {
  name: 'question of the steps',
  ask: (): Asked => asked([['_stap', 'afraid'], ...ANSWERS.slice(0, 1)]),
  isGood: (status: number, body: string): boolean => status === 200 && body.includes('name="together"'),
}

/** Somebody who answered every question and asks for the steps again and again; the first answers walk there. */
export function stepsOfAParent() {
  let carried: readonly (readonly [string, string])[] = []
  return {
    name: 'steps of a parent',
    ask: (): Asked => asked([...carried, ...ANSWERS]),
    isGood: (status: number, body: string): boolean => {
      const field = (name: string) => body.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
      carried = [
        ['_stand', field('_stand')],
        ['_stap', field('_stap')],
      ]
      return status === 200 && body.includes('<h1')
    },
  }
}

function asked(answers: readonly (readonly [string, string])[]): Asked {
  const body = new URLSearchParams()
  for (const [name, value] of [...answers, ['_doe', 'verder'] as const]) body.append(name, value)
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return { path: '/stappen', method: 'POST', headers, body: body.toString() }
}
