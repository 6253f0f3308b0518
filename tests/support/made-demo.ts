import { anEmptyInstallation, startProduct } from './running-product.ts'

/** Where a demo stands that can be copied, as settings of a test run. */
export type MadeDemo = {
  readonly VOORVELD_TEST_DEMO_FOLDER: string
  readonly VOORVELD_TEST_DEMO_DATABASE?: string
}

/** Starts the product for the first time: making the demo takes far longer than copying it for each journey. */
export async function aMadeDemo(): Promise<{ readonly made: MadeDemo; readonly remove: () => Promise<void> }> {
  const { env, remove } = await anEmptyInstallation()
  const product = await startProduct(env)
  await product.stop()
  const { DATA_DIR = '', DATABASE_URL: url } = env
  const database = url && { VOORVELD_TEST_DEMO_DATABASE: new URL(url).pathname.slice(1) }
  return { made: { VOORVELD_TEST_DEMO_FOLDER: DATA_DIR, ...database }, remove }
}
