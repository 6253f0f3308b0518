import type { Day } from '../../foundation/day.ts'
import { formatDay } from './format.ts'
import { domains } from './offer-terms.ts'
import { defineWords } from './words.ts'

/** Supply and demand side by side. */
export const gapWords = defineWords({
  nl: {
    title: 'Aanbod en vraag',
    heading: (place: string) => `Aanbod en vraag in ${place}`,
    lead: 'Waar vragen mensen iets dat er nog niet is? Links wat er is, rechts wat er is gevraagd.',
    none: 'Hier is niets te zien',
    noneWhat: 'Je werkt in geen gemeente met partners.',
    area: 'Gemeente',
    village: 'Dorp',
    whole: 'Hele gemeente',
    show: 'Toon',
    gaps: 'Wat valt op?',
    noGaps: 'Er springt niets uit. Kijk ook bij wat verborgen is: daar weten we het niet.',
    gap: (village: string, domain: string, finding: string) => `${village}, ${domain}: ${finding}.`,
    domain: 'Waarover',
    domains: domains.nl,
    supply: 'Aanbod',
    demand: 'Vraag',
    finding: 'Wat zien we?',
    findings: {
      'much-without-offer': 'veel vragen, geen aanbod',
      'some-without-offer': 'vragen, maar geen aanbod',
      'much-for-offer': 'veel vragen, weinig aanbod',
      hidden: 'aantal vragen verborgen',
      'not-counted': 'vragen worden hier niet geteld',
      'offer-only': 'aanbod, geen vragen',
      nothing: 'geen vragen, geen aanbod',
      both: 'vragen en aanbod',
    },
    caption: (place: string) => `Aanbod en vraag in ${place}, naar onderwerp`,
    chart: 'Aantal kaarten in het aanbod en aantal aanmeldingen, per onderwerp.',
    period: (from: Day, to: Day) =>
      `Aanmeldingen van ${formatDay('nl', from, 'plain')} tot en met ${formatDay('nl', to, 'plain')}. Aanbod van vandaag.`,
    twice: 'Een aanmelding telt mee bij elk onderwerp van het programma. Tel de regels dus niet op.',
    hidden: (below: number) =>
      `Aantallen onder de ${below} zijn verborgen, en wat nodig is om ze niet te kunnen uitrekenen.`,
    offers: 'Bekijk het aanbod',
    sources: 'Waar de vraag uit komt',
  },
  en: {
    title: 'Supply and demand',
    heading: (place: string) => `Supply and demand in ${place}`,
    lead: 'Where do people ask for what is not there yet? On the left what there is, on the right what was asked.',
    none: 'There is nothing to see here',
    noneWhat: 'You work with partners in no municipality.',
    area: 'Municipality',
    village: 'Village',
    whole: 'Whole municipality',
    show: 'Show',
    gaps: 'What stands out?',
    noGaps: 'Nothing stands out. Look at what is hidden too: there we do not know.',
    gap: (village: string, domain: string, finding: string) => `${village}, ${domain}: ${finding}.`,
    domain: 'About',
    domains: domains.en,
    supply: 'Supply',
    demand: 'Demand',
    finding: 'What do we see?',
    findings: {
      'much-without-offer': 'many questions, no offer',
      'some-without-offer': 'questions, but no offer',
      'much-for-offer': 'many questions, little offer',
      hidden: 'number of questions hidden',
      'not-counted': 'questions are not counted here',
      'offer-only': 'offer, no questions',
      nothing: 'no questions, no offer',
      both: 'questions and offer',
    },
    caption: (place: string) => `Supply and demand in ${place}, by subject`,
    chart: 'Number of cards in the offer and number of registrations, by subject.',
    period: (from: Day, to: Day) =>
      `Registrations from ${formatDay('en', from, 'plain')} to ${formatDay('en', to, 'plain')}. Offer of today.`,
    twice: 'A registration counts at every subject of its programme. So do not add up the lines.',
    hidden: (below: number) =>
      `Numbers below ${below} are hidden, and so is what is needed to keep them from being worked out.`,
    offers: 'See the offer',
    sources: 'Where demand comes from',
  },
})
