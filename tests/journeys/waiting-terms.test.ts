import { expect, test } from 'vitest'
import { after, dayAt } from '../../foundation/day.ts'
import { formatDay } from '../../web/words/format.ts'
import { askAsParent, press } from '../support/asking.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

test.each([true, false])(
  '[R-018] who asked reads when sending and later by which days somebody reads it and there is contact, with script: %s',
  async (script) => {
    const page = await open('/vraag', { width: 320, script })
    await askAsParent(page)
    await press(page, 'Verstuur')
    const inHours = (hours: number) => formatDay('nl', dayAt(new Date(Date.now() + hours * 3_600_000)))
    const said = await page.locator('main').innerText()
    const code = await page.locator('.reference-code strong').innerText()
    await page.goto(at('/vraag/stand'))
    await page.fill('[name=code]', code)
    await press(page, 'Bekijk')
    const later = await page.locator('main').innerText()
    for (const told of [said, later]) {
      expect(told).toContain(`iterlijk op ${inHours(48)}`)
      expect(told).toContain(`iterlijk op ${inHours(120)}`)
    }
    expect(await isTooWide(page)).toBe(false)
  },
)

test.each(eitherWay(true))(
  '[R-018] a manager sets a term of the own municipality from tomorrow on: what is wrong is told at its field, nothing typed is lost, with script: %s',
  async (script) => {
    const page = await signedIn('Mina de Wit', { width: 320, script })
    await page.goto(at('/werk/gemeente'))
    const part = page.locator('section', { has: page.getByRole('heading', { name: 'Hoe lang een vraag mag wachten' }) })
    await part.getByText('Stel een eigen termijn in').click()
    const today = dayAt(new Date())
    await part.locator('[name=vanaf]').fill(today)
    await part.locator('[name=tot]').fill(after(today, { months: 6 }))
    await part.locator('[name=besluit]').fill('College, <b>3 maart</b>')
    await part.getByRole('button', { name: 'Bewaar deze termijn' }).click()
    expect(await page.locator('[role=alert]').innerText()).toContain('morgen of later')
    expect(await part.locator('[name=vanaf]').getAttribute('aria-invalid')).toBe('true')
    await page.locator('[role=alert] a').click()
    expect(await part.locator('[name=vanaf]:focus, [name=vanaf]:target').count()).toBe(1)
    expect(await part.locator('[name=besluit]').inputValue()).toBe('College, <b>3 maart</b>')
    await part.locator('[name=vanaf]').fill(after(today, { days: 1 }))
    await part.locator('[name="hours-none"]').fill('24')
    await part.getByRole('button', { name: 'Bewaar deze termijn' }).click()
    const kept = await part.innerText()
    expect(kept).toContain('College, <b>3 maart</b>')
    expect(kept).toContain('Nu geldt de termijn die bij Voorveld hoort.')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await part.getByRole('button', { name: `Haal weg ${formatDay('nl', after(today, { days: 1 }), 'year')}` }).click()
    expect(await part.innerText()).not.toContain('College, <b>3 maart</b>')
    expect(await part.getByRole('button', { name: 'Haal weg' }).count()).toBe(0)
  },
)
