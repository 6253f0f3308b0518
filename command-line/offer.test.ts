import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { moveOffer, saveOffer } from '../capabilities/directory/actions.ts'
import { offersKept } from '../capabilities/directory/queries.ts'
import { dayAt } from '../foundation/day.ts'
import { newId } from '../foundation/id.ts'
import { refuse } from '../foundation/result.ts'
import { withDatabase } from '../tests/support/database.ts'
import { aCard } from '../tests/support/offers.ts'
import { aVisitor } from '../tests/support/signing-in.ts'
import { aMunicipality, anOperator, yes } from '../tests/support/world.ts'
import { exportTo, importFrom } from './offer.ts'

withDatabase()
const today = dayAt(new Date())
const file = () => join(mkdtempSync(join(tmpdir(), 'offer-')), 'aanbod.json')

test('[R-008] the offer of one municipality goes to a file, and a copy of it into another, looked at first', async () => {
  const operator = await anOperator()
  const [from, to] = [await aMunicipality({ code: 'GM0711' }), await aMunicipality({ code: 'GM0712' })]
  const id = newId()
  const given = {
    municipalityId: from,
    id,
    village: 'noord',
    card: aCard(),
    startsOn: null,
    endsOn: null,
    confirmedOn: today,
    today,
  }
  yes(await saveOffer(operator, given))
  yes(await moveOffer(operator, { municipalityId: from, id, rowVersion: 1 }, 'public'))
  const path = file()
  expect(yes(await exportTo(operator, path, { municipality: 'GM0711' })).json).toEqual({
    municipality: 'GM0711',
    offers: 1,
  })
  const looked = yes(await importFrom(operator, path, { municipality: 'GM0712', look: true }))
  expect(looked.json).toEqual({ added: 1, changed: 0, ended: 0, same: 0, faults: [] })
  expect(await offersKept(operator, to)).toEqual([])
  yes(await importFrom(operator, path, { municipality: 'GM0712' }))
  expect(await offersKept(operator, to)).toMatchObject([{ id, state: 'public', card: aCard(), confirmedOn: today }])
})

test('a file, place or part of life that is not there is refused, and who does not keep the place too', async () => {
  const operator = await anOperator()
  await aMunicipality({ code: 'GM0713' })
  const path = file()
  writeFileSync(path, '[]')
  const at = { municipality: 'GM0713' }
  expect(await importFrom(operator, `${path}.weg`, at)).toMatchObject({ reason: 'offer-file-absent' })
  expect(await importFrom(operator, path, { municipality: 'GM0000' })).toEqual(
    refuse('municipality-unknown', { code: 'GM0000' }),
  )
  expect(await importFrom(operator, path, { ...at, domain: 'sterren' })).toMatchObject({
    reason: 'offer-domain-unknown',
  })
  expect(await importFrom(operator, path, at)).toMatchObject({ reason: 'offer-file-faulty' })
  expect(await importFrom(await aVisitor(), path, at)).toEqual(refuse('not-found'))
  expect(await exportTo(await aVisitor(), path, at)).toEqual(refuse('not-yours'))
  expect(await exportTo(operator, '/geen/map/aanbod.json', at)).toMatchObject({ reason: 'offer-file-unwritable' })
  expect(readFileSync(path, 'utf8')).toBe('[]')
})
