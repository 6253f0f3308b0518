import { formatNumber } from './format.ts'
import { defineWords } from './words.ts'

/** What was put right on screen, in the account of an import. */
export const correctionWords = defineWords({
  nl: {
    title: 'Hier verbeterd',
    count: (n: number) =>
      n === 1
        ? 'Eén vakje is op het scherm verbeterd.'
        : `${formatNumber('nl', n)} vakjes zijn op het scherm verbeterd.`,
    what: 'In de volgorde van het bestand. Wat je ongedaan maakt, gaat ook hier weg.',
    column: 'Kolom',
    old: 'Stond er',
    now: 'Werd',
    who: 'Door',
    when: 'Wanneer',
    empty: 'leeg',
    notKept: 'niet bewaard',
    notKeptWhat: 'Een geboortedatum, een eigen nummer en een bijzonder gegeven bewaren we niet.',
    somebody: 'iemand anders',
    gone: 'De lijst van verbeteringen is na ruim een jaar weggegooid.',
    undone: (n: number) =>
      n === 1
        ? 'Eén vakje was op het scherm verbeterd. Ook dat is weg.'
        : `${formatNumber('nl', n)} vakjes waren op het scherm verbeterd. Ook dat is weg.`,
  },
  en: {
    title: 'Put right here',
    count: (n: number) =>
      n === 1 ? 'One cell was put right on screen.' : `${formatNumber('en', n)} cells were put right on screen.`,
    what: 'In the order of the file. What you undo goes from here as well.',
    column: 'Column',
    old: 'It said',
    now: 'Became',
    who: 'By',
    when: 'When',
    empty: 'empty',
    notKept: 'not kept',
    notKeptWhat: 'A date of birth, an own number and special personal data are not kept.',
    somebody: 'somebody else',
    gone: 'The list of what was put right was thrown away after a good year.',
    undone: (n: number) =>
      n === 1
        ? 'One cell had been put right on screen. That is gone as well.'
        : `${formatNumber('en', n)} cells had been put right on screen. That is gone as well.`,
  },
})
