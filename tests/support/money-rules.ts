import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalityWithId } from '../../capabilities/access/queries.ts'
import { keepContact, keepRules, publishRules } from '../../capabilities/money-help/actions.ts'
import { confirmationOf, differencesOf } from '../../capabilities/money-help/examples.ts'
import { examplesKnown, rulesKept } from '../../capabilities/money-help/queries.ts'
import type { MunicipalRules } from '../../capabilities/money-help/rules.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { aRule, norms } from './households.ts'
import { anOperator, yes } from './world.ts'

export const today = () => dayAt(new Date())

/** Values that hold now: limits at the norm of July 2025 (D2), which a municipality vouches for. */
export function rulesOfNow(): MunicipalRules {
  const dated = { validFrom: after(today(), { months: -3 }), validUntil: after(today(), { months: 3 }) }
  return {
    norms: [norms({ ...dated, checkedOn: dated.validFrom })],
    schemes: [
      aRule({
        ...{ ...dated, checkedOn: dated.validFrom, incomePercent: 120, children: { from: 4, to: 17 } },
        ...{ gives: { cents: 30_000, per: 'child', period: 'year' }, means: { single: 757_500, family: 1_515_000 } },
      }),
      aRule({ ...dated, scheme: 'zorgverzekering-gemeente', checkedOn: dated.validFrom, incomePercent: 130 }),
      aRule({
        ...dated,
        scheme: 'studietoeslag',
        checkedOn: dated.validFrom,
        validUntil: after(today(), { days: -1 }),
      }),
    ],
  }
}

/** What has to be confirmed to make the draft of a municipality public. */
export async function confirmationFor(
  actor: Actor,
  municipalityId: string,
): Promise<{ version: number; confirmed: string }> {
  const municipality = await municipalityWithId(actor, municipalityId)
  const kept = municipality && (await rulesKept(actor, municipality))
  if (kept === undefined) throw new Error('this actor keeps the values')
  const values = { before: kept.before, after: kept.current }
  const confirmed = confirmationOf(differencesOf(examplesKnown(actor), values, { today: today(), isDemo: false }))
  return { version: kept.version, confirmed }
}

/** Makes values public in a municipality that has none yet, with a contact point. */
export async function publishMoney(municipalityId: string, rules = rulesOfNow()): Promise<void> {
  const operator = await anOperator()
  yes(await keepRules(operator, municipalityId, rules, 0))
  const asked = { today: today(), isDemo: false }
  yes(await publishRules(operator, municipalityId, { ...asked, ...(await confirmationFor(operator, municipalityId)) }))
  yes(await keepContact(operator, municipalityId, { told: toldContact(), today: today() }))
}

export const toldContact = () => ({
  ...{ name: 'Geldloket Hier', phone: '0999 000 111', mail: 'geld@hier.example', visitNl: '', visitEn: '' },
  ...{ openNl: 'op werkdagen', openEn: 'on working days', source: 'balie', checkedOn: today() },
})
