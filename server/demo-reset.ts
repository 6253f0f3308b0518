import type { Actor } from '../capabilities/access/actor.ts'
import { installationPurpose } from '../capabilities/access/queries.ts'
import { useSignIn } from '../capabilities/access/sign-in/library.ts'
import { recordAudit } from '../capabilities/privacy/audit.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { migrate } from '../database/migrate.ts'
import { emptyDatabase } from '../database/reset.ts'
import { database } from '../database/transaction.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { seedDemo } from './demo-registrations.ts'
import { MIGRATIONS, secretOf } from './open.ts'
import type { Settings } from './settings.ts'
import { theOperator } from './start.ts'

/** Makes the demo as it was at its first start. Refused outside demo mode and on a database that holds anything real. */
export async function resetDemo(operator: Actor, settings: Settings): Promise<Answer<{ json: unknown; text: string }>> {
  if (settings.mode !== 'demo') return refuse('demo-only')
  if ((await installationPurpose(operator)) === 'real') return refuse('demo-holds-real-records')
  await emptyDatabase(database(), settings.ownerUrl)
  await migrate(database(), MIGRATIONS, settings.ownerUrl)
  useSignIn({ baseUrl: settings.baseUrl, secret: secretOf(settings), secondFactor: 'skipped' })
  const fresh = await theOperator()
  await publishShippedProgrammes(fresh)
  await seedDemo(fresh)
  await recordAudit(fresh, { act: 'demo.reset' })
  return allow({ json: { reset: true }, text: 'De proefomgeving is weer zoals bij de eerste start.' })
}
