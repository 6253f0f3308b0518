import { formatNumber } from './format.ts'
import { defineWords } from './words.ts'

/** The words that the parts of every screen carry with them. */
export const designWords = defineWords({
  nl: {
    errorsTitle: (n: number) =>
      n === 1 ? 'Eén ding klopt nog niet' : `${formatNumber('nl', n)} dingen kloppen nog niet`,
    hidden: 'verborgen',
    missing: 'niet bekend',
    readAsTable: 'Lees dit als tabel',
    table: (caption: string) => `Tabel: ${caption}`,
    total: 'Samen',
    period: 'Periode',
    bar: 'Verhouding',
    stepDone: 'klaar:',
    stepNow: 'nu:',
    questionOf: (now: number, all: number) => `Vraag ${now} van ${all}`,
    questionOfMost: (now: number, most: number) => `Vraag ${now} van hoogstens ${most}`,
    steps: 'Stappen',
    previous: 'Vorige',
    next: 'Volgende',
    pages: 'Pagina’s',
    pageOf: (now: number, all: number) => `Pagina ${formatNumber('nl', now)} van ${formatNumber('nl', all)}`,
    chartHidden: 'Een periode met arcering is verborgen.',
    path: 'Waar je bent',
  },
  en: {
    errorsTitle: (n: number) =>
      n === 1 ? 'One thing is not right yet' : `${formatNumber('en', n)} things are not right yet`,
    hidden: 'hidden',
    missing: 'not known',
    readAsTable: 'Read this as a table',
    table: (caption: string) => `Table: ${caption}`,
    total: 'Together',
    period: 'Period',
    bar: 'Proportion',
    stepDone: 'done:',
    stepNow: 'now:',
    questionOf: (now: number, all: number) => `Question ${now} of ${all}`,
    questionOfMost: (now: number, most: number) => `Question ${now} of ${most} at most`,
    steps: 'Steps',
    previous: 'Previous',
    next: 'Next',
    pages: 'Pages',
    pageOf: (now: number, all: number) => `Page ${formatNumber('en', now)} of ${formatNumber('en', all)}`,
    chartHidden: 'A hatched period is hidden.',
    path: 'Where you are',
  },
})

/** The words around every page. */
export const layoutWords = defineWords({
  nl: {
    product: 'Voorveld',
    toContent: 'Naar de inhoud',
    leave: 'Snel weg',
    leaveMore: 'van deze site',
    otherLanguage: 'English',
    otherLanguageTitle: 'Read this site in English',
    languages: 'Taal',
    siteNav: 'Op deze site',
    footNav: 'Over deze site',
    workNav: 'Je werk',
    moreNav: 'Verder',
    person: 'Jouw account',
    signOut: 'Uitloggen',
    errorTitle: (title: string) => `Klopt nog niet: ${title}`,
    windowTitle: (title: string) => `${title} - Voorveld`,
  },
  en: {
    product: 'Voorveld',
    toContent: 'To the content',
    leave: 'Leave',
    leaveMore: 'this site',
    otherLanguage: 'Nederlands',
    otherLanguageTitle: 'Lees deze site in het Nederlands',
    languages: 'Language',
    siteNav: 'On this site',
    footNav: 'About this site',
    workNav: 'Your work',
    moreNav: 'More',
    person: 'Your account',
    signOut: 'Sign out',
    errorTitle: (title: string) => `Not right yet: ${title}`,
    windowTitle: (title: string) => `${title} - Voorveld`,
  },
})

/** What the frame of a public page says, in whatever language the page is. */
export type LayoutWords = Pick<
  (typeof layoutWords)['nl'],
  'product' | 'toContent' | 'leave' | 'leaveMore' | 'languages' | 'siteNav' | 'footNav'
>
