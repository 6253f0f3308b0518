import { defineWords } from './words.ts'

/** Beginning support for a group, without a name. */
export const groupWords = defineWords({
  nl: {
    title: 'Begin een groep',
    lead: 'Hier komt geen naam en geen dossier. Na elke keer tel je hoeveel mensen meededen.',
    which: 'Voor welke groep?',
    choose: 'Kies deze',
    none: 'Er is geen aanbod voor groepen',
    noneWhat: 'Vraag je beheerder of jouw organisatie steun aan groepen geeft.',
    day: 'Sinds wanneer?',
    dayWrong: 'Vul een dag in, niet later dan vandaag.',
    begin: 'Begin',
    other: 'Een ander aanbod',
    back: 'Trajecten',
    isGroup: 'Gaat het om een groep? Dan is geen naam nodig:',
    group: 'Groep',
  },
  en: {
    title: 'Begin a group',
    lead: 'There is no name here and no file. After each time you count how many people took part.',
    which: 'For which group?',
    choose: 'Choose this one',
    none: 'There is no provision for groups',
    noneWhat: 'Ask your administrator whether your organisation supports groups.',
    day: 'Since when?',
    dayWrong: 'Fill in a day, not later than today.',
    begin: 'Begin',
    other: 'Another provision',
    back: 'Trajectories',
    isGroup: 'Is it about a group? Then no name is needed:',
    group: 'Group',
  },
})
