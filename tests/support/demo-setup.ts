import { anEmptyInstallation, startProduct } from './running-product.ts'

/** Starts the product for the first time, once: making the demo takes far longer than copying it for each journey. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { env, remove } = await anEmptyInstallation()
  const product = await startProduct(env)
  await product.stop()
  process.env.VOORVELD_TEST_DEMO_FOLDER = env.DATA_DIR
  if (env.DATABASE_URL !== undefined)
    process.env.VOORVELD_TEST_DEMO_DATABASE = new URL(env.DATABASE_URL).pathname.slice(1)
  return remove
}
