import { defineWords } from './words.ts'

/** Menu and footer of every screen. */
export const shellWords = defineWords({
  nl: {
    requests: 'Hulpvragen',
    ask: 'Stel je vraag',
    figures: 'Cijfers',
    passports: 'Paspoorten',
    trajectories: 'Trajecten',
    imports: 'Importeren',
    people: 'Mensen',
    place: 'Gemeente',
    account: 'Mijn account',
    home: 'Voorpagina',
    signIn: 'Inloggen voor medewerkers',
    foot: 'Voorveld is vrije software. Gemeenten gebruiken het om gezinnen gratis en vroeg te helpen.',
    demo: 'Dit is een proefomgeving. Alle gezinnen en mensen hierin zijn verzonnen.',
  },
  en: {
    requests: 'Requests',
    ask: 'Ask your question',
    figures: 'Figures',
    passports: 'Passports',
    trajectories: 'Trajectories',
    imports: 'Import',
    people: 'People',
    place: 'Municipality',
    account: 'My account',
    home: 'Front page',
    signIn: 'Sign in for staff',
    foot: 'Voorveld is free software. Municipalities use it to help families early and free of charge.',
    demo: 'This is a demonstration. Every family and person in it is made up.',
  },
})
