import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/database.ts'
import { aBrowser, aVisitor, restartSignIn } from '../../tests/support/signing-in.ts'
import { yes } from '../../tests/support/world.ts'
import { PAPER } from '../access/sign-in/limits.ts'
import { paperOfSteps } from './actions.ts'
import type { Paper } from './paper.ts'

withDatabase()
beforeAll(() => restartSignIn())

const paper: Paper = {
  ...{ lang: 'nl', title: 'Stappen', heading: 'Jouw stappen', lead: 'Begin bij stap 1.', isLarge: false },
  ...{
    helpWord: 'Hulp',
    readWord: 'Lees meer',
    calls: ['Direct gevaar: 112'],
    last: 'Geen juridisch advies.',
    parts: [],
  },
}

test('[R-004] a PDF of steps is made some times in a row from one network, then waits; another network does not', async () => {
  const visitor = await aVisitor()
  const { address } = aBrowser()
  for (let n = 0; n < PAPER.points; n++)
    expect(yes(await paperOfSteps(visitor, { paper, address })).length).toBeGreaterThan(1000)
  expect(await paperOfSteps(visitor, { paper, address })).toMatchObject({ ok: false, reason: 'request-too-many' })
  expect((await paperOfSteps(visitor, { paper, address: aBrowser().address })).ok).toBe(true)
})
