import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/', '/werk', '/werk/trajecten?stand=actief&blad=2', '/beleid/cijfers#tabel'])(
  '%s leads back to this site',
  (path) => {
    expect(localPath(path)).toBe(path)
  },
)

test.each([
  'https://elders.example',
  '//elders.example',
  '/\\elders.example',
  '\\\\elders.example',
  '/\t/elders.example',
  '/\n/elders.example',
  '/werk\r\nSet-Cookie: sessie=x',
  'javascript:alert(1)',
  'werk',
  ' /werk',
  `/${'a'.repeat(2000)}`,
  '',
  null,
  undefined,
])('%j leads nowhere', (path) => {
  expect(localPath(path)).toBeUndefined()
})
