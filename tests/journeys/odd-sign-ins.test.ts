import { expect, test, vi } from 'vitest'
import { lookAtSignIns } from '../../capabilities/access/odd-sign-ins/actions.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { signInAs, withDemo } from '../support/demo.ts'

const { at, open, signedIn, doNow } = withDemo({ PROXIES: '1' })
/** Embedded the look every five minutes is the only one. */
const PATIENCE = 330_000

const looked = async () => doNow((jobs) => lookAtSignIns(jobs, new Date(Date.now() + 1_000)))

test(
  'a sign-in from a network not used before is asked of the person; "not me" ends every session and asks a new password',
  async () => {
    const home = await open('/inloggen')
    await home.setExtraHTTPHeaders({ 'x-forwarded-for': '203.0.113.9' })
    await signInAs(home, 'Joris Haverman')
    const stranger = await open('/inloggen')
    await stranger.setExtraHTTPHeaders({ 'x-forwarded-for': '198.51.100.1' })
    await signInAs(stranger, 'Joris Haverman')
    await looked()

    await vi.waitFor(
      async () => {
        await home.goto(at('/werk/mijn-account'))
        expect(await home.getByText('een netwerk dat je niet eerder gebruikte').count()).toBe(1)
      },
      { timeout: PATIENCE, interval: 2_000 },
    )
    expect([await isTooWide(home), await axeFindings(home)]).toEqual([false, []])
    await home.getByRole('button', { name: /^Dat was ik niet/ }).click()
    await home.getByRole('heading', { name: 'Kies een nieuw wachtwoord' }).waitFor()
    expect([await isTooWide(home), await axeFindings(home)]).toEqual([false, []])
    await home.goto(at('/werk'))
    expect(new URL(home.url()).pathname).toBe('/inloggen/nieuw-wachtwoord')
    await stranger.goto(at('/werk'))
    expect(new URL(stranger.url()).pathname).toBe('/inloggen')

    const fill = async (current: string) => {
      await home.getByLabel('Huidig wachtwoord').fill(current)
      await home.getByLabel('Nieuw wachtwoord', { exact: true }).fill('lantaarn-koffie-wolk-brug')
      await home.getByLabel('Nieuw wachtwoord, nog een keer').fill('lantaarn-koffie-wolk-brug')
      await home.getByRole('button', { name: 'Bewaar en ga verder' }).click()
    }
    await fill('dit-is-het-niet')
    await home.getByText('Dit is niet je huidige wachtwoord').first().waitFor()
    expect([await isTooWide(home), await axeFindings(home)]).toEqual([false, []])
    await fill('kom-maar-binnen')
    await home.waitForURL((url) => !url.pathname.startsWith('/inloggen'))

    const manager = await signedIn('Mina de Wit', { width: 320, script: false })
    await manager.goto(at('/werk/mensen'))
    await manager.getByRole('link', { name: 'Opvallend bij inloggen' }).click()
    expect(await manager.getByText('Was het niet zelf.').count()).toBe(1)
    expect(await manager.content()).not.toContain('198.51.100')
  },
  PATIENCE + 60_000,
)

test('a coordinator has no such page', async () => {
  const coordinator = await signedIn('Iris Bakker')
  expect((await coordinator.goto(at('/werk/rechten/inloggen')))?.status()).toBe(404)
})
