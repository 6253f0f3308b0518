import { desc, eq, lte, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { AUDIENCES, type Audience, type AudienceSetting, DEFAULT_SETTINGS } from './audience.ts'
import type { Cell } from './cell.ts'
import { audienceSettings, publishedFigures } from './tables.ts'

const CHUNK = 5_000

/** As one document per statement: a history of years has ten thousands of jumps, and a value each is ten times slower. */
export async function insertCells(tx: Tx, rows: readonly (KeptIn & Cell)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.execute(sql`
      insert into figure_cells (municipality_id, provision_id, programme_code, measure, "grouping", key, holds_on,
        recorded_at, n, families)
      select "municipalityId", "provisionId", "programmeCode", measure, "grouping", key, "holdsOn", "recordedAt", n, families
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + CHUNK))}::jsonb) as cell ("municipalityId" uuid,
        "provisionId" uuid, "programmeCode" text, measure text, "grouping" text, key text, "holdsOn" date,
        "recordedAt" timestamptz(3), n integer, families integer)`)
}

export type Counted = {
  readonly programmeCode: string
  readonly municipalityIds: readonly Id[]
  /** Only these provisions, for exact figures over the own organisation's files. */
  readonly provisionIds?: readonly Id[] | undefined
  readonly from?: Day | undefined
  readonly asOf: Day
  readonly knownAt: Date
}

export type SummedCell = {
  municipalityId: Id
  measure: string
  grouping: string
  key: string
  n: number
  families: number
}

const within = ({ programmeCode, municipalityIds, provisionIds, from, asOf, knownAt }: Counted) => sql`
  programme_code = ${programmeCode}
  and municipality_id in (${sql.join(
    municipalityIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})
  ${
    provisionIds === undefined
      ? sql``
      : sql`and provision_id in (${sql.join(
          [...provisionIds, null].map((id) => sql`${id}::uuid`),
          sql`, `,
        )})`
  }
  ${from === undefined ? sql`` : sql`and holds_on >= ${from}::date`}
  and holds_on <= ${asOf}::date and recorded_at <= ${knownAt.toISOString()}::timestamptz`

/** Every cell of a programme summed at (D, K), by municipality; as the reading role of figures. */
export async function summedCells(tx: Tx, counted: Counted): Promise<SummedCell[]> {
  const { rows } = await tx.execute<SummedCell>(sql`
    select municipality_id as "municipalityId", measure, grouping, key, sum(n)::int as n, sum(families)::int as families
    from report_cells where ${within(counted)}
    group by 1, 2, 3, 4 having sum(n) <> 0 or sum(families) <> 0`)
  return rows
}

export type SummedDay = { municipalityId: Id; measure: string; holdsOn: string; n: number; families: number }

/** The totals of every measure of a programme by the day they changed. */
export async function summedDays(tx: Tx, counted: Counted): Promise<SummedDay[]> {
  const { rows } = await tx.execute<SummedDay>(sql`
    select municipality_id as "municipalityId", measure, holds_on::text as "holdsOn", sum(n)::int as n, sum(families)::int as families
    from report_cells where grouping = 'all' and ${within(counted)}
    group by 1, 2, 3 having sum(n) <> 0 or sum(families) <> 0 order by 3`)
  return rows
}

/** From which size each audience sees a number, as set at a moment. */
export async function settingsAt(tx: Tx, knownAt: Date): Promise<Record<Audience, AudienceSetting>> {
  const rows = await tx
    .select()
    .from(audienceSettings)
    .where(lte(audienceSettings.recordedAt, knownAt))
    .orderBy(desc(audienceSettings.recordedAt))
  const latest = (audience: Audience): AudienceSetting => {
    const row = rows.find((one) => one.audience === audience)
    return row === undefined ? DEFAULT_SETTINGS[audience] : { audience, hideBelow: row.hideBelow, roundTo: row.roundTo }
  }
  const [open, policy, own] = AUDIENCES.map(latest)
  return {
    public: open ?? DEFAULT_SETTINGS.public,
    policy: policy ?? DEFAULT_SETTINGS.policy,
    organisation: own ?? DEFAULT_SETTINGS.organisation,
  }
}

export async function insertSetting(tx: Tx, setting: AudienceSetting, recordedBy: Id): Promise<void> {
  await tx
    .insert(audienceSettings)
    .values({ ...setting, recordedBy, recordedAt: sql`date_trunc('milliseconds', clock_timestamp())` })
}

/** Where the counted trajectories belong and when this was recorded. */
export type KeptIn = {
  readonly municipalityId: Id
  readonly provisionId: Id
  readonly programmeCode: string
  readonly recordedAt: Date
}

/** Hands answers and jumps to the database function that alone may read the answers. */
export async function keepSpecial(
  tx: Tx,
  at: KeptIn,
  { rows, groups }: { rows: unknown; groups: unknown },
): Promise<void> {
  await tx.execute(sql`select keep_special(${at.municipalityId}::uuid, ${at.provisionId}::uuid, ${at.programmeCode},
    ${at.recordedAt.toISOString()}::timestamptz, ${JSON.stringify(rows)}::jsonb, ${JSON.stringify(groups)}::jsonb)`)
}

export async function forgetSpecial(tx: Tx, trajectoryIds: readonly Id[]): Promise<void> {
  const ids = sql.join(
    trajectoryIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await tx.execute(sql`select forget_special(array[${ids}])`)
}

export async function moveUpSmallCells(
  tx: Tx,
  at: Pick<KeptIn, 'municipalityId' | 'provisionId'>,
  { touched, minimum }: { touched: unknown; minimum: number },
): Promise<void> {
  await tx.execute(sql`select move_up_small_cells(${at.municipalityId}::uuid, ${at.provisionId}::uuid,
    ${JSON.stringify(touched)}::jsonb, ${minimum})`)
}

export type Publication = typeof publishedFigures.$inferInsert

/** The answer given before to these questions, by question. */
export async function publishedBefore(tx: Tx, question: string): Promise<unknown> {
  const [row] = await tx
    .select({ answer: publishedFigures.answer })
    .from(publishedFigures)
    .where(eq(publishedFigures.question, question))
  return row?.answer
}

/** Keeps an answer as the one to this question; who was first wins, and gives the one that holds. */
export async function publishOnce(tx: Tx, row: Publication): Promise<unknown> {
  await tx.insert(publishedFigures).values(row).onConflictDoNothing()
  return (await publishedBefore(tx, row.question)) ?? row.answer
}
