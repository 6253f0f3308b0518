import { expect, test } from 'vitest'
import { dueMilestones } from '../capabilities/cases/due/due.ts'
import { fold } from '../capabilities/cases/timeline.ts'
import { chanceFrom, seedOf } from '../database/demo/chance.ts'
import { drawnHistory } from '../database/demo/history.ts'
import { readShape, shapeOf } from '../database/demo/shape.ts'
import { after, day, daysBetween } from '../foundation/day.ts'
import { definitionIn } from '../tests/support/programmes.ts'

const today = day('2026-11-26')
const MANY = 60

test.each(['home-start', 'separation-point', 'money-point'])(
  'in the invented years of %s nothing waits for weeks on the list of today, and something comes up',
  (code) => {
    const definition = definitionIn(`programmes/${code}.json`)
    const shape = shapeOf(readShape(), code)
    const late: number[] = []
    let due = 0
    for (let at = 0; at < MANY; at++) {
      const drawn = {
        definition,
        shape,
        today,
        chance: chanceFrom(seedOf(`${code} ${at}`)),
        workers: [],
        villages: ['noord'],
      }
      const { history = [], ...registration } = drawnHistory(drawn, after(today, { days: -11 * at - 3 }))
      const { holdsOn, phase, answers } = registration
      const state = fold([{ type: 'registered', holdsOn, phase, answers }, ...history], today)
      if (state === undefined) continue
      const row = { id: '', rowVersion: 1, personId: null, municipalityId: '', villageCode: null, ...state }
      const found = dueMilestones(definition, row, { today, until: after(today, { days: 90 }) })
      due += found.length
      late.push(...found.map(({ latest }) => daysBetween(latest, today)).filter((days) => days > 14))
    }
    expect(late).toEqual([])
    expect(due).toBeGreaterThan(0)
  },
)
