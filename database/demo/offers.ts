import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { villagesIn } from '../../capabilities/access/queries.ts'
import { moveOffer, saveOffer } from '../../capabilities/directory/actions.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'

const format = z.strictObject({
  about: z.string(),
  offers: z.array(
    z.strictObject({
      municipality: z.string(),
      village: z.string().nullable(),
      state: z.enum(['draft', 'public']),
      checkedDaysAgo: z.int().min(0),
      startsInDays: z.int().optional(),
      endsInDays: z.int().optional(),
      card: z.record(z.string(), z.unknown()),
    }),
  ),
})

/** The local offer of the fictional municipalities, some of it checked long ago, ended, or still being written. */
export async function offerNearby(operator: Actor, { municipalities }: Places, today: Day): Promise<void> {
  const { offers } = format.parse(JSON.parse(readFileSync('database/demo/offers.json', 'utf8')))
  for (const { municipality, village, state, card, ...days } of offers) {
    const municipalityId = municipalities.get(municipality) ?? ''
    const villages = await villagesIn(operator, municipalityId)
    const on = (inDays: number | undefined) => (inDays === undefined ? null : after(today, { days: inDays }))
    const id = newId()
    must(
      await saveOffer(operator, {
        ...{ municipalityId, id, card, today },
        village: villages.find(({ name }) => name === village)?.code ?? null,
        ...{ startsOn: on(days.startsInDays), endsOn: on(days.endsInDays), confirmedOn: on(-days.checkedDaysAgo) },
      }),
    )
    if (state === 'public') must(await moveOffer(operator, { municipalityId, id, rowVersion: 1 }, 'public'))
  }
}
