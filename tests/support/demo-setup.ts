import type { TestProject } from 'vitest/node'
import { anEmptyInstallation, anInstallation, startProduct } from './running-product.ts'

/** A demo that the files of one thread walk after each other, as told to the threads. */
export type SharedDemo = { readonly address: string; readonly env: Readonly<Record<string, string>> }

/**
 * Starts the product for the first time, once: making the demo takes far longer than copying it for each journey. Then starts one
 * per thread, for the journeys that leave the demo as they found it or add only what no other looks at.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { env, remove } = await anEmptyInstallation()
  const product = await startProduct(env)
  await product.stop()
  process.env.VOORVELD_TEST_DEMO_FOLDER = env.DATA_DIR
  if (env.DATABASE_URL !== undefined)
    process.env.VOORVELD_TEST_DEMO_DATABASE = new URL(env.DATABASE_URL).pathname.slice(1)
  const threads = project.name === 'journeys' ? project.vitest.config.maxWorkers : 0
  const shared = await Promise.all(Array.from({ length: threads }, aShared))
  process.env.VOORVELD_TEST_SHARED_DEMOS = JSON.stringify(
    shared.map(({ address, env }): SharedDemo => ({ address, env })),
  )
  return async () => {
    for (const { stop } of shared) await stop()
    await remove()
  }
}

async function aShared() {
  const { env, remove } = await anInstallation()
  const { address, stop } = await startProduct(env)
  return {
    ...{ address, env },
    stop: async () => {
      await stop()
      await remove()
    },
  }
}
