import { may } from '../../../capabilities/access/access.ts'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { placeOf, provisionsInReach } from '../../../capabilities/access/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import type { Option } from '../../design/field.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { saidAt } from '../../shell/names.ts'

/** The provisions for groups in which the actor may begin one, in words; none of a programme that retired. */
export async function groupsToChoose(actor: Actor, page: Pick<PageRequest, 'lang' | 'names'>): Promise<Option[]> {
  const [programmes, provisions] = await Promise.all([programmesKnown(actor), provisionsInReach(actor)])
  const groups = new Map(
    programmes.filter(({ about }) => about === 'group').map(({ code, name }) => [code, name[page.lang]]),
  )
  return provisions
    .filter((one) => may(actor, 'change', 'trajectory', { ...placeOf(one), isAssigned: true }))
    .flatMap((one) => {
      const name = groups.get(one.programmeCode)
      return name === undefined
        ? []
        : [{ value: one.id, label: `${saidAt(page, one.municipalityId)(name)}, ${one.municipalityName}` }]
    })
}
