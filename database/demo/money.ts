import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalityWithId } from '../../capabilities/access/queries.ts'
import { keepContact, keepRules, publishRules } from '../../capabilities/money-help/actions.ts'
import { confirmationOf, differencesOf } from '../../capabilities/money-help/examples.ts'
import { examplesKnown, rulesKept } from '../../capabilities/money-help/queries.ts'
import { after, type Day } from '../../foundation/day.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'

const amounts = z.strictObject({
  ...{ single: z.int(), couple: z.int(), pensionSingle: z.int(), pensionCouple: z.int() },
})

const format = z.strictObject({
  about: z.string(),
  source: z.string(),
  norms: amounts,
  contacts: z.array(
    z.strictObject({
      ...{ municipality: z.string(), name: z.string(), phone: z.string(), mail: z.string() },
      ...{ visitNl: z.string(), visitEn: z.string(), openNl: z.string(), openEn: z.string() },
    }),
  ),
  rules: z.array(
    z.strictObject({
      municipality: z.string(),
      schemes: z.array(z.looseObject({ scheme: z.string(), endedDaysAgo: z.exactOptional(z.int()) })),
    }),
  ),
})

/**
 * Invented amounts and contact points of the fictional municipalities. Nobody found them in a source, so they are unverified:
 * the demo uses them under a banner, and any other installation would not.
 */
export async function giveMoney(operator: Actor, { municipalities }: Places, today: Day): Promise<void> {
  const demo = format.parse(JSON.parse(readFileSync('database/demo/money.json', 'utf8')))
  const valid = { validFrom: after(today, { months: -6 }), validUntil: after(today, { months: 9 }) }
  const dated = { ...valid, source: demo.source, checkedOn: after(today, { days: -30 }), status: 'unverified' }
  for (const { municipality, schemes } of demo.rules) {
    const id = municipalities.get(municipality) ?? ''
    const rules = schemes.map(({ endedDaysAgo, ...rule }) => ({
      ...{ ...dated, ...rule },
      ...(endedDaysAgo !== undefined && { validUntil: after(today, { days: -endedDaysAgo }) }),
    }))
    must(await keepRules(operator, id, { norms: [{ ...dated, ...demo.norms }], schemes: rules }, 0))
    await publishAsSeen(operator, id, today)
  }
  for (const { municipality, ...told } of demo.contacts) {
    const contact = { ...told, source: demo.source, checkedOn: after(today, { days: -30 }) }
    must(await keepContact(operator, municipalities.get(municipality) ?? '', { told: contact, today }))
  }
}

/** The first publication changes everything for every example household; the demo says yes to it. */
async function publishAsSeen(operator: Actor, id: string, today: Day): Promise<void> {
  const municipality = await municipalityWithId(operator, id)
  const kept = municipality && (await rulesKept(operator, municipality))
  if (kept === undefined) throw new Error('the operator keeps the values of every municipality')
  const values = { before: kept.before, after: kept.current }
  const confirmed = confirmationOf(differencesOf(examplesKnown(operator), values, { today, isDemo: true }))
  must(await publishRules(operator, id, { version: kept.version, today, isDemo: true, confirmed }))
}
