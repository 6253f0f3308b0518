import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asSentence, CannotStart, secretOf } from './open.ts'
import { readSettings } from './settings.ts'

const withCode = (code: string) => Object.assign(new Error('not for an operator'), { code })

test.each([
  ['ECONNREFUSED', 'antwoordt niet'],
  ['ENOTFOUND', 'bestaat niet'],
  ['3D000', 'maak haar eerst'],
  ['28P01', 'wachtwoord'],
  ['28000', 'rol'],
  ['EACCES', 'DATA_DIR'],
  ['ENOTDIR', 'DATA_DIR'],
])('a database that stays shut with %s is one sentence for whoever starts it', (code, words) => {
  for (const fault of [withCode(code), new Error('wrapped', { cause: withCode(code) })]) {
    expect(asSentence(fault)).toBeInstanceOf(CannotStart)
    expect(asSentence(fault).message).toContain(words)
  }
})

test('a surprise stays a surprise', () => {
  expect(asSentence(withCode('42P01'))).not.toBeInstanceOf(CannotStart)
})

test('a demo on a server makes the folder for its key, and keeps the key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-key-'))
  try {
    const read = readSettings({ MODE: 'demo', DATA_DIR: join(folder, 'new'), DATABASE_URL: 'postgres://db/voorveld' })
    if ('faults' in read) throw new Error(read.faults.join())
    const made = secretOf(read.settings)
    expect(secretOf(read.settings)).toBe(made)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
