import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { type PageKept, pageKept } from '../../../capabilities/information/editing/queries.ts'
import { PAGE_LANGUAGES } from '../../../capabilities/information/front-matter.ts'
import type { PageRequest } from '../../shell/guarded.ts'

export type KeptAt = PageKept & { readonly addedBy: Municipality | undefined }

/** The page of an address with what the actor may do there; `/in/` names what that municipality adds to it. */
export async function keptAt(actor: Actor, { params }: PageRequest): Promise<KeptAt | undefined> {
  const { slug = '', taal, gemeente } = params
  const language = PAGE_LANGUAGES.find((one) => one === taal)
  const addedBy =
    gemeente === undefined ? undefined : (await municipalitiesKnown(actor)).find((one) => one.slug === gemeente)
  if (language === undefined || (gemeente !== undefined && addedBy === undefined)) return undefined
  const kept = await pageKept(actor, { slug, language, ...(addedBy !== undefined && { addedBy }) })
  return kept && { ...kept, addedBy }
}

/** The page in the words of its doors. */
export const meant = ({ slug, language, addedBy, municipality, region }: KeptAt) => ({
  ...{ slug, language },
  ...(addedBy !== undefined && { isAddition: true }),
  ...(municipality !== undefined && { municipalityCode: municipality.code }),
  ...(region !== undefined && { regionCode: region.code }),
})
