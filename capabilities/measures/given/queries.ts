import type { Tx } from '../../../database/connect.ts'
import { inScope } from '../../../database/transaction.ts'
import type { Actor } from '../../access/actor.ts'
import type { Asked } from '../asking/queries.ts'
import * as store from '../store.ts'

/** A question with the name of what is asked of it, such as a figure by a grouping. */
export type Named = Asked & { readonly what: string }

/** What one request was given already. Gone with its transaction. */
const within = new WeakMap<Tx, Map<string, object>>()

/**
 * For policy and the public: the answers as first given to the same questions; for the rest `work` gives the
 * answers now, one for each in its order, and they are kept. An organisation gets the answers now.
 */
export async function asFirstGiven<Q extends Named, T extends object>(
  actor: Actor,
  asked: readonly Q[],
  work: (missing: readonly Q[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const kept = asked.filter(({ audience }) => audience !== 'organisation')
  if (kept.length === 0) return work(asked)
  return inScope(actor, async (tx) => {
    const known = await knownIn(tx, kept.map(questionOf))
    const missing = asked.filter((one) => one.audience === 'organisation' || !known.has(questionOf(one)))
    const now = missing.length === 0 ? [] : await work(missing)
    const answers = new Map(missing.map((one, at) => [one, now[at]]))
    await keepNew(tx, answers, known)
    // Written for the same question by `work`, now or before.
    return asked.map((one) => (known.get(questionOf(one)) ?? answers.get(one)) as T)
  })
}

async function knownIn(tx: Tx, questions: readonly string[]): Promise<Map<string, object>> {
  const known = within.get(tx) ?? new Map<string, object>()
  within.set(tx, known)
  const unknown = [...new Set(questions)].filter((question) => !known.has(question))
  if (unknown.length > 0)
    for (const { question, answer } of await store.publishedBefore(tx, unknown)) known.set(question, answer)
  return known
}

async function keepNew(
  tx: Tx,
  answers: ReadonlyMap<Named, object | undefined>,
  known: Map<string, object>,
): Promise<void> {
  const rows = new Map<string, store.Publication>()
  for (const [one, answer] of answers) {
    const { audience, scopeId, isRegion } = one
    if (audience === 'organisation' || answer === undefined) continue
    const place = isRegion ? { regionId: scopeId } : { municipalityId: scopeId }
    const question = questionOf(one)
    rows.set(question, { question, audience, ...place, answer })
  }
  if (rows.size === 0) return
  for (const { question, answer } of await store.publishOnce(tx, [...rows.values()])) known.set(question, answer)
}

const questionOf = ({ what, measure, scope, scopeId, audience, from, asOf, knownAt }: Named): string =>
  [what, measure.code, scope.kind, scopeId, audience, from ?? '', asOf, knownAt.toISOString()].join(' ')
