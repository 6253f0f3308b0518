import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Actor } from '../capabilities/access/actor.ts'
import { checkPlanFile } from './step-plan.ts'

const operator: Actor = {
  ...{ personId: '01990000-0000-7000-8000-000000000000', name: 'Beheer', traceId: 'a', channel: 'command-line' },
  grants: [],
} as never // a check reads files alone

const PLAN = 'content/step-plans/apart.json'

test('[R-004] the plan that comes with the product names only pages, facts and programmes that come with it', () => {
  expect(checkPlanFile(operator, PLAN)).toMatchObject({ ok: true, value: { json: { code: 'apart' } } })
})

test('a plan with a fault, a file that is no plan and a file that is not there are refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-steps-'))
  const given = (text: string): string => {
    const file = join(folder, 'plan.json')
    writeFileSync(file, text)
    return file
  }
  const broken = readFileSync(PLAN, 'utf8').replace('"slug": "even-lezen"', '"slug": "nooit-geschreven"')
  expect(checkPlanFile(operator, given(broken))).toMatchObject({ ok: false, reason: 'step-plan-faulty' })
  expect(checkPlanFile(operator, given('{"format":1}'))).toMatchObject({ ok: false, reason: 'step-plan-faulty' })
  expect(checkPlanFile(operator, given('geen json')).ok).toBe(false)
  expect(checkPlanFile(operator, join(folder, 'weg.json')).ok).toBe(false)
})
