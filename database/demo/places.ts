import {
  addMunicipality,
  addOrganisation,
  addPerson,
  addProvision,
  addRegion,
  countMigrationBackground,
  markInstallation,
} from '../../capabilities/access/actions.ts'
import type { Actor, Grant } from '../../capabilities/access/actor.ts'
import { personNamed } from '../../capabilities/access/queries.ts'
import { setPasswordsForDemo } from '../../capabilities/access/sign-in/demo.ts'
import { makeTeam } from '../../capabilities/access/teams/actions.ts'
import { keepPostcodes } from '../../capabilities/information/actions.ts'
import { inScope } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import { type DemoPerson, demoPeople, demoRegion } from './region.ts'

/** One password for everyone in the demo, shown on the sign-in page; refused outside the demo. */
export const DEMO_PASSWORD = 'kom-maar-binnen'

export type Places = {
  readonly regionId: Id
  readonly municipalities: ReadonlyMap<string, Id>
  readonly organisations: ReadonlyMap<string, Id>
  /** By name; no two teams of the region have the same. */
  readonly teams: ReadonlyMap<string, Id>
}

/** Makes the fictional region with its people and their one password, all or nothing, and marks this database as a demo for ever. */
export async function makePlaces(operator: Actor): Promise<Places> {
  return inScope(operator, async () => {
    await markInstallation(operator, 'demo')
    const { region, municipalities, organisations, teams } = demoRegion()
    const { id: regionId } = must(await addRegion(operator, region))
    const municipalityIds = new Map<string, Id>()
    for (const one of municipalities)
      municipalityIds.set(one.code, must(await addMunicipality(operator, { ...one, regionId })).id)
    for (const { code, postcodes } of municipalities) must(await keepPostcodes(operator, code, [postcodes]))
    const organisationIds = new Map<string, Id>()
    for (const name of organisations) organisationIds.set(name, must(await addOrganisation(operator, name)).id)
    const teamIds = new Map(teams.map(({ name }) => [name, newId()]))
    for (const { name, organisation } of teams) {
      const organisationId = organisationIds.get(organisation) ?? ''
      must(await makeTeam(operator, { id: teamIds.get(name) ?? '', organisationId, name }))
    }
    const places = { regionId, municipalities: municipalityIds, organisations: organisationIds, teams: teamIds }
    const [first] = municipalityIds.values()
    if (first !== undefined) must(await countMigrationBackground(operator, first, true))
    await provide(operator, places)
    const ids: Id[] = []
    for (const one of demoPeople().slice(0, -1)) ids.push(await addDemoPerson(operator, places, one))
    must(await setPasswordsForDemo(ids, DEMO_PASSWORD))
    return places
  })
}

/** Who carries out what where. */
async function provide(operator: Actor, { municipalities, organisations, teams }: Places): Promise<void> {
  for (const { municipality, organisation, programme, team } of demoRegion().provisions) {
    const municipalityId = municipalities.get(municipality) ?? ''
    const organisationId = organisations.get(organisation) ?? ''
    const teamId = teams.get(team ?? '')
    const given = { municipalityId, organisationId, programmeCode: programme }
    must(await addProvision(operator, { ...given, ...(teamId !== undefined && { teamId }) }))
  }
}

/** The last person of the region comes when everything is made: who finds that person knows that the demo is whole. */
export const completeDemo = (operator: Actor, places: Places): Promise<void> =>
  inScope(operator, async () => {
    for (const one of demoPeople().slice(-1))
      must(await setPasswordsForDemo([await addDemoPerson(operator, places, one)], DEMO_PASSWORD))
  })

export async function isDemoWhole(operator: Actor): Promise<boolean> {
  const last = demoPeople().at(-1)
  return last !== undefined && (await personNamed(operator, last.email)) !== undefined
}

async function addDemoPerson(operator: Actor, places: Places, person: DemoPerson): Promise<Id> {
  const { name, email, role } = person
  const grants = scopesOf(places, person).map((scope) => ({ role, ...scope }))
  return must(await addPerson(operator, { name, email }, grants)).id
}

type Scope = Omit<Grant, 'startsOn' | 'role'>

/** Who leads an organisation does so wherever it works; who is of no municipality is of the whole region. */
function scopesOf(places: Places, { role, municipality, organisation, team }: DemoPerson): Scope[] {
  if (role === 'platform-manager') return [{ everywhere: true }]
  if (municipality === undefined) return [{ regionId: places.regionId }]
  const organisationId = organisation === undefined ? undefined : places.organisations.get(organisation)
  const teamId = places.teams.get(team ?? '')
  const others = demoRegion().provisions.filter((one) => role === 'coordinator' && one.organisation === organisation)
  return [...new Set([municipality, ...others.map((one) => one.municipality)])].flatMap((code) => {
    const municipalityId = places.municipalities.get(code)
    return municipalityId === undefined
      ? []
      : [
          {
            municipalityId,
            ...(organisationId !== undefined && { organisationId }),
            ...(teamId !== undefined && { teamId }),
          },
        ]
  })
}
