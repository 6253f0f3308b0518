import { expect, test } from 'vitest'
import { mayAskNow, roleSection, withRoleSections } from './role-section.ts'

const nothing = async (): Promise<void> => undefined
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1))
const OUTSIDE = 'asked while another part of the transaction runs in its own role'

test('what is asked beside a part in another role is refused, before, during and after its own questions', async () => {
  await withRoleSections(async () => {
    const section = roleSection(nothing, soon, nothing)
    expect(() => mayAskNow()).toThrow(OUTSIDE)
    await section
    expect(() => mayAskNow()).not.toThrow()
  })
})

test('the part itself asks what it likes, also after waiting, and a part within it too', async () => {
  const asked: string[] = []
  const ask = (what: string) => async (): Promise<void> => {
    mayAskNow()
    asked.push(what)
  }
  await withRoleSections(() =>
    roleSection(
      ask('enter'),
      async () => {
        await soon()
        await ask('one')()
        await roleSection(ask('inner enter'), ask('two'), ask('inner leave'))
        await ask('three')()
      },
      ask('leave'),
    ),
  )
  expect(asked).toEqual(['enter', 'one', 'inner enter', 'two', 'inner leave', 'three', 'leave'])
})

test('two parts at once are refused, and the other transactions know nothing of it', async () => {
  await withRoleSections(async () => {
    const first = roleSection(nothing, soon, nothing)
    await expect(roleSection(nothing, nothing, nothing)).rejects.toThrow(OUTSIDE)
    await withRoleSections(async () => expect(() => mayAskNow()).not.toThrow())
    await first
  })
})

test('a part that failed gives the role back and says why', async () => {
  let isBack = false
  await withRoleSections(async () => {
    const fails = roleSection(
      nothing,
      () => Promise.reject(new Error('broken')),
      async () => {
        isBack = true
      },
    )
    await expect(fails).rejects.toThrow('broken')
    expect(() => mayAskNow()).not.toThrow()
  })
  expect(isBack).toBe(true)
})
