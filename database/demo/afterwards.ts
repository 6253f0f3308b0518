import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { keepOffer } from '../../capabilities/cases/afterwards/actions.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'

const format = z.strictObject({
  about: z.string(),
  offers: z.array(
    z.strictObject({
      municipalities: z.array(z.string()),
      name: z.string(),
      what: z.string(),
      reach: z.string(),
      source: z.string(),
      programmes: z.array(z.string()),
      fromDaysAgo: z.int(),
      untilDaysAhead: z.int().optional(),
    }),
  ),
})

/** What the fictional municipalities offer for afterwards, from the folder in which the product runs. */
export async function offerAfterwards(operator: Actor, { municipalities }: Places, today: Day): Promise<void> {
  const { offers } = format.parse(JSON.parse(readFileSync('database/demo/afterwards.json', 'utf8')))
  for (const { municipalities: codes, programmes, fromDaysAgo, untilDaysAhead, ...words } of offers)
    for (const code of codes) {
      const told = {
        ...{ ...words, programmeCodes: programmes, validFrom: after(today, { days: -fromDaysAgo }) },
        validUntil: untilDaysAhead === undefined ? null : after(today, { days: untilDaysAhead }),
      }
      must(await keepOffer(operator, municipalities.get(code) ?? '', { id: newId(), told }))
    }
}
