import { AsyncLocalStorage } from 'node:async_hooks'
import { type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from './connect.ts'
import { roleSection } from './role-section.ts'

/** Whoever acts, as far as the database needs to know. */
export type Acting = { readonly personId: string; readonly traceId: string }

type Ambient = {
  readonly tx: Tx
  readonly atEnd: (statement: SQL, holds?: 'holds') => Promise<void>
  readonly acting: Acting
  readonly shown: Map<string, Set<string>>
  readonly afterRollback: (() => Promise<void>)[]
  /** Answers to what is asked more than once, where nothing changes in between. */
  readonly asked: Map<string, Promise<unknown>> | undefined
}

const ambient = new AsyncLocalStorage<Ambient>()
let current: Database | undefined

/** The database that this process works on; set once by the server, the command line or a test. */
export function useDatabase(database: Database): void {
  current = database
}

export function database(): Database {
  if (current === undefined) throw new Error('no database: call useDatabase first')
  return current
}

/**
 * Runs `work` in a transaction in which row-level security sees this actor.
 * Joins the transaction that is running, so that a request is one transaction; a different actor inside it is a fault.
 * `isReading`: it changes no record, so what is asked with `askedOnce` is asked once.
 */
export async function inScope<T>(acting: Acting, work: (tx: Tx) => Promise<T>, isReading = false): Promise<T> {
  if (signingIn.getStore() !== undefined) throw new Error('inScope inside asSignIn')
  const running = ambient.getStore()
  if (running !== undefined) {
    if (running.acting.personId !== acting.personId) throw new Error('another actor inside a running transaction')
    return work(running.tx)
  }
  return ownTransaction({ acting, isReading, first: scopeOf(acting) }, (tx, inside) => inside(() => work(tx)))
}

/**
 * As `inScope` in a transaction of its own, in which the role of signing in is asked `question` first. `work` is given the
 * promise of its rows, and decides on it before anything else: the question goes out together with the first of its own.
 */
export async function inScopeBehind<Row extends Record<string, unknown>, T>(
  acting: Acting,
  question: SQL,
  work: (rows: Promise<readonly Row[]>) => Promise<T>,
  isReading: boolean,
): Promise<T> {
  if (ambient.getStore() !== undefined) throw new Error('inScopeBehind inside a running transaction')
  const scope = scopeOf(acting)
  return ownTransaction({ acting, isReading, first: 'set local role voorveld_sign_in' }, (tx, inside) => {
    const rows = tx.execute<Row>(question).then((result) => result.rows as unknown as readonly Row[]) // as asked for
    // Sent without waiting: what cannot be set breaks the transaction, in which nothing is answered from then on; and until
    // it is set, the role of signing in reads nothing that a page asks for.
    const isScoped = tx.execute(sql.raw(scope)).then(() => undefined)
    return inside(async () => (await Promise.all([work(rows), isScoped]))[0])
  })
}

type Own = { readonly acting: Acting; readonly isReading: boolean; readonly first: string }

/** A transaction for who is in none yet. `inside` runs work that others join; what they left for a rollback is done after one. */
async function ownTransaction<T>(
  { acting, isReading, first }: Own,
  work: (tx: Tx, inside: (part: () => Promise<T>) => Promise<T>) => Promise<T>,
): Promise<T> {
  const afterRollback: (() => Promise<void>)[] = []
  try {
    return await database().transaction((tx, atEnd) => {
      const asked = isReading ? new Map() : undefined
      const all = { tx, atEnd, acting, shown: new Map(), afterRollback, asked }
      return work(tx, (part) => ambient.run(all, part))
    }, first)
  } catch (fault) {
    for (const left of afterRollback) await left()
    throw fault
  }
}

/** Ids and traces are hexadecimal; anything else never reaches the text of a statement. */
const HEXADECIMAL = /^[0-9a-f-]{32,36}$/

function scopeOf({ personId, traceId }: Acting): string {
  if (!HEXADECIMAL.test(personId) || !HEXADECIMAL.test(traceId)) throw new TypeError('no id of an actor or a trace')
  // Compiling pays for queries of seconds; the planner cannot tell how short the questions of a policy are (7 times slower).
  return `select set_config('role', 'voorveld_app', true), set_config('jit', 'off', true),
    set_config('app.actor_id', '${personId}', true), set_config('app.trace_id', '${traceId}', true)`
}

class Undone extends Error {}

/**
 * Runs `work` inside the running transaction and takes back all it did when it is refused halfway. Without it a refusal
 * keeps what was written before it, since a page that says no still commits its audit row.
 */
export async function allOrNothing<T extends { readonly ok: boolean }>(tx: Tx, work: () => Promise<T>): Promise<T> {
  let answer: T | undefined
  try {
    return await tx.transaction(async (inner) => {
      const running = ambient.getStore()
      // Whoever does the same further in gets a savepoint of another name: this one stays the way back of this work.
      answer = await (running === undefined ? work() : ambient.run({ ...running, tx: inner }, work))
      if (!answer.ok) throw new Undone()
      return answer
    })
  } catch (fault) {
    if (fault instanceof Undone && answer !== undefined) return answer
    throw fault
  }
}

/** PostgreSQL: another transaction stored the same key first. */
const SAME_KEY = '23505'

/**
 * Does the work, and once more when somebody stored the same at the same moment, such as a form that was pressed twice: what
 * was first is there by then, so the work gives the answer that it gives whoever comes later. The work is a whole
 * transaction, of which the first try left nothing.
 */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (!isSameKey(fault)) throw fault
    return work()
  }
}

function isSameKey(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code } = fault as { code?: unknown } // drivers set `code`
  return code === SAME_KEY || isSameKey(fault.cause)
}

/** The answer to a question that many doors of one page ask; asked anew each time where the transaction may change records. */
export function askedOnce<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const asked = ambient.getStore()?.asked
  const before = asked?.get(question)
  // Each question has one name and one asker, so its answer is of one kind.
  if (before !== undefined) return before as Promise<T>
  // A question of the query builder is asked again each time that somebody waits for it; a promise only once.
  const answer = Promise.resolve().then(ask)
  asked?.set(question, answer)
  return answer
}

/**
 * Leaves a statement for the end of the running transaction, of which nothing is asked there any more; without it the rest fails too.
 * `holds`: others wait for it until the commit, so it goes last.
 */
export async function atEnd(statement: SQL, holds?: 'holds'): Promise<void> {
  const running = ambient.getStore()
  if (running === undefined) throw new Error('atEnd outside inScope')
  await running.atEnd(statement, holds)
}

/** Has `work` done, outside any transaction, when a fault rolls the running transaction back; a commit forgets it. */
export function onRollback(work: () => Promise<void>): void {
  ambient.getStore()?.afterRollback.push(work)
}

/**
 * Runs `work` as the reading role that sees `report_` views over every municipality and nothing else.
 * Only rooms that count use it; they decide themselves what of the result the actor gets.
 */
export async function asReports<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
  const replica = database().replicaTransaction
  if (replica !== undefined) {
    return replica(work, 'set local role voorveld_reports')
  }
  return inScope(acting, (tx) => inRole(tx, 'voorveld_reports', () => work(tx)))
}

const signingIn = new AsyncLocalStorage<Tx>()

/**
 * Runs `work` as the role that sees the tables of signing in and almost nothing else. Joins the transaction that is
 * running and gives it its own role back; else in a transaction of its own, so that a counted failure stays counted.
 */
export async function asSignIn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const inside = signingIn.getStore()
  if (inside !== undefined) return work(inside)
  const running = ambient.getStore()
  if (running !== undefined)
    return inRole(running.tx, 'voorveld_sign_in', () => signingIn.run(running.tx, () => work(running.tx)))
  return database().transaction((tx) => signingIn.run(tx, () => work(tx)), 'set local role voorveld_sign_in')
}

/** The rows of one statement as that role, in a transaction of its own. */
export const asSignInOnce = <Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> =>
  database().once<Row>(statement, 'set local role voorveld_sign_in')

/** A part of the running transaction in another role, during which nothing else of it is asked. */
export const inRole = <T>(
  tx: Tx,
  role: 'voorveld_reports' | 'voorveld_sign_in' | 'voorveld_jobs',
  work: () => Promise<T>,
): Promise<T> =>
  roleSection(
    () => tx.execute(sql.raw(`set local role ${role}`)),
    work,
    () => tx.execute(sql`set local role voorveld_app`),
  )

/** The transaction of the running `asSignIn`, for the sign-in library, which asks for a database once and for all. */
export function signInTransaction(): Tx {
  const tx = signingIn.getStore()
  if (tx === undefined) throw new Error('outside asSignIn')
  return tx
}

/** Notes which records a page, list or export showed; the audit row of this transaction holds their ids. */
export function noteShown(kind: string, ids: Iterable<string>): void {
  const running = ambient.getStore()
  if (running === undefined) return
  const seen = running.shown.get(kind) ?? new Set()
  for (const id of ids) seen.add(id)
  running.shown.set(kind, seen)
}

/** What was noted as shown so far in this transaction. */
export function shownSoFar(): ReadonlyMap<string, ReadonlySet<string>> {
  return ambient.getStore()?.shown ?? new Map()
}

export const isInTransaction = (): boolean => ambient.getStore() !== undefined
