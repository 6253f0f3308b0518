import { sql } from 'drizzle-orm'
import type { Actor } from '../../capabilities/access/actor.ts'
import { publishStory, readyStory, recordConsent, saveStory } from '../../capabilities/participation/stories/actions.ts'
import { CHECKS } from '../../capabilities/participation/stories/story.ts'
import type { Database } from '../../database/connect.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { asOwner } from './logs.ts'
import { useSecrets } from './requests.ts'
import { aVisitor } from './signing-in.ts'
import { aMunicipality, aRegion, someone, yes } from './world.ts'

const today = dayAt(new Date())
export const STORY_WORDS = 'Eerst praatte ik alleen. Daarna wist ik wat ik wilde.'

/** Two editors of one municipality, another municipality of the region, and whoever comes along. */
export type Newsroom = Readonly<Record<'region' | 'here' | 'there', Id>> &
  Readonly<Record<'writer' | 'other' | 'visitor', Actor>>

export async function aNewsroom(): Promise<Newsroom> {
  useSecrets()
  const region = await aRegion()
  const here = await aMunicipality({ regionId: region })
  return {
    ...{ region, here, there: await aMunicipality({ regionId: region }) },
    writer: await someone({ role: 'communication-adviser', municipalityId: here }),
    other: await someone({ role: 'manager', municipalityId: here }),
    visitor: await aVisitor(),
  }
}

/** What an editor types, with everything that no sentence mentions. */
export const aStory = (given: object = {}) => ({
  ...{ language: 'nl', wordsNl: STORY_WORDS, wordsEn: '', shownName: 'Noor', entrances: ['gevoel'] },
  ...{ isRegional: false, ...given },
})
export const aConsent = (given: object = {}) => ({
  ...{ askedBy: 'Een collega', agreedOn: today, untilOn: after(today, { years: 1 }) },
  ...{ teller: '16-and-older', givenBy: ['teller'], nameKind: 'invented' },
  ...given,
})

type Desk = Pick<Newsroom, 'writer' | 'here'>

export async function aWrittenStory({ writer, here }: Desk, given: object = {}): Promise<Id> {
  const id = newId()
  yes(await saveStory(writer, { municipalityId: here, id, story: aStory(given) }))
  return id
}

export async function anAgreedStory(room: Desk, given: object = {}, consent: object = {}): Promise<Id> {
  const id = await aWrittenStory(room, given)
  const at = { municipalityId: room.here, id, rowVersion: 1 }
  yes(await recordConsent(room.writer, { ...at, consent: aConsent(consent), today }))
  return id
}

export async function aPublicStory(room: Newsroom, given: object = {}, consent: object = {}): Promise<Id> {
  const id = await anAgreedStory(room, given, consent)
  yes(await readyStory(room.writer, { municipalityId: room.here, id, rowVersion: 2 }, CHECKS))
  yes(await publishStory(room.other, { municipalityId: room.here, id, rowVersion: 3 }, today))
  return id
}

/** As if no story was ever told. */
export async function forgetStories(database: Database): Promise<void> {
  await asOwner(
    database,
    sql`update stories set consent_id = null, until_on = null, state = 'draft' where state not in ('withdrawn', 'ended')`,
  )
  for (const table of ['story_steps', 'story_consents', 'stories'])
    await asOwner(database, sql.raw(`delete from ${table}`))
}
