import { defineWords } from './words.ts'

/** Taking back all that a file brought in. */
export const importUndoWords = defineWords({
  nl: {
    undoTitle: 'Ongedaan maken',
    undoWhat:
      'Alles uit dit bestand verdwijnt uit de lijsten en de cijfers van nu. Ook wat er later in die trajecten is genoteerd. Cijfers die je al vastlegde, veranderen niet. Daarna kun je het bestand opnieuw binnenhalen.',
    undo: 'Maak deze import ongedaan',
    undoing: 'We maken deze import ongedaan',
    undoingWhat: 'Je hoeft niet te wachten. Alle gezinnen uit dit bestand verdwijnen tegelijk uit de cijfers.',
    undoingLabel: 'Gezinnen terugnemen',
    undoingWords: 'Bij een groot bestand duurt dit tot een minuut.',
    undone: 'Deze import is ongedaan gemaakt',
    undoneWhat: 'De gezinnen uit dit bestand tellen niet meer mee. Je kunt het bestand opnieuw binnenhalen.',
  },
  en: {
    undoTitle: 'Undo',
    undoWhat:
      'Everything from this file disappears from the lists and figures of now. Also what was noted in those trajectories later. Figures you recorded before do not change. After that you can bring the file in again.',
    undo: 'Undo this import',
    undoing: 'We are undoing this import',
    undoingWhat: 'You need not wait. All families of this file leave the figures at the same moment.',
    undoingLabel: 'Taking families back',
    undoingWords: 'With a large file this takes up to a minute.',
    undone: 'This import was undone',
    undoneWhat: 'The families of this file no longer count. You can bring the file in again.',
  },
})
