import type { Actor, Grant } from '../capabilities/access/actor.ts'
import { isMunicipalityCode } from '../capabilities/access/municipality-code.ts'
import { municipalityWithCode, regionsKnown } from '../capabilities/access/queries.ts'
import { isRole } from '../capabilities/access/roles.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { organisationNamed } from './organisation.ts'

/** A role and its place, by the names that a person types. */
export type GrantOptions = {
  readonly role: string
  readonly municipality?: string
  readonly region?: string
  readonly organisation?: string
  readonly programme?: string
}

/** The grant that is meant; without a place it holds everywhere. Refuses a role, code or name that is not known. */
export async function grantNamed(actor: Actor, options: GrantOptions): Promise<Answer<Omit<Grant, 'startsOn'>>> {
  const { role, municipality: code, region, organisation, programme } = options
  if (!isRole(role)) return refuse('role-unknown', { role })
  if (code !== undefined && !isMunicipalityCode(code)) return refuse('municipality-code-wrong', { code })
  const place = code === undefined ? undefined : await municipalityWithCode(actor, code)
  if (code !== undefined && place === undefined) return refuse('municipality-unknown', { code })
  const around = (await regionsKnown(actor)).find((one) => one.name === region || one.code === region)
  if (region !== undefined && around === undefined) return refuse('region-unknown', { name: region })
  const by = organisation === undefined ? undefined : await organisationNamed(actor, organisation)
  if (by?.ok === false) return by
  return allow({
    role,
    ...(place !== undefined && { municipalityId: place.id }),
    ...(around !== undefined && { regionId: around.id }),
    ...(by !== undefined && { organisationId: by.value }),
    ...(programme !== undefined && { programmeCode: programme }),
  })
}
