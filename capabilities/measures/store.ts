import { desc, inArray, lte, sql } from 'drizzle-orm'
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
}

/** What holds on a day as known at a moment. */
export type Standing = { readonly asOf: Day; readonly knownAt: Date }

export type SummedCell = {
  municipalityId: Id
  measure: string
  grouping: string
  key: string
  n: number
  families: number
}

const within = ({ programmeCode, municipalityIds, provisionIds, from }: Counted) => sql`
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
  ${from === undefined ? sql`` : sql`and holds_on >= ${from}::date`}`

const standing = ({ asOf, knownAt }: Standing) =>
  sql`(holds_on <= ${asOf}::date and recorded_at <= ${knownAt.toISOString()}::timestamptz)`

/**
 * Every cell of a programme summed at each (D, K), by municipality, in one pass; as the reading role of figures. The same
 * sums come in the same order.
 */
export async function summedCells(tx: Tx, counted: Counted, at: readonly Standing[]): Promise<SummedCell[][]> {
  const sums = at.map(
    (one, nth) => sql`, coalesce(sum(n) filter (where ${standing(one)}), 0)::int as ${sql.identifier(`n${nth}`)},
      coalesce(sum(families) filter (where ${standing(one)}), 0)::int as ${sql.identifier(`families${nth}`)}`,
  )
  const { rows } = await tx.execute<Omit<SummedCell, 'n' | 'families'> & Record<string, unknown>>(sql`
    select municipality_id as "municipalityId", measure, grouping, key ${sql.join(sums)}
    from report_cells where ${within(counted)} and (${sql.join(at.map(standing), sql` or `)})
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`)
  return at.map((_, nth) =>
    rows.flatMap(({ municipalityId, measure, grouping, key, ...numbers }) => {
      const [n, families] = [Number(numbers[`n${nth}`]), Number(numbers[`families${nth}`])]
      return n === 0 && families === 0 ? [] : [{ municipalityId, measure, grouping, key, n, families }]
    }),
  )
}

export type SummedQuarter = { municipalityId: Id; measure: string; startsOn: string; n: number; families: number }

/** The totals of every measure of a programme by the quarter in which they changed; a quarter of days that undo each other is 0. */
export async function summedQuarters(tx: Tx, counted: Counted, at: Standing): Promise<SummedQuarter[]> {
  const { rows } = await tx.execute<SummedQuarter>(sql`
    select municipality_id as "municipalityId", measure, date_trunc('quarter', holds_on)::date::text as "startsOn",
      sum(n)::int as n, sum(families)::int as families
    from (select municipality_id, measure, holds_on, sum(n) as n, sum(families) as families
      from report_cells where grouping = 'all' and ${within(counted)} and ${standing(at)}
      group by 1, 2, 3 having sum(n) <> 0 or sum(families) <> 0) as days
    group by 1, 2, 3 order by 3, 1, 2`)
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

type Given = { readonly question: string; readonly answer: object }

/** The answers given before to these questions; none for a question that is new. */
export async function publishedBefore(tx: Tx, questions: readonly string[]): Promise<Given[]> {
  const rows = await tx
    .select({ question: publishedFigures.question, answer: publishedFigures.answer })
    .from(publishedFigures)
    .where(inArray(publishedFigures.question, [...questions]))
  return rows.map(({ question, answer }) => ({ question, answer: answer as object })) // written by `publishOnce`
}

/** Keeps answers as the ones to these questions; who was first wins, and gives the ones that hold. */
export async function publishOnce(tx: Tx, rows: readonly Publication[]): Promise<Given[]> {
  // Everybody in the same order, so that nobody waits for who waits for them.
  const ordered = rows.toSorted((a, b) => (a.question < b.question ? -1 : 1))
  await tx.insert(publishedFigures).values(ordered).onConflictDoNothing()
  return publishedBefore(
    tx,
    ordered.map(({ question }) => question),
  )
}
