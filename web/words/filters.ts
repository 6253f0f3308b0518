import { defineWords } from './words.ts'

/** Filters of the worklist that somebody saved. */
export const filterWords = defineWords({
  nl: {
    title: 'Jouw filters',
    name: 'Bewaar dit filter onder een naam',
    hint: 'Alleen jij ziet het. Gebruik geen naam van iemand.',
    save: 'Bewaar filter',
    change: 'Filters veranderen',
    nameOf: (name: string) => `Naam van “${name}”`,
    rename: 'Verander de naam',
    remove: 'Verwijder',
  },
  en: {
    title: 'Your filters',
    name: 'Save this filter under a name',
    hint: 'Only you see it. Do not use the name of a person.',
    save: 'Save filter',
    change: 'Change filters',
    nameOf: (name: string) => `Name of “${name}”`,
    rename: 'Rename',
    remove: 'Remove',
  },
})
