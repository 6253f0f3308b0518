import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Actor } from '../capabilities/access/actor.ts'
import { installationPurpose, loadActor, personNamed } from '../capabilities/access/queries.ts'
import { chooseColumns, commitImport, startImport } from '../capabilities/imports/actions.ts'
import { importDetail, importsInReach, provisionsToImport } from '../capabilities/imports/queries.ts'
import { runImport } from '../capabilities/imports/running/actions.ts'
import { audited } from '../capabilities/privacy/audit.ts'
import type { Answer } from '../foundation/result.ts'
import { DEMO_PEOPLE, makeDemoPlaces, openDemoDoors } from './demo.ts'

/** Registrations of families that never existed, from the folder in which the product runs. */
const FILE = 'database/demo/registraties-akkerveen.csv'

/**
 * Fills an empty database with the fictional municipality, and brings its registration file in the way a coordinator
 * does. What an earlier start left half is finished; what is there stays.
 */
export async function seedDemo(operator: Actor): Promise<void> {
  if ((await installationPurpose(operator)) === 'empty') await makeDemoPlaces(operator)
  const coordinator = await demoCoordinator(operator)
  if (
    coordinator === undefined ||
    (await importsInReach(coordinator)).some((one) => one.state === 'done' || one.state === 'undone')
  )
    return
  await openDemoDoors(operator)
  await audited(coordinator, { act: 'import.started' }, () => bringIn(coordinator))
}

async function demoCoordinator(operator: Actor): Promise<Actor | undefined> {
  const personId = await personNamed(operator, DEMO_PEOPLE[0].email)
  return personId === undefined ? undefined : loadActor(personId, randomBytes(16).toString('hex'), 'command-line')
}

async function bringIn(coordinator: Actor): Promise<Answer> {
  const [provision] = await provisionsToImport(coordinator)
  if (provision === undefined) throw new Error('the demo has no provision')
  const started = must(await startImport(coordinator, { provisionId: provision.id, bytes: readFileSync(FILE) }))
  const detail = await importDetail(coordinator, started.id)
  must(await chooseColumns(coordinator, started.id, { mapping: detail?.mapping ?? {} }))
  must(await commitImport(coordinator, started.id, { onlyGood: false }))
  return runImport(coordinator, started.id)
}

/** The demo file is ours: a refusal in it is a fault in the product. */
function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`the demo file was refused: ${answer.reason} ${JSON.stringify(answer.with ?? {})}`)
  return answer.value
}
