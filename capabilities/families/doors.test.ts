import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner } from '../../tests/support/logs.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes, whoOf } from '../../tests/support/two-homes.ts'
import { yes } from '../../tests/support/world.ts'
import { assign, endAssignment } from '../cases/actions.ts'
import { trajectories, trajectoryDetail } from '../cases/queries.ts'
import { audited } from '../privacy/audit.ts'
import { linesOf, pseudonymKey } from '../privacy/processing-line.ts'
import { addMember, changeDetails, decideBothSides, recordAuthority, setHome } from './files/actions.ts'
import { colleaguesIn, ownFiles, personFile } from './files/queries.ts'
import { breakGlass } from './glass/actions.ts'
import { glassBreaks } from './glass/queries.ts'
import { replaceNote, writeNote } from './notes/actions.ts'
import { notesIn, safetyRecordsNaming } from './notes/queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']
const whoSees = (see: (who: Who) => Promise<boolean>): Promise<Who[]> => whoOf(home, see)

describe('the file of Sanne', () => {
  test('[R-088] [R-263] is read by Sanne and by who works on Sanne, and by nobody else', async () => {
    const { actors, persons } = home
    yes(
      await changeDetails(actors.workerOfSanne, persons.sanne, { rowVersion: 1, change: { phone: '06 12 34 56 78' } }),
    )
    expect(await whoSees(async (who) => (await personFile(actors[who], persons.sanne)) !== undefined)).toEqual([
      'sanne',
      'workerOfSanne',
    ])
    expect((await ownFiles(actors.workerOfMark)).map((one) => one.name)).toEqual(['Mark'])
  })

  test('[R-076] the file of the child is read by the child and its own worker, not by a parent or a parent’s worker', async () => {
    const { actors, persons } = home
    expect(await whoSees(async (who) => (await personFile(actors[who], persons.lotte)) !== undefined)).toEqual([
      'lotte',
      'workerOfLotte',
    ])
  })

  test('[R-045] the trajectories of a parent, the other and the child are apart; only who leads sees all three', async () => {
    const { actors, trajectories: of } = home
    const seeing = (id: string) => whoSees(async (who) => (await trajectoryDetail(actors[who], id)) !== undefined)
    expect(await seeing(of.sanne)).toEqual(['workerOfSanne', 'coordinator'])
    expect(await seeing(of.lotte)).toEqual(['workerOfLotte', 'coordinator'])
    expect((await trajectories(actors.workerOfMark)).rows.map((row) => row.id)).toEqual([of.mark])
  })
})

test('who works on one of a family is not told whether the others have a file', async () => {
  const { actors, persons } = home
  const file = await personFile(actors.workerOfMark, persons.mark)
  const opened = file?.members.map(({ id, fileOpenedOn }) => [id, fileOpenedOn !== null])
  expect(new Map(opened as [string, boolean][])).toEqual(
    new Map([
      [persons.mark, true],
      [persons.sanne, false],
      [persons.lotte, false],
    ]),
  )
})

test('a safety record that names what is no account is refused', async () => {
  const given = { personId: home.persons.sanne, holdsOn: today, body: 'Zorg', disclosure: 'safety' }
  expect(await writeNote(home.actors.workerOfSanne, { ...given, named: ['<script>'] })).toEqual(refuse('not-found'))
})

describe('a note', () => {
  const written = async (disclosure?: string, named: string[] = []) =>
    yes(
      await writeNote(home.actors.workerOfSanne, {
        personId: home.persons.sanne,
        holdsOn: today,
        body: 'De overdracht gaat vaak mis.',
        named,
        ...(disclosure !== undefined && { disclosure }),
      }),
    ).noteId
  const readers = (noteId: string) =>
    whoSees(async (who) => {
      const own = await notesIn(home.actors[who], home.persons.sanne)
      const named = await safetyRecordsNaming(home.actors[who])
      return [...own, ...named].some((one) => one.id === noteId)
    })

  test('[R-088] starts closed: Sanne and Sanne’s own worker read it', async () => {
    expect(await readers(await written())).toEqual(['sanne', 'workerOfSanne'])
  })

  test('for professionals is read by who works on Sanne, not by Sanne', async () => {
    expect(await readers(await written('professionals'))).toEqual(['workerOfSanne'])
  })

  test('[R-270] about safety is read by who is named on it, and always by who wrote it', async () => {
    const id = await written('safety', [home.actors.director.personId])
    expect(await readers(id)).toEqual(['workerOfSanne', 'director'])
  })

  test('is never of the shared plan, and names nobody unless it is about safety', async () => {
    const { actors, persons } = home
    const given = { personId: persons.sanne, holdsOn: today, body: 'Tekst' }
    expect(await writeNote(actors.workerOfSanne, { ...given, disclosure: 'shared-plan' })).toEqual(
      refuse('note-disclosure'),
    )
    expect(await writeNote(actors.workerOfSanne, { ...given, named: [actors.mark.personId] })).toEqual(
      refuse('note-names-nobody'),
    )
    expect(await writeNote(actors.workerOfMark, given)).toEqual(refuse('not-found'))
    expect(await writeNote(actors.coordinator, given)).toEqual(refuse('not-found'))
  })

  test('is reworded once: the second who does so hears that somebody was first, and the first wording stays', async () => {
    const id = await written()
    const again = { holdsOn: today, body: 'De overdracht gaat nu goed.' }
    yes(await replaceNote(home.actors.workerOfSanne, id, again))
    expect(await replaceNote(home.actors.workerOfSanne, id, again)).toEqual(refuse('changed-meanwhile'))
    expect((await notesIn(home.actors.workerOfSanne, home.persons.sanne)).map((one) => one.id)).not.toContain(id)
    expect(await replaceNote(home.actors.workerOfMark, id, again)).toEqual(refuse('not-found'))
  })
})

describe('two parents, one organisation', () => {
  test('who helps Sanne does not also help Mark, unless the coordinator decided so with a reason', async () => {
    const { actors, trajectories: of, familyId, provisionId } = home
    const both = { personId: actors.workerOfSanne.personId, role: 'worker', fromOn: today }
    expect(await assign(actors.coordinator, of.mark, both)).toEqual(refuse('serves-the-other'))
    const decision = {
      provisionId,
      familyId,
      accountId: actors.workerOfSanne.personId,
      reason: 'Er is maar één deskundige in deze week.',
    }
    expect(await decideBothSides(actors.coordinator, { ...decision, reason: 'kort' })).toEqual(
      refuse('reason-needed', { least: 10 }),
    )
    expect(await decideBothSides(actors.workerOfMark, decision)).toEqual(refuse('not-found'))
    yes(await decideBothSides(actors.coordinator, decision))
    yes(await assign(actors.coordinator, of.mark, both))
    expect((await ownFiles(actors.workerOfSanne)).map((one) => one.name).sort()).toEqual(['Mark', 'Sanne'])
    const yesterday = dayAt(new Date(Date.now() - 86_400_000))
    expect(yesterday < today).toBe(true)
  })

  test('a file closes the day after the work ends', async () => {
    const { actors, persons, trajectories: of } = await aFamilyInTwoHomes()
    const stand = {
      personId: actors.colleague.personId,
      role: 'worker',
      fromOn: dayAt(new Date(Date.now() - 3 * 86_400_000)),
    }
    yes(await assign(actors.workerOfSanne, of.sanne, stand))
    expect(await personFile(actors.colleague, persons.sanne)).toBeDefined()
    yes(
      await endAssignment(
        actors.workerOfSanne,
        of.sanne,
        actors.colleague.personId,
        dayAt(new Date(Date.now() - 2 * 86_400_000)),
      ),
    )
    expect(await personFile(actors.colleague, persons.sanne)).toBeUndefined()
    expect(await notesIn(actors.colleague, persons.sanne)).toEqual([])
  })

  test('the coordinator who helps Sanne sees Mark’s trajectory no more', async () => {
    const { actors, trajectories: of } = await aFamilyInTwoHomes()
    yes(
      await assign(actors.workerOfSanne, of.sanne, {
        personId: actors.coordinator.personId,
        role: 'worker',
        fromOn: today,
      }),
    )
    expect(await trajectoryDetail(actors.coordinator, of.mark)).toBeUndefined()
    expect((await trajectories(actors.coordinator)).rows.map((row) => row.id)).toContain(of.sanne)
    expect((await trajectories(actors.coordinator)).rows.map((row) => row.id)).not.toContain(of.mark)
  })
})

describe('breaking the glass', () => {
  test('opens a file for a short time with a reason that the privacy officer sees; never the file of the other', async () => {
    const { actors, persons } = home
    const reason = 'Sanne belde in paniek en haar medewerker is ziek.'
    expect(await breakGlass(actors.workerOfMark, persons.sanne, reason)).toEqual(refuse('not-found'))
    expect(await breakGlass(actors.elsewhere, persons.sanne, reason)).toEqual(refuse('not-found'))
    expect(await breakGlass(actors.mark, persons.sanne, reason)).toEqual(refuse('not-found'))
    expect(await breakGlass(actors.director, persons.sanne, 'nodig')).toEqual(refuse('reason-needed', { least: 10 }))
    expect(await personFile(actors.director, persons.sanne)).toBeUndefined()
    yes(await breakGlass(actors.director, persons.sanne, reason))
    expect((await personFile(actors.director, persons.sanne))?.person.name).toBe('Sanne')
    expect(await personFile(actors.director, persons.mark)).toBeUndefined()
    expect((await glassBreaks(actors.officer)).map((one) => one.reason)).toEqual([reason])
    expect(await glassBreaks(actors.coordinator)).toEqual([])
    expect(await writeNote(actors.director, { personId: persons.sanne, holdsOn: today, body: 'Mee bemoeien' })).toEqual(
      refuse('not-found'),
    )
  })
})

describe('what is known of the family', () => {
  test('[R-045] a child lives in two homes, and authority is looked up, never derived', async () => {
    const { actors, persons } = await aFamilyInTwoHomes()
    yes(await setHome(actors.workerOfSanne, persons.lotte, persons.sanne))
    yes(await setHome(actors.workerOfMark, persons.lotte, persons.mark))
    const file = await personFile(actors.workerOfLotte, persons.lotte)
    expect(file?.homes.map((one) => one.adultId).sort()).toEqual([persons.sanne, persons.mark].sort())
    const told = {
      childId: persons.lotte,
      parentId: persons.sanne,
      value: 'yes',
      checkedOn: today,
      validFrom: null,
    } as const
    expect(await recordAuthority(actors.workerOfSanne, { ...told, source: 'not-checked' })).toEqual(
      refuse('authority-needs-source'),
    )
    yes(await recordAuthority(actors.workerOfSanne, { ...told, source: 'parent-told' }))
    yes(await recordAuthority(actors.workerOfSanne, { ...told, source: 'authority-register' }))
    const known = async (who: Who, person: keyof TwoHomes['persons']) =>
      (await personFile(actors[who], persons[person]))?.authority.map((one) => one.source)
    expect(await known('workerOfSanne', 'sanne')).toEqual(['authority-register'])
    expect(await known('workerOfLotte', 'lotte')).toEqual(['authority-register'])
    expect(await known('workerOfMark', 'mark')).toEqual([])
  })

  test('a child that is on its way joins the family by who works with it, and by nobody else', async () => {
    const { actors, persons } = await aFamilyInTwoHomes()
    const given = { kind: 'unborn', role: 'child', age: { weeksPregnant: 20, statedOn: today } } as const
    expect(await addMember(actors.workerOfMark, persons.sanne, given)).toEqual(refuse('not-found'))
    expect(await addMember(actors.workerOfSanne, persons.sanne, { kind: 'unborn', role: 'child' })).toEqual(
      refuse('person-unborn-weeks'),
    )
    const { personId } = yes(await addMember(actors.workerOfSanne, persons.sanne, given))
    const file = await personFile(actors.workerOfSanne, persons.sanne)
    expect(file?.members.find((one) => one.id === personId)).toMatchObject({ weeksPregnant: 20, fileOpenedOn: null })
  })

  test('two who change how to reach somebody at once: the second hears it', async () => {
    const { actors, persons } = await aFamilyInTwoHomes()
    const change = (phone: string) =>
      changeDetails(actors.workerOfSanne, persons.sanne, { rowVersion: 1, change: { phone } })
    yes(await change('1'))
    expect(await change('2')).toEqual(refuse('changed-meanwhile'))
    expect((await personFile(actors.sanne, persons.sanne))?.details?.phone).toBe('1')
  })
})

test('[R-267] every look at a file stands in the log as a look at that person, and gives a line without staff', async () => {
  const { actors, persons } = await aFamilyInTwoHomes()
  await audited(actors.workerOfSanne, { act: 'file.read' }, () => personFile(actors.workerOfSanne, persons.sanne))
  const rows = await asOwner<{ act: string; subjects: string[] }>(
    database(),
    sql`select act, subject_ids::text[] as subjects from logs.audit_rows where ${persons.sanne} = any (subject_ids::text[])`,
  )
  expect(rows.map((row) => row.act)).toEqual(['file.read'])
  const [line] = linesOf(
    {
      ...{ id: newId(), traceId: '0'.repeat(32), act: 'file.read', result: 'done' },
      ...{ subjectIds: [persons.sanne], municipalityIds: [], beganAt: '2026-11-26', at: '2026-11-26' },
    },
    pseudonymKey('x'.repeat(32)),
  )
  expect(line).toMatchObject({ processingActivityId: expect.stringContaining('supporting-families') })
  expect(JSON.stringify(line)).not.toContain(persons.sanne)
})

test('[R-065] whom one can call in is told to who works in the provision, and holds names of that provision alone', async () => {
  const { actors, provisionId } = home
  const told = async (who: Who) => (await colleaguesIn(actors[who], provisionId)).map(({ id }) => id).toSorted()
  const expected = (['workerOfSanne', 'workerOfMark', 'workerOfLotte', 'colleague', 'coordinator', 'director'] as const)
    .map((who) => actors[who].personId)
    .toSorted()
  for (const who of ['workerOfSanne', 'colleague', 'coordinator'] as const) expect(await told(who)).toEqual(expected)
  for (const who of ['sanne', 'mark', 'lotte', 'elsewhere', 'officer'] as const) expect(await told(who)).toEqual([])
})
