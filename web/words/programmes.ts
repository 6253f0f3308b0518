import { defineWords } from './words.ts'

/** What the command line says about programmes and their milestones. */
export const programmeWords = defineWords({
  nl: {
    added: (name: string, version: number) => `${name}, versie ${version}, is gepubliceerd.`,
    known: (name: string, version: number) => `${name}, versie ${version}, stond er al en is niet veranderd.`,
    correct: (name: string, version: number) => `${name}, versie ${version}: geen fouten gevonden.`,
    faulty: (count: number) => `Fouten: ${count}. Er is niets gepubliceerd.`,
    atStart: 'het hele bestand',
    until: 'tot en met',
  },
  en: {
    added: (name: string, version: number) => `${name}, version ${version}, is published.`,
    known: (name: string, version: number) => `${name}, version ${version}, stood there already and did not change.`,
    correct: (name: string, version: number) => `${name}, version ${version}: no faults found.`,
    faulty: (count: number) => `Faults: ${count}. Nothing was published.`,
    atStart: 'the whole file',
    until: 'to',
  },
})
