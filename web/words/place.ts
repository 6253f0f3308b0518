import { defineWords } from './words.ts'

/** What a manager sets for the own municipality. */
export const placeWords = defineWords({
  nl: {
    afterwards: 'Wat een medewerker kan meegeven als hulp stopt',
    title: 'Gemeente',
    lead: 'Wat je hier instelt, geldt voor iedereen in deze gemeente.',
    villages: 'Kernen',
    villagesWhat:
      'Deze namen herkennen wij in registratiebestanden. Een kern verwijderen kan niet: oude cijfers hangen eraan.',
    addVillage: 'Nieuwe kern',
    add: 'Voeg toe',
    special: 'Migratieachtergrond tellen',
    specialWhat:
      'Dit is een bijzonder persoonsgegeven. Staat dit uit, dan lezen we de kolom niet. Staat het aan, dan tellen we alleen groepen van vijf of meer. Per gezin kan niemand het zien.',
    specialNow: (on: boolean) => (on ? 'Dit staat nu aan.' : 'Dit staat nu uit.'),
    switchOn: 'Zet aan',
    switchOff: 'Zet uit',
    columns: 'Namen van kolommen',
    columnsWhat: 'Heet een kolom bij jullie anders? Leer ons dat woord. Bij het volgende bestand herkennen we het.',
    word: 'Woord boven de kolom',
    means: 'Betekent',
    learned: 'Geleerd',
    programme: 'Programma',
    done: 'Bewaard.',
    none: 'Er is nog niets geleerd.',
    fields: { day: 'Dag van aanmelding', status: 'Status', reason: 'Reden', key: 'Eigen nummer' },
  },
  en: {
    afterwards: 'What a worker can hand over when support ends',
    title: 'Municipality',
    lead: 'What you set here holds for everyone in this municipality.',
    villages: 'Villages',
    villagesWhat:
      'We recognise these names in registration files. A village cannot be removed: old figures hang on it.',
    addVillage: 'New village',
    add: 'Add',
    special: 'Count migration background',
    specialWhat:
      'This is special personal data. When off, we do not read the column. When on, we count only groups of five or more. Nobody can see it per family.',
    specialNow: (on: boolean) => (on ? 'This is on now.' : 'This is off now.'),
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    columns: 'Names of columns',
    columnsWhat: 'Does a column have another name with you? Teach us that word. We recognise it in the next file.',
    word: 'Word above the column',
    means: 'Means',
    learned: 'Learned',
    programme: 'Programme',
    done: 'Saved.',
    none: 'Nothing was learned yet.',
    fields: { day: 'Day of registration', status: 'Status', reason: 'Reason', key: 'Own number' },
  },
})
