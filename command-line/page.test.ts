import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withDatabase } from '../tests/support/database.ts'
import { anOperator, yes } from '../tests/support/world.ts'
import { moveTo, writeFrom } from './page.ts'

withDatabase()
const folder = mkdtempSync(join(tmpdir(), 'voorveld-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'open-huis.md')
writeFileSync(
  file,
  '---\ntitle: Open huis\nsummary: Kom kijken.\naudience: [parent]\nmoment: any\ndomains: [help]\nreviewOn: 2027-05-01\nsources: []\n---\n\nKom kijken.\n',
)
const page = { slug: 'open-huis', language: 'nl' }

test('[R-007] a page goes from a file to a draft, is tested, and then public', async () => {
  const operator = await anOperator()
  expect(yes(await writeFrom(operator, { ...page, file })).json).toMatchObject({ version: 1, state: 'draft' })
  expect(await moveTo(operator, { ...page, to: 'approved' })).toMatchObject({ reason: 'page-no-step' })
  yes(await moveTo(operator, { ...page, to: 'tested' }))
  expect(yes(await moveTo(operator, { ...page, to: 'approved' })).text).toContain('approved')
})

test.each([
  [{ ...page, file: join(folder, 'weg.md') }, 'page-file-unreadable'],
  [{ ...page, file: folder }, 'page-file-unreadable'],
  [{ ...page, language: 'fy', file }, 'page-language-unknown'],
  [{ ...page, file, municipality: 'GM0999' }, 'municipality-unknown'],
])('%j is refused: %s', async (given, reason) => {
  expect(await writeFrom(await anOperator(), given)).toMatchObject({ ok: false, reason })
})

test.each([
  [{ ...page, to: 'published' }, 'page-state-unknown'],
  [{ ...page, slug: 'weg', to: 'tested' }, 'public-page-unknown'],
  [{ ...page, language: 'fy', to: 'tested' }, 'page-language-unknown'],
])('%j does not move: %s', async (given, reason) => {
  expect(await moveTo(await anOperator(), given)).toMatchObject({ ok: false, reason })
})
