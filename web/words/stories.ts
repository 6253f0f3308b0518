import { defineWords } from './words.ts'

/** Stories of residents beside texts, and what a teller reads behind the link on the paper. */
export const storyWords = defineWords({
  nl: {
    heading: 'Hoe het voor een ander was',
    by: (name: string) => `${name}, de naam is afgesproken met wie dit vertelde`,
    byNobody: 'Iemand die dit meemaakte',
    translated: 'Wij vertaalden dit verhaal.',
    windowTitle: 'Voorveld',
    title: 'Wil je je verhaal weghalen?',
    lead: 'Dat mag altijd. Je hoeft niet te zeggen waarom.',
    yours: 'Dit is het verhaal',
    what: 'Wat er gebeurt',
    whatText:
      'Druk je op de knop, dan halen we je verhaal meteen van de site en wissen we de tekst. Dat kan niet terug. We bewaren alleen dat er een verhaal was.',
    button: 'Haal mijn verhaal weg',
    gone: 'Je verhaal is weg',
    goneText:
      'Het staat niet meer op de site en de tekst is gewist. Een zoekmachine kan nog een paar dagen een oude tekst laten zien.',
    over: 'Deze link werkt niet',
    overText:
      'Misschien is je verhaal al weg, of staat er een fout in de link. Kijk nog eens op je papier. Lukt het niet? Bel de gemeente, dan halen zij het weg.',
    often: 'Wacht even',
  },
  en: {
    heading: 'What it was like for somebody else',
    by: (name: string) => `${name}, a name agreed with who told this`,
    byNobody: 'Somebody who went through this',
    translated: 'We translated this story.',
    windowTitle: 'Voorveld',
    title: 'Do you want to take your story away?',
    lead: 'You always may. You need not say why.',
    yours: 'This is the story',
    what: 'What happens',
    whatText:
      'When you press the button we take your story off the site at once and erase its text. That cannot be undone. We only keep that there was a story.',
    button: 'Take my story away',
    gone: 'Your story is gone',
    goneText:
      'It is no longer on the site and its text was erased. A search engine may show an old text for a few more days.',
    over: 'This link does not work',
    overText:
      'Perhaps your story is gone already, or there is a mistake in the link. Look at your paper once more. Does it not work? Call the municipality and they take it away.',
    often: 'Please wait',
  },
})
