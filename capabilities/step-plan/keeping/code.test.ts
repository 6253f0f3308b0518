import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { useFormSecret } from '../../forms/keys.ts'
import { codeFor, keysFor, lock, unlock } from './code.ts'

beforeAll(() => useFormSecret('a-secret-for-tests-that-nobody-uses-0001'))

const keysOf = async (code: string) => {
  const keys = await keysFor(code)
  if (keys === undefined) throw new Error('a code of ours can be read')
  return keys
}

test('a code can be written down, typed as people type, and gives the same key and name each time', async () => {
  const code = codeFor(newId())
  expect(code).toMatch(/^[B-Z346789]{4}(-[B-Z346789]{4}){2}$/)
  const [once, sloppy] = [await keysOf(code), await keysOf(` ${code.toLowerCase().replaceAll('-', ' ')} `)]
  expect(sloppy).toEqual(once)
  expect(once.lookup).not.toContain(Buffer.from(once.key).toString('hex').slice(0, 16))
  for (const typed of ['', 'AAAA-AAAA-AAAA', code.slice(1), `${code}B`, '__proto__', 'x'.repeat(9_999)])
    expect(await keysFor(typed)).toBeUndefined()
})

test('another code opens nothing, and neither does another secret of the installation', async () => {
  const filling = { submitKey: newId(), answers: { afraid: 'no', children: ['under-12'] } }
  const keys = await keysOf(codeFor(filling.submitKey))
  const other = await keysOf(codeFor(newId()))
  const content = lock(keys, 'apart', filling)
  expect(unlock(keys, 'apart', content)).toEqual(filling)
  expect(unlock(other, 'apart', content)).toBeUndefined()
  expect(unlock(keys, 'other-plan', content)).toBeUndefined()
  expect(other.lookup).not.toBe(keys.lookup)
  useFormSecret('another-secret-for-tests-that-nobody-uses')
  const [code] = [codeFor(filling.submitKey)]
  expect((await keysOf(code)).lookup).not.toBe(keys.lookup)
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
})

test('what is kept tells nothing by its length or its bytes, and one changed byte opens nothing', async () => {
  const submitKey = newId()
  const keys = await keysOf(codeFor(submitKey))
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,12}$/), { maxKeys: 12 }),
      fc.nat(),
      (answers, at) => {
        const content = lock(keys, 'apart', { submitKey, answers })
        expect(content.length).toBe(lock(keys, 'apart', { submitKey, answers: {} }).length)
        const changed = Uint8Array.from(content)
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1
        expect(unlock(keys, 'apart', changed)).toBeUndefined()
      },
    ),
  )
})
