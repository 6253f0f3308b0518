import type { Failure, StandsIn } from '../../capabilities/information/outside/outside-link.ts'
import { defineWords } from './words.ts'

const what = {
  nl: {
    'not-found': 'De pagina is er niet meer.',
    'unknown-name': 'De naam van de site bestaat niet meer.',
    'no-answer': 'De site geeft geen antwoord.',
    unsafe: 'De beveiliging van de site is niet in orde.',
    fault: 'De site geeft een foutmelding.',
    'too-far': 'De site stuurt steeds weer door.',
    'not-allowed': 'Het adres leidt naar een plek die niet op het open internet staat.',
  } satisfies Record<Failure, string>,
  en: {
    'not-found': 'The page is no longer there.',
    'unknown-name': 'The name of the site no longer exists.',
    'no-answer': 'The site does not answer.',
    unsafe: 'The security of the site is not in order.',
    fault: 'The site answers with a fault.',
    'too-far': 'The site keeps sending on.',
    'not-allowed': 'The address leads to a place that is not on the open internet.',
  } satisfies Record<Failure, string>,
}
const standsIn = {
  nl: { page: 'een pagina', offer: 'het aanbod', scheme: 'een regeling' } satisfies Record<StandsIn, string>,
  en: { page: 'a page', offer: 'the offer', scheme: 'a scheme' } satisfies Record<StandsIn, string>,
}

/** Links to sites of others that no longer answer. */
export const outsideLinksWords = defineWords({
  nl: {
    ...{ what: what.nl, standsIn: standsIn.nl },
    title: 'Sites die het niet meer doen',
    lead: 'We kijken ongeveer elke maand of een link naar een andere site het nog doet. Deze deden het drie keer achter elkaar niet. Zoek het nieuwe adres, of haal de link weg. Doet de site het weer? Dan gaat die vanzelf uit deze lijst.',
    address: 'Adres',
    where: 'Staat in',
    since: 'Sinds',
    happened: 'Wat er gebeurt',
  },
  en: {
    ...{ what: what.en, standsIn: standsIn.en },
    title: 'Sites that no longer work',
    lead: 'About every month we look whether a link to another site still works. These did not, three times in a row. Look for the new address, or take the link out. Does the site work again? Then it leaves this list by itself.',
    address: 'Address',
    where: 'Stands in',
    since: 'Since',
    happened: 'What happens',
  },
})
