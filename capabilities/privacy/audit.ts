import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '../../database/connect.ts'
import { atEnd, inScope, onRollback, shownSoFar } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import * as store from './store.ts'

export type AuditedAct = {
  /** What was done, noun first: `figure.read`, `import.started`. */
  readonly act: string
  /** The kind of record; the noun of the act when left out. */
  readonly kind?: string
  /** The municipality it was about. Doors that know it better note it with the records: `noteShown('municipality', …)`. */
  readonly municipalityId?: Id
  /** The pattern of the address (`/werk/importeren/:id`), never the address itself. */
  readonly route?: string
}

type Shown = ReadonlyMap<string, ReadonlySet<string>>
type Outcome = {
  readonly result: 'done' | 'refused' | 'failed'
  readonly reason: string | null
  readonly shown: Shown
}

const inAudited = new AsyncLocalStorage<true>()

/**
 * Runs `work` as this actor and writes one audit row in the same transaction, with what doors noted as shown (BIO2 8.15.01).
 * A refused answer is logged as refused with its reason; a fault is rolled back and logged as failed afterwards.
 * Inside another audited act it only runs the work: one act, one row. `reasonOf` tells why a value is a no, for who gives
 * other answers than doors do.
 */
export async function audited<T>(
  actor: Actor,
  { reasonOf = reasonOfAnswer, ...what }: AuditedAct & { readonly reasonOf?: (value: T) => string | undefined },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (inAudited.getStore()) return inScope(actor, work)
  return inAudited.run(true, () =>
    inScope(actor, async (tx) => {
      let shown: Shown = new Map()
      onRollback(() => logFailure(actor, what, shown))
      try {
        const value = await work(tx)
        await atEnd(store.auditRow(rowFor(actor, what, { ...asResult(reasonOf(value)), shown: shownSoFar() })))
        return value
      } finally {
        shown = shownSoFar()
      }
    }),
  )
}

/** One event outside a page or command, such as signing in; joins the running transaction, or takes one of its own. */
export async function recordAudit(
  actor: Actor,
  event: AuditedAct & { readonly shown?: Readonly<Record<string, readonly Id[]>>; readonly refusedWith?: string },
): Promise<void> {
  const shown = new Map(Object.entries(event.shown ?? {}).map(([kind, ids]) => [kind, new Set(ids)]))
  const row = rowFor(actor, event, { ...asResult(event.refusedWith), shown })
  await inScope(actor, (tx) => store.insertAuditRow(tx, row))
}

async function logFailure(actor: Actor, what: AuditedAct, shown: Shown): Promise<void> {
  const row = rowFor(actor, what, { result: 'failed', reason: 'fault', shown })
  try {
    await inScope(actor, (tx) => store.insertAuditRow(tx, row))
  } catch {
    // The fault that brought us here is the one to report; a database that is away can log nothing, and changed nothing.
  }
}

function rowFor(actor: Actor, what: AuditedAct, { result, reason, shown }: Outcome): store.NewAuditRow {
  return {
    id: newId(),
    traceId: actor.traceId,
    actorId: actor.personId,
    actingRoles: [...new Set(actor.grants.map((grant) => grant.role))],
    act: what.act,
    kind: what.kind ?? what.act.split('.')[0] ?? what.act,
    subjectIds: [...new Set(SUBJECTS.flatMap((kind) => [...(shown.get(kind) ?? [])]))],
    objectIds: [...shown].flatMap(([kind, ids]) => (isOwnColumn(kind) ? [] : [...ids].map((id) => `${kind}:${id}`))),
    municipalityIds: municipalitiesOf(actor, what, shown),
    result,
    reason,
    origin: actor.origin,
    route: what.route ?? null,
  }
}

/** The records that stand for somebody who is helped or asked for help: each gets a line in the processing log. */
const SUBJECTS = ['trajectory', 'file', 'help-request'] as const

const isOwnColumn = (kind: string): boolean => kind === 'trajectory' || kind === 'municipality'

/** Where the act belongs: what was given or noted, else where the actor works; of nowhere, only the platform's auditors read it. */
function municipalitiesOf(actor: Actor, what: AuditedAct, shown: Shown): Id[] {
  const noted = new Set(shown.get('municipality'))
  if (what.municipalityId !== undefined) noted.add(what.municipalityId)
  if (noted.size > 0) return [...noted]
  return [...new Set(actor.grants.flatMap((grant) => grant.municipalityId ?? []))]
}

/** A reason is a code; anything else could carry words of a person into the log. */
function asResult(reason: string | undefined): Pick<Outcome, 'result' | 'reason'> {
  if (reason === undefined) return { result: 'done', reason: null }
  return { result: 'refused', reason: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(reason) ? reason : 'other' }
}

function reasonOfAnswer(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('ok' in value) || value.ok !== false) return undefined
  return 'reason' in value && typeof value.reason === 'string' ? value.reason : 'other'
}
