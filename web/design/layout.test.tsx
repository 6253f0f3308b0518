import { expect, test } from 'vitest'
import { layoutWords } from '../words/design.ts'
import { renderPage } from './document.tsx'
import { PublicLayout } from './layout-public.tsx'
import { WorkLayout } from './layout-work.tsx'

const LANGUAGES = [
  { lang: 'nl', name: 'Nederlands', href: '/', isHere: true },
  { lang: 'en', name: 'English', href: '/en' },
  { lang: 'ar', name: 'العربية', href: '/ar' },
]

const publicPage = (lang: 'nl' | 'en' = 'nl') =>
  renderPage(
    <PublicLayout
      lang={lang}
      title="Hulp"
      homeHref="/"
      words={layoutWords[lang]}
      languages={LANGUAGES}
      leaveHref="/weg"
      footer={{ words: 'Gratis hulp', links: [{ href: '/privacy', label: 'Privacy' }] }}
    >
      <h1>Hulp</h1>
    </PublicLayout>,
  )

const workPage = () =>
  renderPage(
    <WorkLayout
      lang="nl"
      title="Cijfers"
      audience="policy"
      homeHref="/werk"
      nav={[{ href: '/cijfers', label: 'Cijfers', icon: 'figures', isActive: true }]}
      person={{ name: 'Anna van der Berg', links: [], signOutAction: '/uitloggen' }}
      languageHref="/en"
    >
      <h1>Cijfers</h1>
    </WorkLayout>,
  )

test('[R-017] the way out stands on every public page, as a link that needs no script', async () => {
  const html = await publicPage()
  expect(html).toMatch(/<quick-exit><a class="leave" href="\/weg" data-quick-exit="true"[^>]*>Snel weg/)
})

test('a page says its language, and the first thing to reach is the way to its content', async () => {
  expect(await publicPage('en')).toMatch(/^<!doctype html><html lang="en">/)
  expect(await publicPage()).toMatch(/<body><a class="skip[^"]*" href="#inhoud">Naar de inhoud<\/a>/)
})

test('every public page offers each language by its own name, and says which one this is', async () => {
  const html = await publicPage()
  expect(html).toContain('<a href="/en" lang="en" hreflang="en">English</a>')
  expect(html).toContain('<a href="/ar" lang="ar" hreflang="ar">العربية</a>')
  expect(html).toContain('<span lang="nl" aria-current="true">Nederlands</span>')
})

test.each([
  ['public', publicPage],
  ['work', workPage],
] as const)('a %s page holds no style, script or address of elsewhere in itself', async (_, page) => {
  const html = await page()
  expect(html).not.toMatch(/\sstyle=|<style|<script(?![^>]*src=)|\son[a-z]+=|https?:/)
  expect(html.match(/<(?:link|script) [^>]*(?:href|src)="([^"]+)"/g)?.length).toBe(4)
})

test('the screen one is on is marked in the menu, and the menu of the person opens without script', async () => {
  const html = await workPage()
  expect(html).toContain('<a href="/cijfers" aria-current="page">')
  expect(html).toMatch(/<details class="person"><summary>.*Anna van der Berg.*AB</)
  expect(html).toContain('<form method="post" action="/uitloggen">')
})
