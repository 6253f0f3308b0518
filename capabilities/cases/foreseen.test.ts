import { expect, test } from 'vitest'
import { newId } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import { foreseen, type Ties, withTies } from './foreseen.ts'

const somebody = (): Actor => ({ personId: newId(), name: 'Iris', grants: [], traceId: newId(), origin: 'web' })
const aRow = (): Ties => ({
  municipalityId: newId(),
  provisionId: newId(),
  familyId: newId(),
  programmeCode: 'home-start',
  programmeVersion: 1,
})

/** What was asked of which ties. */
function asking() {
  const asked: Ties[] = []
  return { asked, ask: async (ties: Ties) => asked.push(ties) && ties.provisionId }
}

test('what was seen before is asked along, once, and counts only while it still is so', async () => {
  const [actor, id, row] = [somebody(), newId(), aRow()]
  const first = asking()
  expect(await withTies(actor, id, Promise.resolve(row), first.ask)).toEqual({ row, hung: row.provisionId })
  const second = asking()
  let found: (row: Ties) => void = () => undefined
  const answer = withTies(actor, id, new Promise<Ties>((resolve) => (found = resolve)), second.ask)
  expect(second.asked).toEqual([row])
  found(row)
  expect(await answer).toEqual({ row, hung: row.provisionId })
  expect(second.asked).toHaveLength(1)
  const moved = { ...row, provisionId: newId() }
  const third = asking()
  expect(await withTies(actor, id, Promise.resolve(moved), third.ask)).toEqual({ row: moved, hung: moved.provisionId })
  expect(foreseen(actor, id)).toEqual(moved)
})

test('what is not there or out of reach any more gives nothing, whatever was asked along', async () => {
  const [actor, id, row] = [somebody(), newId(), aRow()]
  await withTies(actor, id, Promise.resolve(row), asking().ask)
  expect(await withTies(actor, id, Promise.resolve(undefined), asking().ask)).toBeUndefined()
  const failing = async () => {
    throw new Error('out of reach')
  }
  expect(await withTies(actor, id, Promise.resolve(undefined), failing)).toBeUndefined()
})

test('nobody foresees what somebody else saw', async () => {
  const [actor, other, id] = [somebody(), somebody(), newId()]
  await withTies(actor, id, Promise.resolve(aRow()), asking().ask)
  expect(foreseen(other, id)).toBeUndefined()
})

test('what was not seen for longest is forgotten, and not what was seen again', async () => {
  const [actor, kept, lost] = [somebody(), newId(), newId()]
  const see = (id: string) => withTies(actor, id, Promise.resolve(aRow()), asking().ask)
  await see(lost)
  await see(kept)
  for (let nth = 0; nth < 4_998; nth++) await see(newId())
  await see(kept)
  await see(newId())
  expect([foreseen(actor, lost), foreseen(actor, kept)]).toEqual([undefined, expect.anything()])
})
