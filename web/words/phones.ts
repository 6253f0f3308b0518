import { defineWords } from './words.ts'

/** The numbers that whoever asked something can call; kept by a manager. */
export const phoneWords = defineWords({
  nl: {
    title: 'Nummer om te bellen',
    what: 'Wie een vraag stelt en zelf wil bellen, krijgt dit nummer te zien. Kijk het elk jaar na. Na een jaar laten we het niet meer zien.',
    none: 'Er is nog geen nummer.',
    shown: (day: string) => `nagekeken op ${day}`,
    gone: (day: string) => `wordt niet meer getoond, het laatst nagekeken op ${day}`,
    of: 'Van wie is het nummer?',
    number: 'Telefoonnummer',
    openNl: 'Wanneer kun je bellen?',
    openNlHint: 'Kort, zoals: op werkdagen van 9 tot 17 uur.',
    openEn: 'Hetzelfde in het Engels',
    source: 'Van wie heb je dit?',
    checkedOn: 'Nagekeken op',
    save: 'Bewaar dit nummer',
    noProvision: 'In deze gemeente vangt nog niemand vragen op.',
  },
  en: {
    title: 'Number to call',
    what: 'Whoever asks a question and wants to call sees this number. Check it every year. After a year we no longer show it.',
    none: 'There is no number yet.',
    shown: (day: string) => `checked on ${day}`,
    gone: (day: string) => `no longer shown, last checked on ${day}`,
    of: 'Whose number is it?',
    number: 'Phone number',
    openNl: 'When can one call? In Dutch',
    openNlHint: 'Short, such as: op werkdagen van 9 tot 17 uur.',
    openEn: 'The same in English',
    source: 'Who told you this?',
    checkedOn: 'Checked on',
    save: 'Save this number',
    noProvision: 'In this municipality nobody takes up questions yet.',
  },
})
