import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Finding, Round } from './round.ts'
import { testFindings, testRounds } from './tables.ts'

const roundColumns = {
  ...{ municipalityId: testRounds.municipalityId, id: testRounds.id, title: testRounds.title },
  ...{ subject: testRounds.subject, siteVersion: testRounds.siteVersion, fromOn: testRounds.fromOn },
  ...{ toOn: testRounds.toOn, state: testRounds.state, parents: testRounds.parents },
  ...{ youngPeople: testRounds.youngPeople, ambassadors: testRounds.ambassadors, others: testRounds.others },
  rowVersion: testRounds.rowVersion,
}
const findingColumns = {
  ...{ municipalityId: testFindings.municipalityId, id: testFindings.id, roundId: testFindings.roundId },
  ...{ testers: testFindings.testers, task: testFindings.task, finding: testFindings.finding, slug: testFindings.slug },
  ...{ decision: testFindings.decision, done: testFindings.done, rowVersion: testFindings.rowVersion },
}

/** The test rounds of a municipality, the latest first. */
export const roundsIn = (tx: Tx, municipalityId: Id): Promise<Round[]> =>
  tx
    .select(roundColumns)
    .from(testRounds)
    .where(eq(testRounds.municipalityId, municipalityId))
    .orderBy(desc(testRounds.fromOn), desc(testRounds.id))

export async function roundIn(tx: Tx, municipalityId: Id, id: Id): Promise<Round | undefined> {
  const [row] = await tx
    .select(roundColumns)
    .from(testRounds)
    .where(and(eq(testRounds.municipalityId, municipalityId), eq(testRounds.id, id)))
  return row
}

/** What was found in a municipality, in the order in which it was written down. */
export const findingsIn = (tx: Tx, municipalityId: Id): Promise<Finding[]> =>
  tx
    .select(findingColumns)
    .from(testFindings)
    .where(eq(testFindings.municipalityId, municipalityId))
    .orderBy(asc(testFindings.id))

const now = () => sql`date_trunc('milliseconds', clock_timestamp())`

export async function insertRound(tx: Tx, row: Round, by: Id): Promise<void> {
  await tx.insert(testRounds).values({ ...row, recordedBy: by })
}

/** Changes the round with this version; false when somebody else changed it meanwhile. */
export async function updateRound(tx: Tx, row: Round, by: Id): Promise<boolean> {
  const { municipalityId, id, rowVersion, ...told } = row
  const isThis = [eq(testRounds.municipalityId, municipalityId), eq(testRounds.id, id)]
  const rows = await tx
    .update(testRounds)
    .set({ ...told, rowVersion: rowVersion + 1, recordedBy: by, recordedAt: now() })
    .where(and(...isThis, eq(testRounds.rowVersion, rowVersion)))
    .returning({ id: testRounds.id })
  return rows.length > 0
}

export async function insertFinding(tx: Tx, row: Finding, by: Id): Promise<void> {
  await tx
    .insert(testFindings)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}

/** Changes the finding with this version; false when somebody else changed it meanwhile. */
export async function updateFinding(tx: Tx, row: Finding, by: Id): Promise<boolean> {
  const { municipalityId, id, roundId, rowVersion, ...told } = row
  const isThis = [eq(testFindings.municipalityId, municipalityId), eq(testFindings.id, id)]
  const rows = await tx
    .update(testFindings)
    .set({ ...told, rowVersion: rowVersion + 1, recordedBy: by, recordedAt: now() })
    .where(and(...isThis, eq(testFindings.roundId, roundId), eq(testFindings.rowVersion, rowVersion)))
    .returning({ id: testFindings.id })
  return rows.length > 0
}
