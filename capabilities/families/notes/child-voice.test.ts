import { beforeAll, describe, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aFamilyInTwoHomes, everybodyOf, publishWalk, type TwoHomes, whoOf } from '../../../tests/support/two-homes.ts'
import { yes } from '../../../tests/support/world.ts'
import { recordChildVoice, replaceNote, writeNote } from './actions.ts'
import { notesIn } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']
const everybody = (): Who[] => everybodyOf(home)
const whoSees = (see: (who: Who) => Promise<boolean>): Promise<Who[]> => whoOf(home, see)

describe('what a child says', () => {
  const say = (who: Who, given: Partial<Parameters<typeof recordChildVoice>[1]> = {}) =>
    recordChildVoice(home.actors[who], {
      personId: home.persons.lotte,
      holdsOn: today,
      body: 'Ik wil bij allebei slapen.',
      voice: { form: 'drawing', heardBy: 'juf van school' },
      ...given,
    })

  test('[R-066] is recorded by the own worker of the child and read by nobody beside the two', async () => {
    const recorded = new Map<string, boolean>()
    for (const who of everybody()) recorded.set(who, (await say(who)).ok)
    expect([...recorded].filter(([, isDone]) => isDone).map(([who]) => who)).toEqual(['workerOfLotte'])
    const reads = async (who: Who) =>
      (await notesIn(home.actors[who], home.persons.lotte)).some(({ kind }) => kind === 'child-voice')
    expect(await whoSees(reads)).toEqual(['lotte', 'workerOfLotte'])
    const [note] = await notesIn(home.actors.workerOfLotte, home.persons.lotte)
    expect(note).toMatchObject({ voiceForm: 'drawing', heardBy: 'juf van school', body: 'Ik wil bij allebei slapen.' })
  })

  test('keeps how it was told and who heard it when it is worded better', async () => {
    const { noteId } = yes(await say('workerOfLotte'))
    const better = { body: 'Ik wil bij papa én mama slapen.', holdsOn: today }
    const replaced = yes(await replaceNote(home.actors.workerOfLotte, noteId, better))
    const read = await notesIn(home.actors.workerOfLotte, home.persons.lotte)
    expect(read.find(({ id }) => id === replaced.noteId)).toMatchObject({ kind: 'child-voice', voiceForm: 'drawing' })
  })

  test.each([
    ['voice-form', { voice: { form: 'song', heardBy: 'juf' } }],
    ['voice-heard-by', { voice: { form: 'talk', heardBy: '  ' } }],
    ['voice-heard-by', { voice: { form: 'talk', heardBy: 'x'.repeat(121) } }],
    ['note-empty', { body: ' ' }],
  ])('is refused with %s, and nothing of it is kept', async (reason, given) => {
    const before = (await notesIn(home.actors.workerOfLotte, home.persons.lotte)).length
    expect(await say('workerOfLotte', given)).toMatchObject({ ok: false, reason })
    expect((await notesIn(home.actors.workerOfLotte, home.persons.lotte)).length).toBe(before)
  })

  test('is not kept as a note that tells neither how nor to whom', async () => {
    const given = { personId: home.persons.lotte, kind: 'child-voice', holdsOn: today, body: 'Bij allebei.' } as const
    expect(await writeNote(home.actors.workerOfLotte, given)).toEqual(refuse('voice-form'))
  })

  test('is not said of an adult', async () => {
    expect(await say('workerOfSanne', { personId: home.persons.sanne })).toEqual(refuse('not-found'))
  })
})
