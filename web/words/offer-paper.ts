import type { Day } from '../../foundation/day.ts'
import { formatDay } from './format.ts'
import { defineWords } from './words.ts'

/** The local offer as copy for a door-to-door paper. */
export const paperWords = defineWords({
  nl: {
    title: (place: string) => `Hulp in ${place}: waar je terecht kunt`,
    lead: 'Een lijst om op te hangen of in de krant te zetten.',
    intro: 'Iedereen kan hier terecht. Weet je niet wat past? Bel of loop binnen. Er wordt met je meegedacht.',
    day: (day: Day) => `Stand van ${formatDay('nl', day, 'plain')}.`,
    word: 'Dezelfde lijst voor Word',
    text: 'Dezelfde lijst als platte tekst',
    how: 'Print deze pagina, of geef het bestand aan de krant.',
    online: (address: string) => `De nieuwste lijst staat op ${address}`,
    free: 'Gratis',
  },
  en: {
    title: (place: string) => `Help in ${place}: where you can go`,
    lead: 'A list to put up or to give to the paper.',
    intro: 'Everybody is welcome here. Not sure what suits you? Call or walk in. Somebody thinks along with you.',
    day: (day: Day) => `As of ${formatDay('en', day, 'plain')}.`,
    word: 'The same list for Word',
    text: 'The same list as plain text',
    how: 'Print this page, or give the file to the paper.',
    online: (address: string) => `The newest list stands at ${address}`,
    free: 'Free',
  },
})
