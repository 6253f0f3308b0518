import { readFileSync } from 'node:fs'
import type { Actor } from '../../capabilities/access/actor.ts'
import { chooseColumns, commitImport, startImport } from '../../capabilities/imports/actions.ts'
import { importDetail, provisionsToImport } from '../../capabilities/imports/queries.ts'
import { runImport } from '../../capabilities/imports/running/actions.ts'
import { audited } from '../../capabilities/privacy/audit.ts'
import { must } from './must.ts'

/** Registrations of families that never existed, from the folder in which the product runs. */
const FILE = 'database/demo/registraties-akkerveen.csv'

/** Brings the registration file in the way a coordinator does. */
export const bringInFile = (coordinator: Actor): Promise<void> =>
  audited(coordinator, { act: 'import.started' }, async () => {
    const [provision] = await provisionsToImport(coordinator)
    if (provision === undefined) throw new Error('the demo has no provision')
    const started = must(await startImport(coordinator, { provisionId: provision.id, bytes: readFileSync(FILE) }))
    const detail = await importDetail(coordinator, started.id)
    must(await chooseColumns(coordinator, started.id, { mapping: detail?.mapping ?? {} }))
    must(await commitImport(coordinator, started.id, { onlyGood: false }))
    must(await runImport(coordinator, started.id))
  })
