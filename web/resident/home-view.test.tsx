import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { itemsIn } from '../../tests/support/microdata.ts'
import { homeWords } from '../words/home.ts'
import { HomeView, type PublicFigure } from './home-view.tsx'

const figure = (given: Partial<PublicFigure>): PublicFigure => ({
  name: 'Gezinnen met steun',
  place: 'Akkerveen',
  unit: 'gezinnen',
  value: 75,
  roundedTo: 5,
  asOf: day('2026-10-31'),
  passportHref: '/paspoort',
  ...given,
})

const home = (...figures: PublicFigure[]) =>
  String(
    <HomeView
      lang="nl"
      here={{ lang: 'nl' }}
      pages={[]}
      place="Akkerveen"
      offers={[]}
      figures={figures}
      askHref="/vraag"
      choosePlaceHref="/gemeente"
      isPlaceChosen={false}
      signInHref="/inloggen"
      said={(text) => text}
    />,
  )

test('search engines read of the front page that it is a site, in which language and at which address', () => {
  const { description } = homeWords.nl
  const properties = { name: ['Voorveld'], description: [description], inLanguage: ['nl'], url: ['/'] }
  expect(itemsIn(home())).toEqual([{ type: 'WebSite', properties }])
})

test('112 stands before every other number to call', () => {
  const html = home()
  expect(html.indexOf('tel:112')).toBeGreaterThan(-1)
  expect(html.indexOf('tel:112')).toBeLessThan(html.indexOf('tel:08002000'))
})

test('a rounded figure says about, when it was counted and how', () => {
  const html = home(figure({}))
  expect(html).toContain('Ongeveer 75 gezinnen')
  expect(html).toContain('Gezinnen met steun. Geteld in Akkerveen op 31 oktober 2026.')
  expect(html).toContain('<a href="/paspoort">Zo tellen we<span class="unseen">: Gezinnen met steun</span></a>')
})

test('a hidden figure is left out, and without another there is no word of counting', () => {
  const hidden = figure({ name: 'Maatjes', value: 'hidden' })
  expect(home(hidden, figure({}))).not.toContain('Maatjes')
  expect(home(figure({}))).toContain('Je bent niet de enige')
  expect(home(hidden)).not.toContain('Je bent niet de enige')
})

test('an exact figure is not called about', () => {
  expect(home(figure({ value: 74, roundedTo: 1 }))).toContain('>74 gezinnen<')
})

test('where no help is known, the page says so and where to ask', () => {
  expect(home()).toContain('Vraag je gemeente wat er is')
})

test('what an office calls a trajectory, the front page says in everyday words, in both languages', () => {
  expect(home(figure({ unit: 'trajecten' }))).toContain('Ongeveer 75 aanmeldingen')
  expect(home(figure({ unit: 'trajecten', value: 74, roundedTo: 1 }))).toContain('>74 aanmeldingen<')
  expect(homeWords.en.about(75, 'trajectories')).toBe('About 75 sign-ups')
})
