import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Provision } from '../../../capabilities/access/queries.ts'
import { type ImportDetail, importDetail } from '../../../capabilities/imports/queries.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { namedIn, saidAt } from '../../shell/names.ts'

/** The import in the address, with its programme in the names of its municipality; undefined when it is out of reach. */
export async function importAt(actor: Actor, page: PageRequest): Promise<ImportDetail | undefined> {
  const detail = await importDetail(actor, page.params.id ?? '')
  return detail && { ...detail, programme: namedIn(page, detail.municipalityId, detail.programme) }
}

/** What is carried out, by whom and where: a programme in the names of that municipality, an organisation in its own. */
export function provisionInWords(
  page: PageRequest,
  { municipalityId, organisationName, municipalityName }: Provision,
  programme: string | undefined,
): string {
  const said = programme === undefined ? [] : [saidAt(page, municipalityId)(programme)]
  return [...said, organisationName, municipalityName].join(', ')
}
