import { defineWords } from './words.ts'

/** Finding people and notes. */
export const searchWords = defineWords({
  nl: {
    title: 'Zoeken',
    lead: 'Je zoekt in wat je zelf mag zien: namen en notities.',
    field: 'Naam of woorden uit een notitie',
    button: 'Zoek',
    found: (n: number) => (n === 1 ? '1 gevonden' : `${n} gevonden`),
    nothing: 'Niets gevonden',
    nothingWhat: 'Controleer hoe je het schreef, of zoek op één woord. Andere dossiers dan de jouwe doorzoek je niet.',
    short: 'Typ minstens twee letters.',
    kinds: { file: 'Dossier', trajectory: 'Traject', note: 'Notitie' },
    nameless: 'Zonder naam',
  },
  en: {
    title: 'Search',
    lead: 'You search what you may see yourself: names and notes.',
    field: 'Name, or words from a note',
    button: 'Search',
    found: (n: number) => `${n} found`,
    nothing: 'Nothing found',
    nothingWhat: 'Check how you wrote it, or search for one word. You do not search other files than your own.',
    short: 'Type at least two letters.',
    kinds: { file: 'File', trajectory: 'Trajectory', note: 'Note' },
    nameless: 'No name',
  },
})
