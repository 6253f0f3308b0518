import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { freePort } from '../scripts/test-postgres.ts'
import type { Cluster } from './cluster.ts'
import { aProduct, ended, isReady, until } from './product.ts'

const MESSAGES = 5

/** A mail server that is away and comes back: messages wait, pages do not, and each mail goes out once. */
export async function mailAway(cluster: Cluster, folder: string, say: (line: string) => void): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query('create role voorveld_mail login')
  await admin.query('create database voorveld_mail template voorveld')
  await admin.end()
  const client = new pg.Client({ connectionString: cluster.url('voorveld_mail') })
  await client.connect()
  const port = await freePort()
  // The demo sends no mail, so its copy is declared a real installation.
  await client.query("update installation set purpose = 'real'")
  const product = await aProduct({
    ...{ MODE: 'production', DATABASE_OWNER_URL: cluster.url('voorveld_mail'), DATA_DIR: folder },
    DATABASE_URL: cluster.url('voorveld_mail').replace('postgres@', 'voorveld_mail@'),
    ...{ APP_SECRET: 'Pr3ssure-that-nobody-uses-0123456789', MAIL_FROM: 'bericht@voorbeeld.example' },
    SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`,
  })
  await client.query(`insert into messages (id, kind, person_id, created_by)
    select gen_random_uuid(), 'account-password', id, id from people where kind = 'person' order by id limit ${MESSAGES}`)
  const stateIs = async (state: string) =>
    (await client.query('select id from messages where state = $1 and attempts > 0', [state])).rowCount ?? 0
  const tried = await untilLong(async () => (await stateIs('queued')) + (await stateIs('failed')) > 0)
  const ready = await isReady(product.address)
  let received = 0
  const mailServer = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onData: (stream, _, done) => {
      stream.resume().on('end', () => {
        received++
        done()
      })
    },
  })
  mailServer.listen(port, '127.0.0.1')
  const backAt = performance.now()
  await client.query("update messages set due_at = clock_timestamp() where state in ('queued', 'failed')") // not to wait for the hour
  await untilLong(async () => (await stateIs('sent')) >= MESSAGES)
  say('\nmail server away')
  say(`  first try failed after ${tried} ms, health meanwhile ${ready ? 200 : 503}`)
  say(
    `  ${await stateIs('sent')} of ${MESSAGES} sent ${Math.round(performance.now() - backAt)} ms after it came back; it received ${received}`,
  )
  await ended(product)
  await client.end()
  await new Promise<void>((resolve) => mailServer.close(resolve))
}

/** Messages that wait are looked at every minute. */
async function untilLong(holds: () => Promise<boolean>): Promise<number> {
  const first = await until(holds)
  return Number.isFinite(first) ? first : 60_000 + (await until(holds))
}
