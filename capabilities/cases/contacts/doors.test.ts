import { beforeAll, describe, expect, test } from 'vitest'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { yes } from '../../../tests/support/world.ts'
import { notesIn } from '../../families/notes/queries.ts'
import { setAnchor } from '../history/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import { logContact, type NewContact } from './actions.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']
const aContact = (given: Partial<NewContact> = {}): NewContact => ({
  key: newId(),
  on: today,
  minutes: '30',
  isReached: true,
  given: {},
  ...given,
})
const log = (who: Who, given: Partial<NewContact> = {}) =>
  logContact(home.actors[who], home.trajectories.sanne, aContact(given))
const contacts = async () =>
  ((await trajectoryDetail(home.actors.workerOfSanne, home.trajectories.sanne))?.events ?? []).filter(
    ({ type }) => type === 'contact-made',
  )

describe('a contact with Sanne', () => {
  test.each<[Who, boolean]>([
    ['workerOfSanne', true],
    ['workerOfMark', false],
    ['workerOfLotte', false],
    ['colleague', false],
    ['coordinator', false],
    ['director', false],
    ['officer', false],
    ['elsewhere', false],
    ['sanne', false],
    ['mark', false],
    ['lotte', false],
  ])('[R-042] [R-088] is recorded by who works on Sanne and by nobody else: %s', async (who, expected) => {
    const before = (await contacts()).length
    const logged = await log(who, { note: { body: 'Het gaat beter.' } })
    expect(logged.ok ? true : logged.reason).toBe(expected ? true : 'not-found')
    expect((await contacts()).length - before).toBe(expected ? 1 : 0)
  })

  test('stands once, with its text, however often the form is sent', async () => {
    const [key, before] = [newId(), (await contacts()).length]
    yes(await log('workerOfSanne', { key, note: { body: 'Eén keer.' } }))
    yes(await log('workerOfSanne', { key, note: { body: 'Eén keer.' } }))
    expect((await contacts()).length - before).toBe(1)
    const notes = await notesIn(home.actors.workerOfSanne, home.persons.sanne)
    expect(notes.filter(({ contactId }) => contactId === key)).toMatchObject([{ kind: 'contact', body: 'Eén keer.' }])
  })

  test('[R-060] recorded at one moment by many, saved at once or with the commit, has a moment of its own each', async () => {
    const before = await contacts()
    const keys = Array.from({ length: 6 }, newId)
    const tell = (key: string, at: number) =>
      logContact(home.actors.workerOfSanne, home.trajectories.sanne, aContact({ key }), { isLast: at % 2 === 0 })
    const answers = await Promise.all([...keys, ...keys].map(tell))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const added = (await contacts()).slice(before.length)
    expect(added.map(({ id }) => id).toSorted()).toEqual(keys.toSorted())
    const moments = added.map(({ recordedAt }) => recordedAt)
    expect(new Set([...before.map(({ recordedAt }) => recordedAt), ...moments]).size).toBe(before.length + keys.length)
    expect(moments.toSorted()).toEqual(moments)
  })

  test('[R-088] with a text for safety does not tell others that there is a text', async () => {
    const key = newId()
    yes(await log('workerOfSanne', { key, note: { body: 'Alleen voor mij.', disclosure: 'safety' } }))
    const seen = await trajectoryDetail(home.actors.coordinator, home.trajectories.sanne)
    expect(seen?.events.find(({ id }) => id === key)).toMatchObject({ type: 'contact-made', minutes: 30, answers: {} })
    expect(await notesIn(home.actors.coordinator, home.persons.sanne)).toEqual([])
    expect((await notesIn(home.actors.sanne, home.persons.sanne)).map(({ contactId }) => contactId)).not.toContain(key)
  })

  test('is not there when its text or its milestone is refused: all or nothing', async () => {
    const before = [await contacts(), await notesIn(home.actors.workerOfSanne, home.persons.sanne)]
    const asks = { note: { body: 'x', disclosure: 'shared-plan' } }
    expect(await log('workerOfSanne', asks)).toMatchObject({ ok: false, reason: 'note-disclosure' })
    const early = { milestone: { code: 'look-back' }, note: { body: 'Terugkijken' } }
    expect(await log('workerOfSanne', early)).toMatchObject({ ok: false, reason: 'milestone-before-anchor' })
    const later = { on: after(today, { days: 1 }), note: { body: 'Morgen' } }
    expect(await log('workerOfSanne', later)).toMatchObject({ ok: false, faults: { dag: { reason: 'day-in-future' } } })
    expect([await contacts(), await notesIn(home.actors.workerOfSanne, home.persons.sanne)]).toEqual(before)
  })

  test('does a milestone in one go', async () => {
    const { workerOfSanne } = home.actors
    const trajectoryId = home.trajectories.sanne
    yes(await setAnchor(workerOfSanne, { trajectoryId }, { anchor: 'first-walk', on: today }))
    yes(await log('workerOfSanne', { milestone: { code: 'look-back' } }))
    const detail = await trajectoryDetail(workerOfSanne, trajectoryId)
    expect(detail?.trajectory.milestonesDone).toEqual(['look-back'])
  })
})
