import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { recordTouch, saveAgreement, savePartner } from '../../capabilities/directory/partners/actions.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'
import { demoActor } from './trajectories.ts'

const daysAgo = z.int().min(0)
const format = z.strictObject({
  about: z.string(),
  recorder: z.email(),
  partners: z.array(
    z.strictObject({
      municipality: z.string(),
      partner: z.record(z.string(), z.unknown()),
      agreements: z.array(z.strictObject({ what: z.string(), sinceDaysAgo: daysAgo, caredForBy: z.string() })),
      touches: z.array(z.strictObject({ daysAgo, way: z.string(), about: z.string() })),
    }),
  ),
})

/** Partners that exist nowhere, some of whom ask attention. */
export async function keepPartners(operator: Actor, { municipalities }: Places, today: Day): Promise<void> {
  const { recorder, partners } = format.parse(JSON.parse(readFileSync('database/demo/partners.json', 'utf8')))
  const actor = await demoActor(operator, { email: recorder })
  const ago = (days: number) => after(today, { days: -days })
  for (const { municipality, partner, agreements, touches } of partners) {
    const at = { municipalityId: municipalities.get(municipality) ?? '' }
    const partnerId = newId()
    must(await savePartner(actor, { ...at, id: partnerId, partner: { ...partner, villages: [], endedOn: '' } }))
    for (const { what, sinceDaysAgo, caredForBy } of agreements) {
      const agreement = { what, sinceOn: ago(sinceDaysAgo), untilOn: '', caredForBy }
      must(await saveAgreement(actor, { ...at, id: newId(), partnerId, agreement }))
    }
    for (const touch of touches) {
      const told = { heldOn: ago(touch.daysAgo), way: touch.way, about: touch.about }
      must(await recordTouch(actor, { ...at, id: newId(), partnerId, today, touch: told }))
    }
  }
}
