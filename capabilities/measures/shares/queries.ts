import { inScope } from '../../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { programmesEver } from '../../programmes/queries.ts'
import { type Ask, type Figure, type ShareEntry, shareEntryOf } from '../figure.ts'
import { figure } from '../queries.ts'
import { percentOf } from '../share.ts'

/** A percentage with the two figures it was made of, both as this audience may see them. */
export type ShareFigure = {
  readonly share: ShareEntry
  /** Null when it may not be shown, or when there is nothing to take a part of. */
  readonly percent: number | null
  readonly part: Figure
  readonly whole: Figure
}

/** Every percentage that the programmes declare, with its passport; none for who may read no programme. */
export const sharesKnown = async (actor: Actor): Promise<ShareEntry[]> =>
  (await programmesEver(actor)).flatMap((definition) =>
    (definition.shares ?? []).map((share) => shareEntryOf(definition, share)),
  )

/**
 * One percentage at (D, K) for an audience: two figures of one moment of knowledge, so that it shows nothing that those do
 * not show already. It is of what holds on a day, never of a period: what ends in a period may have begun before.
 */
export async function shareOf(
  actor: Actor,
  { measure: code, scope, asOf, knownOn: asked, audience }: Omit<Ask, 'by' | 'from'>,
): Promise<Answer<ShareFigure>> {
  return inScope(actor, async () => {
    const share = (await sharesKnown(actor)).find((one) => one.code === code)
    if (share === undefined) return refuse('measure-unknown', { code })
    const ask = { scope, asOf, audience }
    const part = await figure(actor, { ...ask, ...(asked !== undefined && { knownOn: asked }), measure: share.part })
    if (!part.ok) return part
    const knownOn = new Date(part.value.knownAt)
    const whole = await figure(actor, { ...ask, knownOn, measure: share.whole })
    if (!whole.ok) return whole
    const percent = percentOf(part.value.value, whole.value.value, audience)
    return allow({ share, percent, part: part.value, whole: whole.value })
  })
}
