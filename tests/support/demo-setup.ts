import type { TestProject } from 'vitest/node'
import { aMadeDemo } from './made-demo.ts'
import { anInstallation, startProduct } from './running-product.ts'

/** A demo that the files of one thread walk after each other, as told to the threads. */
export type SharedDemo = { readonly address: string; readonly env: Readonly<Record<string, string>> }

/**
 * Sees to a demo to copy, which `npm test` made already, and starts one copy per thread, for the journeys that leave the demo as they
 * found it or add only what no other looks at.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const here = process.env.VOORVELD_TEST_DEMO_FOLDER === undefined ? await aMadeDemo() : undefined
  Object.assign(process.env, here?.made)
  const threads = project.name === 'journeys' ? project.vitest.config.maxWorkers : 0
  const shared = await Promise.all(Array.from({ length: threads }, aShared))
  process.env.VOORVELD_TEST_SHARED_DEMOS = JSON.stringify(
    shared.map(({ address, env }): SharedDemo => ({ address, env })),
  )
  return async () => {
    for (const { stop } of shared) await stop()
    await here?.remove()
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
