import { defineRefusals } from '../refusal.ts'

export const measuresRefusals = defineRefusals({
  'measure-unknown': {
    nl: (given) => `De maatstaf ${given.code} kennen we niet. De opdracht "measures" noemt alle maatstaven.`,
    en: (given) => `We do not know the measure ${given.code}. The command "measures" lists all measures.`,
  },
  'grouping-unknown': {
    nl: (given) => `De maatstaf ${given.measure} kun je niet uitsplitsen naar ${given.grouping}.`,
    en: (given) => `The measure ${given.measure} cannot be broken down by ${given.grouping}.`,
  },
  'special-data-off': {
    nl: () => 'Deze gemeente telt geen migratieachtergrond. De gemeente kan dat zelf aanzetten.',
    en: () => 'This municipality does not count migration background. It can switch that on itself.',
  },
  'special-by-quarter': {
    nl: (given) =>
      `Migratieachtergrond tellen we alleen op de laatste dag van een kwartaal, zodat niemand te herkennen is. Kies ${given.day}.`,
    en: (given) =>
      `We count migration background only on the last day of a quarter, so that nobody can be recognised. Choose ${given.day}.`,
  },
  'moment-in-future': {
    nl: () => 'Wat later bekend wordt, weten we nu nog niet. Kies een moment dat al voorbij is.',
    en: () => 'What will be known later we do not know yet. Choose a moment that has passed.',
  },
  'moment-wrong': {
    nl: () => 'Schrijf een dag als 2026-03-31, of een tijdstip als 2026-03-31T12:00:00Z.',
    en: () => 'Write a day as 2026-03-31, or a moment as 2026-03-31T12:00:00Z.',
  },
  'day-wrong': {
    nl: () => 'Dit is geen bestaande dag. Schrijf jaar, maand en dag: 2026-03-31.',
    en: () => 'This day does not exist. Write year, month and day: 2026-03-31.',
  },
  'share-of-a-day': {
    nl: () => 'Een percentage gaat over de stand op één dag. Laat het begin van de periode leeg.',
    en: () => 'A percentage is about how things stand on one day. Leave the start of the period empty.',
  },
  'period-wrong': {
    nl: () => 'Het begin van de periode ligt na de peildatum. Kies een eerder begin.',
    en: () => 'The period starts after the reference day. Choose an earlier start.',
  },
  'audience-not-yours': {
    nl: () => 'Deze cijfers zijn niet voor jouw rol in dit gebied. Vraag je beheerder wie ze wel ziet.',
    en: () => 'These figures are not for your role in this area. Ask your administrator who sees them.',
  },
  'audience-unknown': {
    nl: () => 'Kies public, policy of organisation.',
    en: () => 'Choose public, policy or organisation.',
  },
  'region-unknown': {
    nl: (given) => `De regio ${given.name} kennen we niet.`,
    en: (given) => `We do not know the region ${given.name}.`,
  },
  'municipality-needed': {
    nl: () => 'Zeg om welke gemeente het gaat, met --municipality en haar code.',
    en: () => 'Say which municipality it is about, with --municipality and its code.',
  },
  'limit-wrong': {
    nl: () => 'Kies een ondergrens van 0 tot en met 100 (niet 2) en een afronding van 1 tot en met 100.',
    en: () => 'Choose a minimum from 0 to 100 (not 2) and a rounding from 1 to 100.',
  },
})
