import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { provisionsInReach } from '../../capabilities/access/queries.ts'
import { keepPhone } from '../../capabilities/help-requests/calling/actions.ts'
import { after, type Day } from '../../foundation/day.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'

const format = z.strictObject({
  about: z.string(),
  phones: z.array(
    z.strictObject({
      municipality: z.string(),
      programme: z.string(),
      number: z.string(),
      openNl: z.string(),
      openEn: z.string(),
      source: z.string(),
      checkedDaysAgo: z.int().min(0),
    }),
  ),
})

/** The numbers on which the fictional provisions answer, from the folder in which the product runs. */
export async function givePhones(operator: Actor, { municipalities }: Places, today: Day): Promise<void> {
  const { phones } = format.parse(JSON.parse(readFileSync('database/demo/phones.json', 'utf8')))
  const provisions = await provisionsInReach(operator)
  for (const { municipality, programme, checkedDaysAgo, ...told } of phones) {
    const provision = provisions.find(
      (one) => one.municipalityId === municipalities.get(municipality) && one.programmeCode === programme,
    )
    const checkedOn = after(today, { days: -checkedDaysAgo })
    must(await keepPhone(operator, provision?.id ?? '', { told: { ...told, checkedOn }, today }))
  }
}
