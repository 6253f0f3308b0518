import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import type { Campaign, Reach } from './campaign.ts'
import type { Click } from './clicks.ts'
import { campaignClicks, campaignReaches, campaigns } from './tables.ts'

const campaignColumns = {
  ...{ id: campaigns.id, regionId: campaigns.regionId, municipalityId: campaigns.municipalityId },
  ...{ code: campaigns.code, name: campaigns.name, audience: campaigns.audience, channel: campaigns.channel },
  ...{ startsOn: campaigns.startsOn, endsOn: campaigns.endsOn, leadsTo: campaigns.leadsTo },
  rowVersion: campaigns.rowVersion,
}
const reachColumns = {
  ...{ id: campaignReaches.id, campaignId: campaignReaches.campaignId, readOn: campaignReaches.readOn },
  ...{ reach: campaignReaches.reach, source: campaignReaches.source },
}

/** The campaigns in the actor's reach, the latest first. */
export const allCampaigns = (tx: Tx): Promise<Campaign[]> =>
  tx.select(campaignColumns).from(campaigns).orderBy(desc(campaigns.startsOn), asc(campaigns.code))

export async function campaignWithId(tx: Tx, id: Id): Promise<Campaign | undefined> {
  const [row] = await tx.select(campaignColumns).from(campaigns).where(eq(campaigns.id, id))
  return row
}

/** What was read of the reach of the campaigns in the actor's reach, the latest first. */
export const allReaches = (tx: Tx): Promise<Reach[]> =>
  tx.select(reachColumns).from(campaignReaches).orderBy(desc(campaignReaches.readOn), desc(campaignReaches.id))

/** How often the short addresses in the actor's reach were followed. */
export const allClicks = (tx: Tx) => tx.select().from(campaignClicks)

export type Behind = Pick<Campaign, 'id' | 'regionId' | 'municipalityId' | 'leadsTo' | 'startsOn' | 'endsOn'>

/** Where a short address leads, for everyone. */
export async function behind(tx: Tx, code: string): Promise<Behind | undefined> {
  const { rows } = await tx.execute<Behind & Record<string, unknown>>(sql`
    select id, region_id as "regionId", municipality_id as "municipalityId", leads_to as "leadsTo",
      starts_on::text as "startsOn", ends_on::text as "endsOn" from access.campaign_behind(${code})`)
  return rows[0]
}

export async function isCodeTaken(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await tx.execute<{ taken: boolean }>(sql`select access.campaign_code_taken(${code}) as taken`)
  return rows[0]?.taken === true
}

/** Adds a campaign; false when its number or its short address is taken. */
export async function insertCampaign(tx: Tx, row: Campaign, by: Id): Promise<boolean> {
  const rows = await tx
    .insert(campaigns)
    .values({ ...row, writtenBy: by, changedBy: by })
    .onConflictDoNothing()
    .returning({ id: campaigns.id })
  return rows.length > 0
}

const now = () => sql`date_trunc('milliseconds', clock_timestamp())`

/** Changes a campaign with this version; false when somebody else changed it meanwhile. Its address and place stay. */
export async function updateCampaign(tx: Tx, row: Campaign, by: Id): Promise<boolean> {
  const { id, rowVersion, name, audience, channel, startsOn, endsOn, leadsTo } = row
  const told = { name, audience, channel, startsOn, endsOn, leadsTo }
  const rows = await tx
    .update(campaigns)
    .set({ ...told, rowVersion: rowVersion + 1, changedBy: by, changedAt: now() })
    .where(and(eq(campaigns.id, id), eq(campaigns.rowVersion, rowVersion)))
    .returning({ id: campaigns.id })
  return rows.length > 0
}

/** A form that was sent twice makes one. */
export async function insertReach(tx: Tx, row: Reach, by: Id): Promise<void> {
  await tx
    .insert(campaignReaches)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}

export type ClickRow = Click & { readonly n: number }

/** Adds these to what was counted before; each of another campaign, month or side of the period. */
export async function addClicks(tx: Tx, rows: readonly ClickRow[]): Promise<void> {
  await tx.execute(sql`
    insert into campaign_clicks (campaign_id, month, is_within, n)
    select "campaignId", month, "isWithin", n from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given ("campaignId" uuid, month date, "isWithin" boolean, n integer)
    on conflict (campaign_id, month, is_within) do update set n = campaign_clicks.n + excluded.n`)
}
