import { expect, test } from 'vitest'
import { heading } from '../support/asking.ts'
import { withSharedDemo } from '../support/demo.ts'
import { answerAll, PARENT, pressOn } from '../support/stepping.ts'

const { at, open } = withSharedDemo()
const HERE = '/g/akkerveen/stappen'

test.each([true, false])('going back with the page’s own button keeps the answers, with script: %s', async (script) => {
  const page = await open(HERE, { script })
  await pressOn(page, 'Begin')
  await answerAll(page, PARENT.slice(0, 3))
  await pressOn(page, 'Terug')
  await pressOn(page, 'Terug')
  expect(await page.getByLabel('Getrouwd').isChecked()).toBe(true)
})

test('with script the browser’s own Back shows the question before and asks nothing; leaving forgets all of it', async () => {
  const page = await open(HERE)
  await pressOn(page, 'Begin')
  await answerAll(page, PARENT.slice(0, 2))
  expect(await heading(page)).toBe('Waar staan jullie nu?')
  await page.goBack()
  expect(await heading(page)).toBe('Hoe zijn of waren jullie samen?')
  expect(await page.getByLabel('Getrouwd').isChecked()).toBe(true)
  await page.goForward()
  expect(await heading(page)).toBe('Waar staan jullie nu?')
  await page.goBack()
  await pressOn(page, 'Verder')
  expect(await heading(page)).toBe('Waar staan jullie nu?')
  expect(JSON.stringify(await page.evaluate('history.state'))).toMatch(/^\{"step":\d+\}$/)
  await page.goBack()
  await page.reload()
  expect(await heading(page)).toBe('Welke stappen passen bij jou?')
  await page.goto(at('/'))
  await page.goBack()
  expect(await heading(page)).toBe('Welke stappen passen bij jou?')
})
