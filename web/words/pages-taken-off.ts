import { defineWords } from './words.ts'

/** What is told before a page goes off the site. */
export const takeOffWords = defineWords({
  nl: {
    title: (title: string) => `‘${title}’ van de site halen?`,
    who: (place: string) => `Dit geldt voor ${place}.`,
    everyone: 'iedereen die de site leest, in elke gemeente',
    readers: (municipality: string) => `wie de site leest in ${municipality}`,
    page: {
      gone: 'De pagina is meteen weg: ook uit het zoeken en uit de lijsten.',
      opened: 'Wie het adres opent of bewaard heeft, leest dat de pagina er niet is.',
      links: 'Links op andere pagina’s naar deze pagina werken niet meer.',
    },
    addition: 'Wat je gemeente erbij schreef is meteen weg. De tekst voor iedereen blijft staan.',
    kept: 'De tekst blijft bij de versies. Je kunt daar later weer een nieuwe van maken.',
    others: 'In de andere talen verandert er niets.',
    yes: 'Ja, haal van de site',
    no: 'Nee, laat staan',
  },
  en: {
    title: (title: string) => `Take ‘${title}’ off the site?`,
    who: (place: string) => `This holds for ${place}.`,
    everyone: 'everyone who reads the site, in each municipality',
    readers: (municipality: string) => `who reads the site in ${municipality}`,
    page: {
      gone: 'The page is gone at once: from the search and the lists too.',
      opened: 'Who opens the address, or kept it, reads that the page is not there.',
      links: 'Links on other pages to this page no longer work.',
    },
    addition: 'What your municipality added is gone at once. The text for everyone stays.',
    kept: 'The text stays among the versions. Later you can make a new one from it.',
    others: 'In the other languages nothing changes.',
    yes: 'Yes, take it off the site',
    no: 'No, leave it',
  },
})
