import { beforeAll, expect, test } from 'vitest'
import { type Day, dayAt } from '../../foundation/day.ts'
import { withDatabase } from '../../tests/support/database.ts'
import {
  aCoordinator,
  aFinishedImport,
  aRegister,
  LINDELOO,
  OOSTERVELD,
  syntheticRegister,
} from '../../tests/support/imports.ts'
import { anOperator, yes } from '../../tests/support/world.ts'
import { countMigrationBackground } from '../access/actions.ts'
import { figure } from '../measures/queries.ts'
import { lastQuarterEnd } from '../measures/special-days.ts'
import { publishShippedProgrammes } from '../programmes/shipped.ts'
import { undoImport } from './actions.ts'

withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

type Coordinator = Awaited<ReturnType<typeof aCoordinator>>
const today = dayAt(new Date())

/** A figure of the own files: its value, and the values of its parts that are not nothing. */
async function figureOf(
  { actor, municipalityId }: Coordinator,
  measure: string,
  more: { by?: string; knownOn?: Date; asOf?: Day } = {},
) {
  const scope = { municipalityId }
  const found = yes(await figure(actor, { measure, scope, asOf: today, audience: 'organisation', ...more }))
  const parts = found.breakdown.filter((one) => one.value !== 0).map((one) => [one.key, one.value])
  return { value: found.value, knownAt: found.knownAt, mean: found.mean, parts: Object.fromEntries(parts) }
}

test('[F-10] [F-11] [F-12] [F-13] [F-14] a register that was brought in comes out as figures', async () => {
  const here = await aCoordinator()
  yes(await countMigrationBackground(await anOperator(), here.municipalityId, true))
  const ended = lastQuarterEnd(today)
  await aFinishedImport(here.actor, here.provisionId, syntheticRegister(), ended)
  const families = (by: string) => figureOf(here, 'home-start-supported-families', { by })
  expect(await families('village')).toMatchObject({
    ...{ value: 22, parts: { 'akkerveen-dorp': 12, lindeloo: 4, oosterveld: 6 } },
  })
  expect((await families('referrer')).parts).toEqual({
    ...{ municipality: 7, ggd: 5, amw: 4, school: 2, 'own-initiative': 2, family: 1, 'home-care': 1 },
  })
  const byQuarter = { by: 'migration-background', asOf: ended }
  expect((await figureOf(here, 'home-start-supported-families', byQuarter)).parts).toEqual({ yes: 10, no: 12 })
  const mentions = await figureOf(here, 'home-start-question-mentions', { by: 'question' })
  expect(mentions).toMatchObject({
    value: 38,
    parts: { 'parenting-support': 14, 'widen-network': 5, 'listening-ear': 4 },
  })
  const children = await figureOf(here, 'home-start-children', { by: 'age-band' })
  expect(children).toMatchObject({ value: 43, parts: { '0-3': 15, '4-11': 26, '12-17': 2 } })
  const byVillage = await figureOf(here, 'home-start-children', { by: 'village' })
  expect(byVillage.parts).toEqual({ 'akkerveen-dorp': 24, lindeloo: 7, oosterveld: 12 })
  expect(await figureOf(here, 'home-start-children', { by: 'age-in-years' })).toMatchObject({ mean: 226 / 43 })
  const perFamily = await families('children-per-family')
  expect(perFamily).toMatchObject({ value: 22, mean: 43 / 22, parts: { 1: 9, 2: 7, 3: 4, 4: 2 } })
  expect((await families('age-band')).parts).toMatchObject({ '0-3': 14 })
})

test('[R-060] undoing an import takes its families out of the figure from then on, and leaves what was known before', async () => {
  const here = await aCoordinator()
  const families = (knownOn?: Date) =>
    figureOf(here, 'home-start-supported-families', { by: 'village', ...(knownOn !== undefined && { knownOn }) })
  await aFinishedImport(here.actor, here.provisionId, aRegister(LINDELOO))
  const id = await aFinishedImport(here.actor, here.provisionId, aRegister(LINDELOO, OOSTERVELD, OOSTERVELD))
  const before = await families()
  expect(before).toMatchObject({ value: 3, parts: { lindeloo: 1, oosterveld: 2 } })
  yes(await undoImport(here.actor, id))
  expect(await families()).toMatchObject({ value: 1, parts: { lindeloo: 1 } })
  expect(await families(new Date(before.knownAt))).toEqual(before)
})
