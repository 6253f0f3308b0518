import { inArray } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { handedOver } from '../afterwards/tables.ts'
import { onlineReferrals } from '../referring/tables.ts'
import { assignments, originalWords, trajectories, trajectoryEvents } from '../tables.ts'
import { childVoiceReasons } from '../voice/tables.ts'

/** Removes the trajectories with all that hangs on them; gives the families that have none left. */
export async function destroy(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  const list = [...ids]
  const families = await tx
    .select({ id: trajectories.familyId })
    .from(trajectories)
    .where(inArray(trajectories.id, list))
  await tx.delete(trajectoryEvents).where(inArray(trajectoryEvents.trajectoryId, list))
  await tx.delete(originalWords).where(inArray(originalWords.trajectoryId, list))
  await tx.delete(assignments).where(inArray(assignments.trajectoryId, list))
  await tx.delete(childVoiceReasons).where(inArray(childVoiceReasons.trajectoryId, list))
  await tx.delete(onlineReferrals).where(inArray(onlineReferrals.trajectoryId, list))
  await tx.delete(handedOver).where(inArray(handedOver.trajectoryId, list))
  await tx.delete(trajectories).where(inArray(trajectories.id, list))
  const left = await tx
    .select({ id: trajectories.familyId })
    .from(trajectories)
    .where(
      inArray(
        trajectories.familyId,
        families.map((one) => one.id),
      ),
    )
  const stays = new Set(left.map((one) => one.id))
  return [...new Set(families.map((one) => one.id))].filter((id) => !stays.has(id))
}
