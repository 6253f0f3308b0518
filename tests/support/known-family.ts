import { sql } from 'drizzle-orm'
import type { Database } from '../../database/connect.ts'
import { asOwner } from './logs.ts'
import { aRequestIn } from './requests.ts'
import { aFamilyInTwoHomes } from './two-homes.ts'
import { aProvision } from './world.ts'

/** Sanne and Mark with a worker each, in an organisation that also receives the requests of their municipality. */
export async function aKnownFamily(database: Database) {
  const home = await aFamilyInTwoHomes()
  const { municipalityId, organisationId } = home
  const provision = await aProvision({ municipalityId, programmeCode: 'open-door', organisationId })
  const [row] = await asOwner(
    database,
    sql`select m.code || '/' || v.code as place from municipalities m join villages v on v.municipality_id = m.id
      where m.id = ${municipalityId} limit 1`,
  )
  const ask = (more: object = {}) => aRequestIn(String(row?.place), { name: 'Sanne', ...more })
  return { ...home, ask, requestProvision: provision }
}
