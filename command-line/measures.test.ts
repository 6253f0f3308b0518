import { beforeAll, expect, test } from 'vitest'
import { registerMany } from '../capabilities/cases/actions.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { refuse } from '../foundation/result.ts'
import { withDatabase } from '../tests/support/database.ts'
import { aRegistration } from '../tests/support/registrations.ts'
import { aMunicipality, anOperator, aProvision, aRegion, someone, yes } from '../tests/support/world.ts'
import { figureAsked } from './measures.ts'

withDatabase()

const around = { lang: 'nl' as const, now: new Date() }
const share = { code: 'separation-point-closed-share', municipality: 'GM9412' }

beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
  const municipalityId = await aMunicipality({ code: 'GM9412' })
  const { id, organisationId } = await aProvision({ municipalityId, programmeCode: 'separation-point' })
  const worker = await someone({ role: 'coordinator', municipalityId, organisationId })
  const one = (phase: string) => aRegistration({ phase, answers: { village: 'noord', track: 'parent' } })
  yes(await registerMany(worker, id, [one('closed'), one('closed'), one('running')]))
})

test('[R-219] the share that is closed is a figure of the command line, with the two numbers it is made of', async () => {
  const { json, text } = yes(await figureAsked(await anOperator(), share, around))
  expect(json).toMatchObject({
    value: 66.7,
    part: { code: 'separation-point-closed', value: 2 },
    whole: { code: 'separation-point-registered', value: 3 },
  })
  expect(text).toContain(': 66,7')
})

test('a percentage that may not be shown says so', async () => {
  const { json, text } = yes(await figureAsked(await anOperator(), { ...share, audience: 'public' }, around))
  expect(json).toMatchObject({ value: null })
  expect(text).toContain('niet te tonen')
})

test('a percentage is not split, and not of a period', async () => {
  const operator = await anOperator()
  expect(await figureAsked(operator, { ...share, by: 'village' }, around)).toEqual(
    refuse('grouping-unknown', { grouping: 'village', measure: share.code }),
  )
  expect(await figureAsked(operator, { ...share, from: '2022-01-01' }, around)).toEqual(refuse('share-of-a-day'))
})

test('a measure that is not there is told before a municipality is asked for', async () => {
  expect(await figureAsked(await anOperator(), { code: 'no-such-measure' }, around)).toEqual(
    refuse('measure-unknown', { code: 'no-such-measure' }),
  )
  const found = await figureAsked(
    await anOperator(),
    { code: 'home-start-registered', municipality: 'Dalfsen' },
    around,
  )
  expect(found).toEqual(refuse('municipality-code-wrong', { code: 'Dalfsen' }))
})

test('before anything is recorded there is no moment up to which it is known; after it there is', async () => {
  const regionId = await aRegion()
  const code = 'GM9413'
  const municipalityId = await aMunicipality({ code, regionId })
  const asked = { code: 'home-start-registered', municipality: code }
  expect(yes(await figureAsked(await anOperator(), asked, around)).json).toMatchObject({ knownAt: null })
  const { id, organisationId } = await aProvision({ municipalityId, programmeCode: 'separation-point' })
  const worker = await someone({ role: 'coordinator', municipalityId, organisationId })
  yes(
    await registerMany(worker, id, [
      aRegistration({ phase: 'running', answers: { village: 'noord', track: 'parent' } }),
    ]),
  )
  expect(yes(await figureAsked(await anOperator(), asked, around)).json).toMatchObject({
    knownAt: expect.stringMatching(/^20[2-9]\d-/),
  })
})
