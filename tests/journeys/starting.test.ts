import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  anEmptyInstallation,
  anInstallation,
  type Installation,
  type RunningProduct,
  startProduct,
} from '../support/running-product.ts'

let running: RunningProduct
let here: Installation
let elsewhere: Installation

beforeAll(async () => {
  here = await anInstallation()
  elsewhere = await anEmptyInstallation()
  running = await startProduct(here.env)
}, 120_000)
afterAll(async () => {
  await running.stop()
  await here.remove()
  await elsewhere.remove()
})

/** Starts the built server and gives what it said before it ended. */
function said(env: Record<string, string>) {
  const settings = { PATH: process.env.PATH ?? '', ...env }
  const { status, stderr } = spawnSync(process.execPath, ['build/server.js'], { env: settings, timeout: 30_000 })
  return { status, said: stderr.toString() }
}

test('a second process on the same folder is refused in one sentence', () => {
  expect(said(here.env)).toEqual({ status: 1, said: 'Voorveld draait al op deze map.\n' })
})

test('a port that is taken is told in one sentence, before any database opens', () => {
  const { port } = new URL(running.address)
  expect(said({ ...elsewhere.env, PORT: port })).toEqual({
    status: 1,
    said: `Poort ${port} is al in gebruik; kies een andere met PORT.\n`,
  })
})

test.each([
  [{ PORT: 'twaalf' }, /PORT/],
  [{ MODE: 'production' }, /ALLOW_EMBEDDED/],
  [{ MODE: 'production', ALLOW_EMBEDDED: '1', APP_SECRET: 'kort' }, /APP_SECRET/],
])('settings %o are refused by name, one sentence each', (wrong, named) => {
  const { status, said: sentences } = said({ ...elsewhere.env, ...wrong })
  expect(status).toBe(1)
  for (const sentence of sentences.trim().split('\n')) expect(sentence).toMatch(/^[A-Z].*\.$/)
  expect(sentences).toMatch(named)
})

test('asked to stop, it answers what it was busy with and ends in order', async () => {
  const installation = await anInstallation()
  const product = await startProduct(installation.env)
  const answers = Array.from({ length: 20 }, () => fetch(`${product.address}/`).then((one) => one.status))
  await Promise.race(answers)
  await product.stop()
  await installation.remove()
  // What had not begun yet finds the door closed; nothing that had begun is broken off or ends in a fault.
  const given = (await Promise.allSettled(answers)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(given.length).toBeGreaterThan(0)
  expect(new Set(given)).toEqual(new Set([200]))
  expect(product.process.exitCode).toBe(0)
})
