import type { Actor } from '../capabilities/access/actor.ts'
import { installationPurpose } from '../capabilities/access/queries.ts'
import { useSignIn } from '../capabilities/access/sign-in/library.ts'
import { useFormSecret } from '../capabilities/forms/keys.ts'
import { publishShippedPages } from '../capabilities/information/actions.ts'
import { recordAudit } from '../capabilities/privacy/audit.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { seedDemo } from '../database/demo/seed.ts'
import { migrate } from '../database/migrate.ts'
import { emptyDatabase } from '../database/reset.ts'
import { database } from '../database/transaction.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { MIGRATIONS, secretOf } from './open.ts'
import { theOperator } from './operator.ts'
import type { Settings } from './settings.ts'

/** Makes the demo as it was at its first start. Refused outside demo mode and on a database that holds anything real. */
export async function resetDemo(operator: Actor, settings: Settings): Promise<Answer<{ json: unknown; text: string }>> {
  if (settings.mode !== 'demo') return refuse('demo-only')
  if ((await installationPurpose(operator)) === 'real') return refuse('demo-holds-real-records')
  useSignIn({ baseUrl: settings.baseUrl, secret: secretOf(settings), secondFactor: 'skipped' })
  useFormSecret(secretOf(settings))
  const fresh = await makeDemo(operator, settings)
  await publishShippedPages(fresh, { isDemo: true })
  await recordAudit(fresh, { act: 'demo.reset' })
  return allow({ json: { reset: true }, text: 'De proefomgeving is weer zoals bij de eerste start.' })
}

/** Makes the demo, on a database without anything real; what an earlier start left half goes first. Gives the operator of the new one. */
export async function makeDemo(operator: Actor, settings: Settings): Promise<Actor> {
  if ((await installationPurpose(operator)) === 'empty') {
    await seedDemo(operator)
    return operator
  }
  await emptyDatabase(database(), settings.ownerUrl)
  await migrate(database(), MIGRATIONS, settings.ownerUrl)
  const fresh = await theOperator()
  await publishShippedProgrammes(fresh)
  await seedDemo(fresh)
  return fresh
}
