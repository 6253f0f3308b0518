import { expect, test } from 'vitest'
import type { MoreLanguage } from '../../capabilities/information/front-matter.ts'
import { tally } from '../../capabilities/information/visits/visit.ts'
import { day } from '../../foundation/day.ts'
import { langInAddress, links, moreLangInAddress } from '../links.ts'
import { languageLinks, translationsOf } from './languages.ts'
import { countView } from './visits.ts'

const translations = new Map<MoreLanguage, ReadonlySet<string>>([
  ['ar', new Set(['huurhuis'])],
  ['pl', new Set(['wat-is-gratis'])],
])

test('another language leads to this very page where it has one, and otherwise to where the language begins', () => {
  const from = (slug?: string, place?: string) => translationsOf(translations, slug, place).map(({ href }) => href)
  expect(from('huurhuis')).toEqual(['/ar/informatie/huurhuis', '/pl'])
  expect(from('huurhuis', 'akkerveen')).toEqual(['/ar/g/akkerveen/informatie/huurhuis', '/pl/g/akkerveen'])
  expect(from()).toEqual(['/ar', '/pl'])
  expect(translationsOf(new Map())).toEqual([])
})

test('in a municipality a translation counts as the page of everywhere', () => {
  const [arabic] = translationsOf(translations, 'huurhuis', 'akkerveen')
  expect(arabic).toMatchObject({ isThis: true, countsAs: '/ar/informatie/huurhuis' })
})

test('Dutch and English are always offered, each language by its own name, and the one that is read leads nowhere else', () => {
  const shown = languageLinks('ar', { nl: '/', en: '/en' }, translationsOf(translations))
  expect(shown.map(({ name }) => name)).toEqual(['Nederlands', 'English', 'العربية', 'Polski'])
  expect(shown.filter(({ isHere }) => isHere).map(({ lang }) => lang)).toEqual(['ar'])
})

test('an address says its language, and what is not in that language stands in Dutch around it', () => {
  expect(moreLangInAddress('/uk/g/akkerveen')).toBe('uk')
  expect(moreLangInAddress(links.home('tr'))).toBe('tr')
  expect(moreLangInAddress('/arnhem')).toBeUndefined()
  expect(moreLangInAddress('/en/informatie/huurhuis')).toBeUndefined()
  expect(langInAddress('/ar/informatie/huurhuis')).toBe('nl')
  expect(langInAddress('/trein')).toBeUndefined()
})

test('[R-015] a visit in another language is counted under that language and this page', () => {
  tally.take()
  const given = {
    method: 'GET',
    headers: new Headers({ 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }),
    today: day('2026-11-27'),
  }
  countView({ ...given, route: '/ar/g/:place/informatie/:slug', params: { place: 'akkerveen', slug: 'huurhuis' } })
  countView({ ...given, route: '/uk', params: {} })
  expect(tally.take().map(({ of }) => of)).toEqual([
    expect.objectContaining({ language: 'ar', place: 'akkerveen', what: 'informatie', slug: 'huurhuis' }),
    expect.objectContaining({ language: 'uk', what: 'voorpagina', slug: '' }),
  ])
})
