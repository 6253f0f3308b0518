import { expect, test } from 'vitest'
import { SquareCode } from './square-code.tsx'

const drawn = (text: string) => String(<SquareCode text={text} label="Code" />)

test('a square code stands on white with a border of four squares, and says what it is', () => {
  const svg = drawn('otpauth://totp/Voorveld:roos?secret=JJEF6X2S')
  const size = Number(svg.match(/viewBox="0 0 (\d+) /)?.[1])
  const squares = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  expect(svg).toContain('aria-label="Code"')
  expect((size - 8 - 17) % 4).toBe(0) // every size of the standard is 17 + 4 times its version
  expect(squares.every(([x, y]) => Math.min(x, y) >= 4 && Math.max(x, y) < size - 4)).toBe(true)
  for (const [left, top] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) // the three eyes, by which a camera finds it
    for (let at = 0; at < 7; at++) expect(squares).toContainEqual([left + at, top])
})

test('another text is another code, and a long one still fits', () => {
  expect(drawn('one')).not.toBe(drawn('two'))
  expect(drawn('a'.repeat(400)).length).toBeGreaterThan(drawn('a').length)
})
