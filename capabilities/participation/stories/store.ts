import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import type { Consent } from './consent.ts'
import type { Step, Story } from './story.ts'
import { stories, storyConsents, storySteps } from './tables.ts'
import type { Told } from './told.ts'

const columns = {
  ...{ municipalityId: stories.municipalityId, id: stories.id, state: stories.state, language: stories.language },
  ...{ wordsNl: stories.wordsNl, wordsEn: stories.wordsEn, shownName: stories.shownName },
  ...{ entrances: stories.entrances, isRegional: stories.isRegional, consentId: stories.consentId },
  ...{ untilOn: stories.untilOn, writtenBy: stories.writtenBy, readiedBy: stories.readiedBy },
  ...{ approvedBy: stories.approvedBy, rowVersion: stories.rowVersion },
  ...{ form: stories.form, transcriptNl: stories.transcriptNl, transcriptEn: stories.transcriptEn },
  ...{ videoUrl: stories.videoUrl, videoSeconds: stories.videoSeconds, hasCaptions: stories.hasCaptions },
  shows: stories.shows,
}

const regionId = sql<Id | null>`(select m.region_id from municipalities m where m.id = ${stories.municipalityId})`

/** Every public story in reach, with the region in which it may be read too. */
export const publicStories = (tx: Tx): Promise<(Story & { readonly regionId: Id | null })[]> =>
  tx
    .select({ ...columns, regionId })
    .from(stories)
    .where(eq(stories.state, 'public'))

/** Every story of a municipality, the newest first. */
export const storiesIn = (tx: Tx, municipalityId: Id): Promise<Story[]> =>
  tx
    .select(columns)
    .from(stories)
    .where(eq(stories.municipalityId, municipalityId))
    .orderBy(desc(stories.createdAt), desc(stories.id))

const isStory = (municipalityId: Id, id: Id) => and(eq(stories.municipalityId, municipalityId), eq(stories.id, id))

export async function storyIn(tx: Tx, municipalityId: Id, id: Id): Promise<Story | undefined> {
  const [row] = await tx.select(columns).from(stories).where(isStory(municipalityId, id))
  return row
}

type Row = Story & { readonly by: Id }

export async function insertStory(tx: Tx, { by, ...story }: Row): Promise<void> {
  await tx.insert(stories).values({ ...story, entrances: [...story.entrances], changedBy: by })
}

/** Changes the story with this version; false when somebody else changed it meanwhile. */
export async function updateStory(tx: Tx, { by, municipalityId, id, rowVersion, ...now }: Row): Promise<boolean> {
  const rows = await tx
    .update(stories)
    .set({ ...now, entrances: [...now.entrances], ...touched(by), rowVersion: rowVersion + 1 })
    .where(and(isStory(municipalityId, id), eq(stories.rowVersion, rowVersion)))
    .returning({ id: stories.id })
  return rows.length > 0
}

const touched = (by: Id) => ({ changedBy: by, changedAt: sql`date_trunc('milliseconds', clock_timestamp())` })

export async function recordStep(tx: Tx, { municipalityId, id, by }: Row, step: Step): Promise<void> {
  await tx.insert(storySteps).values({ municipalityId, id: newId(), storyId: id, step, recordedBy: by })
}

export const stepsOf = (tx: Tx, municipalityId: Id, storyId: Id) =>
  tx
    .select({ step: storySteps.step, recordedBy: storySteps.recordedBy, recordedAt: storySteps.recordedAt })
    .from(storySteps)
    .where(and(eq(storySteps.municipalityId, municipalityId), eq(storySteps.storyId, storyId)))
    .orderBy(desc(storySteps.recordedAt), desc(storySteps.id))

export async function insertConsent(tx: Tx, row: typeof storyConsents.$inferInsert): Promise<void> {
  await tx.insert(storyConsents).values(row)
}

export type ConsentKept = Consent & { readonly tokenHash: string }

/** What was agreed about a story, the newest first. */
export const consentsOf = (tx: Tx, municipalityId: Id, storyId: Id): Promise<ConsentKept[]> =>
  tx
    .select({
      ...{ id: storyConsents.id, storyId: storyConsents.storyId, askedBy: storyConsents.askedBy },
      ...{ agreedOn: storyConsents.agreedOn, untilOn: storyConsents.untilOn, teller: storyConsents.teller },
      ...{ givenBy: storyConsents.givenBy, nameKind: storyConsents.nameKind, tokenHash: storyConsents.tokenHash },
      ...{ uses: storyConsents.uses, recordedAt: storyConsents.recordedAt },
    })
    .from(storyConsents)
    .where(and(eq(storyConsents.municipalityId, municipalityId), eq(storyConsents.storyId, storyId)))
    .orderBy(desc(storyConsents.recordedAt), desc(storyConsents.id))

export type Behind = Omit<Told, 'hasCaptions' | 'shows'> & {
  readonly wordsNl: string | null
  readonly wordsEn: string | null
  readonly shownName: string | null
}

/** The story behind a link, for who holds it. */
export async function storyBehind(tx: Tx, hash: string): Promise<Behind | undefined> {
  const { rows } = await tx.execute<Behind>(
    sql`select words_nl as "wordsNl", words_en as "wordsEn", shown_name as "shownName", form, transcript_nl as "transcriptNl",
      transcript_en as "transcriptEn", video_url as "videoUrl", video_seconds as "videoSeconds"
      from access.story_behind(${hash})`,
  )
  return rows[0]
}

/** Erases the story behind a link; false when there is none. */
export async function withdraw(tx: Tx, hash: string): Promise<boolean> {
  const { rows } = await tx.execute<{ gone: boolean }>(sql`select access.withdraw_story(${hash}, ${newId()}) as gone`)
  return rows[0]?.gone === true
}

export async function endStories(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ ended: number }>(sql`select access.end_stories() as ended`)
  return rows[0]?.ended ?? 0
}
