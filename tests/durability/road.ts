/**
 * The road of a help request, one write after another through the doors that pages use: asked, taken up, weighed, started,
 * talked, noted, planned, shared, closed and opened again; and a file that is opened without a request.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { loadActor } from '../../capabilities/access/queries.ts'
import { closeTrajectory } from '../../capabilities/cases/closing/actions.ts'
import { logContact } from '../../capabilities/cases/contacts/actions.ts'
import { moveTrajectory } from '../../capabilities/cases/history/actions.ts'
import { openFile } from '../../capabilities/cases/person/actions.ts'
import { trajectoryRow } from '../../capabilities/cases/queries.ts'
import { reopenTrajectory } from '../../capabilities/cases/reopening/actions.ts'
import { childrenOfCase } from '../../capabilities/cases/voice/queries.ts'
import { writeNote } from '../../capabilities/families/notes/actions.ts'
import { share } from '../../capabilities/families/sharing/actions.ts'
import { addItem, openPlan } from '../../capabilities/family-plan/actions.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { askForHelp, stepRequest } from '../../capabilities/help-requests/actions.ts'
import { referenceHash } from '../../capabilities/help-requests/reference.ts'
import { startFromRequest } from '../../capabilities/help-requests/starting/actions.ts'
import { estimateRisk, gradeRequest } from '../../capabilities/help-requests/triage/actions.ts'
import { audited } from '../../capabilities/privacy/audit.ts'
import type { Database } from '../../database/connect.ts'
import { inScope } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import type { Answer } from '../../foundation/result.ts'
import { today } from '../support/requests.ts'
import { aSharing } from '../support/sharings.ts'
import { theActor, yes } from '../support/world.ts'

/** Where the road is walked, by whom, and with whom is shared. */
export type Walked = {
  readonly personId: Id
  readonly provisionId: Id
  readonly place: string
  readonly receiver: { readonly mail: string; readonly provisionId: Id }
}

/** Says what a door acknowledged: in how many transactions, and of which records, as `fact:key`. */
type Say = (transactions: number, facts: readonly string[]) => void

/** A door as a page calls it; gives what it answered, after saying which facts it acknowledged. */
type Page = <T>(act: string, door: (actor: Actor) => Promise<Answer<T>>, facts: (value: T) => string[]) => Promise<T>

const counted = new AsyncLocalStorage<{ done: number }>()

/** A moment to die: just before the end of a transaction of the road, or just after it. Each transaction has these two. */
export type Death = { readonly transaction: number; readonly isOver: boolean }

/**
 * The same database, that counts the transactions which are over by the time a door answers, and that ends this process at
 * a moment: between two transactions of one door, where a kill from outside comes only with luck.
 */
export function counting(database: Database, death: Death | undefined): Database {
  let begun = 0
  const dieIf = (transaction: number, isOver: boolean) => {
    if (death?.transaction === transaction && death.isOver === isOver) process.kill(process.pid, 'SIGKILL')
  }
  return {
    ...database,
    transaction: async (work, first) => {
      const count = counted.getStore()
      if (count === undefined) return database.transaction(work, first)
      const number = ++begun
      const result = await database.transaction(async (tx, atEnd) => {
        const done = await work(tx, atEnd)
        // Whoever answers before the end has said so by then.
        if (death?.transaction === number && !death.isOver) await pause(20)
        dieIf(number, false)
        return done
      }, first)
      dieIf(number, true)
      count.done++
      return result
    },
  }
}

const SAFE = { 'risk-estimate': 'none-seen', 'money-worries': 'no' }
const CLOSING = {
  ...{ relation: 'marriage', 'separation-phase': 'separated' },
  ...{ housing: ['no-worry'], law: 'no-law', form: 'individual', 'form-why': 'past het best' },
  ...{ 'parent-role-apart': 'yes', 'aware-of-effect': 'yes', 'needs-weighed': 'unknown', 'own-strength': 'yes' },
  ...{ 'conflicts-fewer': 'yes', otherwise: 'nothing', 'otherwise-certainty': 'not-known' },
  ...{ 'otherwise-source': 'worker', 'handed-over': ['not-needed'] },
}
const MEMBERS = [
  { kind: 'adult', role: 'parent', name: 'Noor' },
  { kind: 'adult', role: 'parent', name: 'Bram' },
  { kind: 'child', role: 'child', name: 'Lot', age: { years: 6, statedOn: today } },
] as const
const FILE = { members: MEMBERS, details: { phone: '06 12345678' }, on: today }

/** Walks the road once, from a question to a trajectory that was closed and opened again. */
export async function walk(where: Walked, say: Say): Promise<void> {
  const page = pageOf(where.personId, say)
  const requestId = await ask(where.place, say)
  await weigh(page, requestId)
  const { provisionId } = where
  const { trajectoryId } = await page(
    'help-request.started',
    (actor) => startFromRequest(actor, requestId, { ...FILE, provisionId, rowVersion: 4, keepMonths: 12 }),
    (begun) => [`started:${requestId}`, `begun:${begun.trajectoryId}`],
  )
  const file = await page(
    'file.opened',
    (actor) => openFile(actor, { ...FILE, provisionId }),
    (opened) => [`begun:${opened.trajectoryId}`],
  )
  await help(page, trajectoryId)
  await planAndShare(page, file.personId, where.receiver)
  await close(page, trajectoryId)
}

/** As a page does: the actor anew, the door and the audit row, all in one transaction. */
function pageOf(personId: Id, say: Say): Page {
  return async (act, door, facts) => {
    const acting = { personId, traceId: randomBytes(16).toString('hex') }
    const count = { done: 0 }
    const answer = await counted.run(count, () =>
      inScope(acting, async () => {
        const actor = await loadActor(personId, acting.traceId, 'web')
        if (actor === undefined) throw new Error('nobody to write as')
        return audited(actor, { act }, () => door(actor))
      }),
    )
    const value = yes(answer)
    say(count.done, facts(value))
    return value
  }
}

/** The turn of the network is counted in a transaction of its own, so that it stays counted when the rest fails. */
async function ask(place: string, say: Say): Promise<Id> {
  const visitor = await theActor(BUILT_IN.visitor)
  const id = newId()
  const answers = {
    ...{ place, who: 'parent', about: ['separation'], words: 'Ruzie over de kinderen', reach: 'phone' },
    ...{ phone: '06 12345678', voicemail: 'no', others: 'somebody', name: 'Noor' },
  }
  const sent = { form: shippedForm(visitor, 'ask'), filling: { submitKey: id, answers }, language: 'nl' } as const
  const count = { done: 0 }
  const asked = await counted.run(count, () => askForHelp(visitor, { ...sent, address: id }))
  say(count.done - 1, [`asked:${id}`, `coded:${referenceHash(yes(asked).code)}`])
  return id
}

async function weigh(page: Page, id: Id): Promise<void> {
  await page(
    'help-request.taken',
    (actor) => stepRequest(actor, id, { step: 'take', rowVersion: 1, today, keepMonths: 12 }),
    () => [`taken:${id}`],
  )
  await page(
    'help-request.graded',
    (actor) => gradeRequest(actor, id, { rowVersion: 2, today, grade: 'D', reason: 'Er is nu iemand nodig' }),
    () => [`graded:${id}`],
  )
  await page(
    'help-request.estimated',
    (actor) => estimateRisk(actor, id, { rowVersion: 3, today, harm: 'concern', violence: 'none-seen', because: '' }),
    () => [`estimated:${id}`],
  )
}

async function help(page: Page, trajectoryId: Id): Promise<void> {
  const key = newId()
  const contact = { key, on: today, minutes: '30', isReached: true, given: { service: ['inform'] } }
  await page(
    'contact.logged',
    (actor) => logContact(actor, trajectoryId, { ...contact, note: { body: 'Noor belde terug.' } }),
    () => [`contact:${key}`],
  )
  await page(
    'note.written',
    async (actor) => {
      const personId = (await trajectoryRow(actor, trajectoryId))?.personId ?? ''
      return writeNote(actor, { personId, trajectoryId, holdsOn: today, body: 'Een notitie.' })
    },
    ({ noteId }) => [`note:${noteId}`],
  )
}

async function planAndShare(page: Page, personId: Id, receiver: Walked['receiver']): Promise<void> {
  const { planId } = await page(
    'plan.opened',
    (actor) => openPlan(actor, personId, { participants: [], on: today }),
    (plan) => [`plan:${plan.planId}`],
  )
  await page(
    'plan.changed',
    (actor) => addItem(actor, planId, { kind: 'goal', body: 'Lot weet waar ze slaapt' }),
    () => [`goal:${planId}`],
  )
  await page(
    'sharing.changed',
    (actor) => share(actor, personId, aSharing(receiver)),
    ({ sharingId }) => [`sharing:${sharingId}`],
  )
}

async function close(page: Page, trajectoryId: Id): Promise<void> {
  const seen = { trajectoryId }
  const phase = (to: 'first-talk' | 'closing', answers: typeof SAFE | undefined) =>
    page(
      `step.${to}`,
      (actor) => moveTrajectory(actor, seen, { to, on: today, ...(answers && { answers }) }),
      () => [`${to}:${trajectoryId}`],
    )
  await phase('first-talk', undefined)
  await phase('closing', SAFE)
  await page(
    'case.closed',
    async (actor) => {
      const children = await childrenOfCase(actor, trajectoryId)
      const voices = new Map(children.map((child) => [child.personId, 'Lot wil nu niet praten.']))
      const given = { to: 'closed', on: today, reason: 'goals-reached', answers: CLOSING, voices, offerIds: [] }
      return closeTrajectory(actor, seen, { ...given, key: newId() })
    },
    () => [`closed:${trajectoryId}`],
  )
  await page(
    'case.reopened',
    (actor) => reopenTrajectory(actor, seen, { to: 'running', on: today, reason: 'aftercare', key: newId() }),
    () => [`reopened:${trajectoryId}`],
  )
}
