import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { markInstallation } from '../capabilities/access/actions.ts'
import type { Actor } from '../capabilities/access/actor.ts'
import { removeOldOddSignIns } from '../capabilities/access/odd-sign-ins/actions.ts'
import { installationPurpose } from '../capabilities/access/queries.ts'
import { removeExpired } from '../capabilities/access/sign-in/actions.ts'
import { useSignIn } from '../capabilities/access/sign-in/library.ts'
import { expectedSession, sessionBehind } from '../capabilities/access/sign-in/queries.ts'
import { removeExpiredDrafts } from '../capabilities/forms/actions.ts'
import { useFormSecret } from '../capabilities/forms/keys.ts'
import { forgetRequestDetails } from '../capabilities/help-requests/actions.ts'
import { compareRequests } from '../capabilities/help-requests/matches/actions.ts'
import { useQueue } from '../capabilities/imports/actions.ts'
import {
  removeStaleImports,
  runImport,
  undoInBackground,
  undoLeftBehind,
} from '../capabilities/imports/running/actions.ts'
import { publishShippedPages } from '../capabilities/information/actions.ts'
import { bringPlaces } from '../capabilities/information/bringing-places/actions.ts'
import { removeOldMessages, useQueue as useMessageQueue } from '../capabilities/messages/actions.ts'
import { eraseOldWords } from '../capabilities/participation/gathered/actions.ts'
import { endStories } from '../capabilities/participation/stories/actions.ts'
import { audited } from '../capabilities/privacy/audit.ts'
import { pseudonymKey } from '../capabilities/privacy/processing-line.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { useDataFolder } from '../capabilities/running/queries.ts'
import { forgetOldSteps } from '../capabilities/step-plan/keeping/actions.ts'
import { shippedStepPlan } from '../capabilities/step-plan/queries.ts'
import { openidConnect } from '../connections/identity/openid.ts'
import { askAddress } from '../connections/links/ask-address.ts'
import { anOutbox } from '../connections/mail/outbox.ts'
import { smtpMail } from '../connections/mail/smtp.ts'
import type { Database } from '../database/connect.ts'
import { DEMO_PASSWORD, isDemoWhole } from '../database/demo/places.ts'
import { refuse } from '../foundation/result.ts'
import { askProvidersJob } from '../jobs/ask-providers.ts'
import { checkAuditJob } from '../jobs/check-audit.ts'
import { checkLinksJob } from '../jobs/check-links.ts'
import { cleanUpJob } from '../jobs/clean-up.ts'
import { compareRequestsJob } from '../jobs/compare-requests.ts'
import { lookAtSignInsJob, tellOddSignInsJob } from '../jobs/look-at-sign-ins.ts'
import { publishPlannedJob } from '../jobs/publish-planned.ts'
import { installJobs, type RunningJobs, startJobs } from '../jobs/queue.ts'
import { runImportJob } from '../jobs/run-import.ts'
import { sealAuditJob } from '../jobs/seal-audit.ts'
import { type Post, sendDueMessagesJob, sendMessageJob } from '../jobs/send-messages.ts'
import { undoImportJob } from '../jobs/undo-import.ts'
import { writeProcessingLogJob } from '../jobs/write-processing-log.ts'
import { files } from '../web/design/files.ts'
import { refusalSentence } from '../web/words/refusals.ts'
import { buildApp } from './app.ts'
import { demoSignIn } from './demo.ts'
import { makeDemo } from './demo-reset.ts'
import { faultInLog } from './fault-in-log.ts'
import { keepVisits } from './keep-visits.ts'
import { type Metrics, startMetrics } from './metrics.ts'
import { CannotStart, openDatabase, secretOf } from './open.ts'
import { theOperator } from './operator.ts'
import type { Settings } from './settings.ts'

export type Product = {
  readonly app: Hono
  /** What whoever started it reads first. */
  readonly welcome: (server: Server) => string
  readonly stop: () => Promise<void>
}

/** Opens everything in its order: database, programmes, demo, sign-in, jobs, pages. Throws `CannotStart` with a sentence. */
export async function startProduct(settings: Settings, logger: Logger, isStopping: () => boolean): Promise<Product> {
  const database = await openDatabase(settings)
  try {
    const secret = secretOf(settings)
    const isDemo = settings.mode === 'demo'
    useSignIn({
      baseUrl: settings.baseUrl,
      secret,
      providers: openidConnect({ localHttp: isDemo, privateAddresses: settings.privateProviders }),
      secondFactor: isDemo ? 'skipped' : 'required',
      ...(isDemo && { demo: demoSignIn() }),
    })
    useFormSecret(secret)
    await prepare(settings, logger)
    const jobs = await runJobs(database, settings, secret, logger)
    files()
    useDataFolder(settings.dataFolder)
    const visits = keepVisits(newTrace, (fault) => logger.warn({ fault: faultInLog(fault) }, 'visits not written yet'))
    const metrics = await tellMetrics(database, settings)
    const app = buildApp({
      baseUrl: settings.baseUrl,
      isDemo,
      isStopping,
      logger,
      ...(metrics !== undefined && { measure: metrics.middleware }),
      proxies: settings.proxies,
      apiPerMinute: settings.apiPerMinute,
      securityContact: settings.securityContact,
      sessionOf: (c) => sessionBehind(c.req.header('cookie')),
      expectedSession: (c) => expectedSession(c.req.header('cookie')),
    })
    const stop = async () => {
      metrics?.server.close()
      metrics?.server.closeAllConnections()
      await jobs.stop()
      await visits.stop()
      await database.close()
    }
    return { app, stop, welcome: (server) => welcome(server, isDemo) }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

const newTrace = (): string => randomBytes(16).toString('hex')

async function tellMetrics(database: Database, { metrics: where }: Settings): Promise<Metrics | undefined> {
  if (where === undefined) return undefined
  const metrics = startMetrics(database, newTrace)
  metrics.server.listen(where.port, where.host)
  try {
    await once(metrics.server, 'listening')
  } catch {
    throw new CannotStart(`Op METRICS_PORT ${where.port} kan niet worden geluisterd: kies een andere poort.`)
  }
  return metrics
}

async function prepare(settings: Settings, logger: Logger): Promise<void> {
  const operator = await theOperator()
  for (const { file, publication } of await publishShippedProgrammes(operator)) {
    if (!publication.ok) logger.warn({ file, reason: publication.reason }, 'programme kept as it was')
  }
  const purpose = await installationPurpose(operator)
  if (settings.mode === 'demo' && purpose === 'real') {
    throw new CannotStart('Deze database bevat echte gegevens: start die met MODE=production, niet als proefomgeving.')
  }
  if (settings.mode === 'production' && purpose === 'demo') {
    throw new CannotStart(
      'Deze database is een proefomgeving met bekende wachtwoorden: neem voor echt werk een lege database.',
    )
  }
  if (settings.mode === 'demo') await keepDemoWhole(operator, settings)
  else await markInstallation(operator, 'real')
  if (settings.placesFile !== undefined) await bringPlacesOf(settings.placesFile)
  shippedStepPlan(operator)
  // The demo may just have been made anew, its operator too.
  const { faults } = await publishShippedPages(await theOperator(), { isDemo: settings.mode === 'demo' })
  for (const { language, slug, line, code } of faults) logger.warn({ language, slug, line, code }, 'page left out')
}

/** Makes the places that the configuration names; what is wrong with it stops the start with a sentence. */
async function bringPlacesOf(file: string): Promise<void> {
  const operator = await theOperator()
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const brought =
    text === undefined
      ? refuse('places-unreadable', { file })
      : await audited(operator, { act: 'places.brought' }, () => bringPlaces(operator, text))
  if (!brought.ok) throw new CannotStart(refusalSentence('nl', brought))
}

/** A guess for an idle machine of two cores with the embedded database. */
const DEMO_SECONDS = 30

/** Makes the demo on the first start; one that an earlier start left half, or an earlier version made, is made anew. */
async function keepDemoWhole(operator: Actor, settings: Settings): Promise<void> {
  if (await isDemoWhole(operator)) return
  process.stdout.write(
    `De proefregio met verzonnen gezinnen wordt gemaakt. Dat gebeurt één keer en duurt ongeveer ${DEMO_SECONDS} seconden.\n`,
  )
  await makeDemo(operator, settings)
}

async function runJobs(database: Database, settings: Settings, secret: string, logger: Logger): Promise<RunningJobs> {
  await installJobs(database, settings.ownerUrl)
  const post = postOf(settings)
  const jobs = [
    sealAuditJob,
    checkAuditJob,
    writeProcessingLogJob(pseudonymKey(secret)),
    runImportJob(runImport),
    undoImportJob(undoInBackground),
    compareRequestsJob(compareRequests),
    sendMessageJob(post),
    sendDueMessagesJob(post),
    lookAtSignInsJob,
    tellOddSignInsJob,
    askProvidersJob,
    publishPlannedJob,
    ...(settings.checkLinks ? [checkLinksJob((address) => askAddress(address, { userAgent: asker(settings) }))] : []),
    cleanUpJob([
      ...[removeStaleImports, removeExpired, removeOldMessages, removeExpiredDrafts, forgetRequestDetails],
      ...[undoLeftBehind, removeOldOddSignIns, forgetOldSteps, endStories, eraseOldWords],
    ]),
  ]
  const running = await startJobs(database, jobs, ({ level, what, fault }) =>
    logger[level]({ fault: faultInLog(fault) }, what),
  )
  useQueue(running.enqueue)
  useMessageQueue(running.enqueue)
  return running
}

const PROJECT = 'https://code.voorveld.example/voorveld'

/** Who asks whether an address still answers: the product, and the site for which it asks. */
const asker = ({ baseUrl }: Settings): string => `Voorveld-link-check (+${PROJECT}; for ${baseUrl.origin})`

/** How mail leaves: over SMTP, in the demo into an outbox that goes nowhere, and without a mail server not at all. */
function postOf({ mode, mail, baseUrl }: Settings): Post {
  const send = mode === 'demo' ? anOutbox().send : mail && smtpMail(mail.server, mail.from)
  return { baseUrl, send, askerOf: undefined }
}

function welcome(server: Server, isDemo: boolean): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : address
  const lines = [`Voorveld staat klaar op http://localhost:${port}`]
  if (isDemo) {
    lines.push('Dit is een proefomgeving met verzonnen gezinnen. Inloggen kan als:')
    for (const { email, role } of demoSignIn().people.filter(({ group }) => group === 'first'))
      lines.push(`  ${email.padEnd(26)} ${role.padEnd(18)} wachtwoord: ${DEMO_PASSWORD}`)
    lines.push('Op de inlogpagina staan alle mensen van de proefregio, ook inwoners.')
  }
  return `${lines.join('\n')}\n`
}
