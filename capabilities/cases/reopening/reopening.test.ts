import { expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { separationPoint } from '../../../tests/support/programmes.ts'
import { reopens, whoGoesOn } from './reopening.ts'

test('opening again is a step out of a closed phase into another, as the definition has it', () => {
  const definition = separationPoint()
  expect(reopens(definition, { from: 'closed', to: 'running' })).toBe(true)
  expect(reopens(definition, { from: 'closing', to: 'running' })).toBe(false)
  expect(reopens(definition, { from: 'not-supported', to: 'running' })).toBe(false)
})

test('[R-065] what is opened again goes back to who worked on it, and asks for another when they are gone', () => {
  const here = ['anna', 'bea']
  expect(whoGoesOn({ present: ['anna'], came: 1 }, { here, chosen: undefined })).toMatchObject({
    value: { stay: ['anna'], joins: undefined },
  })
  expect(whoGoesOn({ present: ['anna', 'carla'], came: 2 }, { here, chosen: 'bea' })).toMatchObject({
    value: { stay: ['anna'], joins: undefined },
  })
  expect(whoGoesOn({ present: ['carla'], came: 1 }, { here, chosen: undefined })).toEqual(refuse('worker-gone'))
  expect(whoGoesOn({ present: [], came: 1 }, { here, chosen: undefined })).toEqual(refuse('worker-gone'))
  expect(whoGoesOn({ present: ['carla'], came: 1 }, { here, chosen: 'bea' })).toMatchObject({ value: { joins: 'bea' } })
  expect(whoGoesOn({ present: ['carla'], came: 1 }, { here, chosen: 'dora' })).toEqual(refuse('colleague-unknown'))
  expect(whoGoesOn({ present: [], came: 0 }, { here, chosen: undefined })).toMatchObject({ ok: true })
})
