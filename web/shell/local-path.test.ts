import { expect, test } from 'vitest'
import { localPath, pathMeant } from './local-path.ts'

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

test.each([
  ['/g/Akkerveen', '/g/akkerveen'],
  ['/g/akkerveen/', '/g/akkerveen'],
  ['/en/G/AKKERVEEN/stappen//', '/en/g/akkerveen/stappen'],
  ['/stappen/', '/stappen'],
  ['/g/akkerveen/regelingen', undefined],
  ['/', undefined],
  ['//elders.example/', undefined],
  ['/nieuw.xml', undefined],
])('who types %s from paper means %s', (typed, meant) => {
  expect(pathMeant(typed)).toBe(meant)
})
