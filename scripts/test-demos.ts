import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

type Settings = Readonly<Record<string, string>>

/**
 * Has the demo made for each kind of database, beside each other: the tests that need it copy it. Gives the settings that tell them
 * where it stands, `undefined` for a kind for which that failed, and what takes them all away.
 */
export async function testDemos<Kind extends string>(
  kinds: readonly Kind[],
  env: Settings,
): Promise<{ readonly settings: Readonly<Partial<Record<Kind, Settings>>>; readonly remove: () => Promise<void> }> {
  const makers = kinds.map((kind) => ({ kind, maker: aMaker({ ...env, VOORVELD_TEST_DATABASE: kind }) }))
  const settings: Partial<Record<Kind, Settings>> = {}
  for (const { kind, maker } of makers) settings[kind] = await said(maker)
  const remove = async () => {
    await Promise.all(makers.map(({ maker }) => ended(maker)))
  }
  return { settings, remove }
}

const aMaker = (env: Settings): ChildProcess =>
  spawn(process.execPath, ['tests/support/keep-demo.ts'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })

async function said({ stdout }: ChildProcess): Promise<Settings | undefined> {
  if (stdout === null) return undefined
  // The settings of one demo, or nothing when it could not be made.
  for await (const line of createInterface(stdout)) return JSON.parse(line) as Settings
  return undefined
}

async function ended(maker: ChildProcess): Promise<void> {
  if (maker.exitCode !== null || maker.signalCode !== null) return
  maker.stdin?.end()
  await once(maker, 'exit')
}
