import { beforeAll, expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { definitionFile, STRANGER } from '../../../tests/support/programmes.ts'
import { aMunicipality, anOperator, aProvision, aRegion, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { openFile } from '../../cases/person/actions.ts'
import { trajectories } from '../../cases/queries.ts'
import { measures } from '../../measures/queries.ts'
import { publishProgramme, retireProgramme } from '../actions.ts'
import type { Owner } from '../owner.ts'
import { programmeDefinition, programmesEver } from '../queries.ts'
import {
  addToDraft,
  beginDraft,
  beginNextVersion,
  changeDraft,
  discardDraft,
  moveInDraft,
  publishDraft,
} from './actions.ts'
import { asPiece, asText, listAt, type Piece, withPiece } from './document.ts'
import { sealOf } from './draft.ts'
import { draftsInReach, draftWithId, ownersInReach, programmesWithVersions } from './queries.ts'

withDatabase()

let manager: Actor
let colleague: Actor
let elsewhere: Actor
let regional: Actor
let owner: Owner

beforeAll(async () => {
  const regionId = await aRegion()
  const municipalityId = await aMunicipality({ regionId })
  owner = { municipalityId, regionId: null }
  manager = await someone({ role: 'manager', municipalityId })
  colleague = await someone({ role: 'manager', municipalityId })
  elsewhere = await someone({ role: 'manager', municipalityId: await aMunicipality({ regionId }) })
  regional = await someone({ role: 'manager', regionId })
})

const begun = async (nl: string, actor = manager): Promise<string> =>
  yes(await beginDraft(actor, { id: newId(), name: { nl, en: `${nl} in English` }, owner })).id

/** Everything a programme needs, as a manager would have filled it in. */
async function finished(id: string): Promise<string> {
  const draft = await draftWithId(manager, id)
  const { code, version, name, ...rest } = definitionFile(STRANGER)
  const spot = { part: 'basics' } as const
  const seal = sealOf(draft?.definition ?? {}, spot)
  const measures = listAt(asPiece(rest), 'measures').map((one) => ({
    ...one,
    code: `${draft?.code}-${asText(one.code)}`,
  }))
  yes(await changeDraft(manager, id, { spot, seal, told: (before) => ({ ...before, ...rest, measures }) }))
  return id
}

const rowVersion = async (id: string): Promise<number> => (await draftWithId(manager, id))?.rowVersion ?? 0

test('[R-053] a manager begins, fills in and publishes a programme of the own municipality', async () => {
  const id = await finished(await begun('Samen leren'))
  const published = await publishDraft(manager, id, await rowVersion(id))
  expect(published).toEqual({ ok: true, value: { code: 'samen-leren', version: 1, isNew: true } })
  expect(await draftWithId(manager, id)).toBeUndefined()
  const [programme] = (await programmesWithVersions(manager)).filter(({ code }) => code === 'samen-leren')
  expect(programme).toMatchObject({ isMine: true, versions: [{ version: 1, municipalityId: owner.municipalityId }] })
  expect((await programmesWithVersions(elsewhere)).find(({ code }) => code === 'samen-leren')?.isMine).toBe(false)
})

test('who may not change programmes there sees no draft, begins none and changes none', async () => {
  const id = await begun('Alleen hier')
  const coordinator = await someone({ role: 'policy-adviser', municipalityId: owner.municipalityId ?? '' })
  for (const actor of [elsewhere, coordinator]) {
    expect((await draftsInReach(actor)).map((one) => one.id)).not.toContain(id)
    expect(await draftWithId(actor, id)).toBeUndefined()
    const given = { id: newId(), name: { nl: 'Van een ander', en: 'Of another' }, owner }
    expect(await beginDraft(actor, given)).toEqual(refuse('not-yours'))
    const spot = { part: 'basics' } as const
    expect(await changeDraft(actor, id, { spot, seal: '', told: (one) => one })).toEqual(refuse('not-found'))
    expect(await addToDraft(actor, id, 'questions', {})).toEqual(refuse('not-found'))
    expect(await publishDraft(actor, id, 1)).toEqual(refuse('not-found'))
    expect(await discardDraft(actor, id)).toEqual(refuse('not-found'))
  }
  for (const actor of [colleague, regional, await anOperator()]) expect((await draftWithId(actor, id))?.id).toBe(id)
})

test('a draft is kept when it is not right yet, and is not published', async () => {
  const id = await begun('Nog niet af')
  yes(await addToDraft(manager, id, 'questions', { ask: { nl: 'Wat?', en: '' } }))
  expect(listAt((await draftWithId(manager, id))?.definition ?? {}, 'questions')).toEqual([
    { code: 'wat', ask: { nl: 'Wat?', en: '' } },
  ])
  expect(await publishDraft(manager, id, await rowVersion(id))).toMatchObject({ reason: 'definition-faulty' })
  expect(await programmeDefinition(manager, 'nog-niet-af')).toBeUndefined()
  expect((await draftWithId(manager, id))?.id).toBe(id)
})

test('of two people at the same thing the later save is refused; at two things both are kept', async () => {
  const id = await begun('Met zijn tweeën')
  for (const nl of ['Eerste', 'Tweede']) yes(await addToDraft(manager, id, 'anchors', { name: { nl, en: nl } }))
  const opened = (await draftWithId(manager, id))?.definition ?? {}
  const rename = (actor: Actor, at: number, nl: string) => {
    const spot = { part: 'anchors', at } as const
    return changeDraft(actor, id, {
      spot,
      seal: sealOf(opened, spot),
      told: (one) => ({ ...one, name: { nl, en: nl } }),
    })
  }
  yes(await rename(manager, 0, 'Van de een'))
  expect(await rename(colleague, 0, 'Van de ander')).toEqual(refuse('draft-changed-meanwhile'))
  yes(await rename(colleague, 1, 'Ook van de ander'))
  const names = listAt((await draftWithId(manager, id))?.definition ?? {}, 'anchors').map(
    ({ name }) => asPiece(name).nl,
  )
  expect(names).toEqual(['Van de een', 'Ook van de ander'])
})

test('a thing is added once when its form is sent twice, moves to the front, and goes', async () => {
  const id = await begun('Dubbel gestuurd')
  const told: Piece = { name: { nl: 'Dag', en: 'Day' } }
  for (const _ of [1, 2]) yes(await addToDraft(manager, id, 'anchors', told))
  yes(await addToDraft(manager, id, 'anchors', { name: { nl: 'Later', en: 'Later' } }))
  const codes = async () =>
    listAt((await draftWithId(manager, id))?.definition ?? {}, 'anchors').map(({ code }) => code)
  expect(await codes()).toEqual(['dag', 'later'])
  const seal = async (at: number) => sealOf((await draftWithId(manager, id))?.definition ?? {}, { part: 'anchors', at })
  yes(await moveInDraft(manager, id, { part: 'anchors', at: 1 }, await seal(1)))
  expect(await codes()).toEqual(['later', 'dag'])
  const spot = { part: 'anchors', at: 0 } as const
  yes(await changeDraft(manager, id, { spot, seal: await seal(0), told: () => undefined }))
  expect(await codes()).toEqual(['dag'])
})

test('[R-114] a new version is for new trajectories, and running ones keep the version they began with', async () => {
  yes(await publishDraft(manager, await finished(await begun('Twee versies')), 2))
  const { id: provisionId, organisationId } = await aProvision({
    municipalityId: owner.municipalityId ?? '',
    programmeCode: 'twee-versies',
  })
  const coordinator = await someone({ role: 'coordinator', municipalityId: owner.municipalityId ?? '', organisationId })
  const open = async (name: string) =>
    yes(
      await openFile(coordinator, {
        ...{ provisionId, details: {}, on: day('2026-02-02') },
        members: [{ kind: 'adult', role: 'parent', name }],
      }),
    )
  await open('Eerst')
  const next = yes(await beginNextVersion(manager, newId(), 'twee-versies')).id
  expect(yes(await beginNextVersion(colleague, newId(), 'twee-versies')).id).toBe(next)
  const spot = { part: 'basics' } as const
  const seal = sealOf((await draftWithId(manager, next))?.definition ?? {}, spot)
  const renamed = { nl: 'Andere naam', en: 'Other name' }
  yes(await changeDraft(manager, next, { spot, seal, told: (one) => ({ ...one, name: renamed }) }))
  expect(yes(await publishDraft(manager, next, await rowVersion(next))).version).toBe(2)
  await open('Daarna')
  const { rows } = await trajectories(coordinator, {}, { most: 50 })
  expect(rows.map(({ programmeVersion }) => programmeVersion).toSorted()).toEqual([1, 2])
  yes(await retireProgramme(manager, 'twee-versies'))
  const refused = await openFile(coordinator, {
    ...{ provisionId, details: {}, on: day('2026-02-02') },
    members: [{ kind: 'adult', role: 'parent', name: 'Te laat' }],
  })
  expect(refused.ok).toBe(false)
  expect((await programmeDefinition(coordinator, 'twee-versies', 1))?.version).toBe(1)
  // Its figures stay, and it keeps its name on the pages of running trajectories.
  expect((await measures(manager)).map(({ programmeCode }) => programmeCode)).toContain('twee-versies')
  expect((await programmesEver(coordinator)).map(({ code }) => code)).toContain('twee-versies')
})

test('what was shown before publishing is what is published', async () => {
  const id = await finished(await begun('Net veranderd'))
  const shown = await rowVersion(id)
  yes(await addToDraft(colleague, id, 'rhythms', { name: { nl: 'Elke week', en: 'Every week' }, every: { weeks: 1 } }))
  expect(await publishDraft(manager, id, shown)).toEqual(refuse('draft-changed-meanwhile'))
})

test('nobody goes on with a programme of another owner, and a code that was taken meanwhile is changed', async () => {
  const operator = await anOperator()
  const id = await finished(await begun('Bezet'))
  const document = withPiece(definitionFile(STRANGER), { part: 'measures' }, undefined)
  const taken = { ...document, code: 'bezet', measures: [] }
  yes(await publishProgramme(operator, taken))
  expect(await publishProgramme(manager, { ...taken, version: 2 }, owner)).toEqual(
    refuse('programme-owned-elsewhere', { code: 'bezet' }),
  )
  expect(await beginNextVersion(manager, newId(), 'bezet')).toEqual(refuse('not-yours'))
  expect(await retireProgramme(manager, 'bezet')).toEqual(refuse('not-yours'))
  expect(yes(await publishDraft(manager, id, await rowVersion(id))).code).toBe('bezet-2')
})

test('who works for a region makes programmes for it and for each of its municipalities, and for no other', async () => {
  const own = await ownersInReach(manager)
  expect(own).toEqual([expect.objectContaining(owner)])
  const theirs = await ownersInReach(regional)
  expect(theirs.map(({ municipalityId }) => municipalityId)).toContain(owner.municipalityId)
  expect(theirs.filter(({ regionId }) => regionId !== null)).toHaveLength(1)
  expect(theirs.some((one) => one.municipalityId === null && one.regionId === null)).toBe(false)
})
