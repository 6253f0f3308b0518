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

/** Somebody who answered every question and asks for the steps again and again; the first answers walk there. */
export function stepsOfAParent() {
  let carried: readonly (readonly [string, string])[] = []
  return {
    name: 'steps of a parent',
    ask: (): Asked => ({
      path: '/stappen',
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: bodyOf([...carried, ...ANSWERS, ['_doe', 'verder']]),
    }),
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

function bodyOf(fields: readonly (readonly [string, string])[]): string {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  return body.toString()
}
