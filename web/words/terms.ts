import { defineWords } from './words.ts'

/** What everything is called in a municipality, explained to everyone. */
export const termWords = defineWords({
  nl: {
    windowTitle: 'Wat betekent dit? - Voorveld',
    title: 'Hoe heet het hier?',
    titleIn: (place: string) => `Hoe heet het in ${place}?`,
    lead: 'Hulp heeft vaak lange namen. Hier lees je wat ze betekenen.',
    also: (names: string) => `Ook wel: ${names}.`,
    onPage: 'Woorden op deze pagina',
    all: 'Alle namen met uitleg',
    meant: 'Dit bedoel je misschien',
    elsewhere: 'In een andere gemeente kan het anders heten.',
    choose: 'Kies je gemeente',
  },
  en: {
    windowTitle: 'What does this mean? - Voorveld',
    title: 'What is it called here?',
    titleIn: (place: string) => `What is it called in ${place}?`,
    lead: 'Help often has long names. Here you read what they mean.',
    also: (names: string) => `Also called: ${names}.`,
    onPage: 'Words on this page',
    all: 'All names with an explanation',
    meant: 'Perhaps you mean this',
    elsewhere: 'In another municipality it may have another name.',
    choose: 'Choose your municipality',
  },
})
