import { defineWords } from './words.ts'

/** Looking for something in the public pages. */
export const findWords = defineWords({
  nl: {
    windowTitle: 'Zoeken - Voorveld',
    title: 'Zoek op deze site',
    lead: 'Schrijf het zoals je het zou zeggen. Een tikfout geeft niet.',
    field: 'Waar zoek je naar?',
    hint: 'We bewaren niet wat je zoekt.',
    button: 'Zoek',
    short: 'Typ minstens twee letters.',
    found: (n: number) => (n === 1 ? 'Eén pagina gevonden' : `${n} pagina’s gevonden`),
    instead: (words: string) => `We zochten ook op: ${words}.`,
    offers: 'Hulp met deze naam',
    nothing: 'Niets gevonden',
    nothingHow: 'Zoek op één woord, of op een ander woord. Je kunt ook dit doen:',
    nothingEntrances: 'Kies een ingang op de voorpagina',
    nothingAsk: 'Stel je vraag aan iemand die meedenkt',
    nothingDanger: 'Niet veilig thuis? Kijk wie je nu kunt bellen',
  },
  en: {
    windowTitle: 'Search - Voorveld',
    title: 'Search this site',
    lead: 'Write it as you would say it. A typing error does not matter.',
    field: 'What are you looking for?',
    hint: 'We do not keep what you look for.',
    button: 'Search',
    short: 'Type at least two letters.',
    found: (n: number) => (n === 1 ? 'One page found' : `${n} pages found`),
    instead: (words: string) => `We looked for this too: ${words}.`,
    offers: 'Help of this name',
    nothing: 'Nothing found',
    nothingHow: 'Search for one word, or for another word. You can also do this:',
    nothingEntrances: 'Choose a way in on the front page',
    nothingAsk: 'Ask your question to somebody who thinks along',
    nothingDanger: 'Not safe at home? See whom you can call now',
  },
})
