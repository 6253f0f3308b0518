import { defineWords } from './words.ts'

/** What a translation lost or added against its Dutch text. */
export const translationLostWords = defineWords({
  nl: {
    about:
      'Neem alles hier over van de Nederlandse tekst. Ook de dag van nakijken, de feiten en de pagina’s die erbij horen.',
    sources: 'De bronnen moeten dezelfde zijn als bij de Nederlandse tekst.',
    named: 'Er is een nummer of een feit bij gekomen of weggevallen. Zet dezelfde in de tekst als in de Nederlandse.',
    links: 'Er is een link bij gekomen of weggevallen. Zet dezelfde links in de tekst als in de Nederlandse.',
    blocks:
      'De koppen, alinea’s of lijsten zijn anders dan in de Nederlandse tekst. Maak er evenveel, in dezelfde volgorde.',
  },
  en: {
    about:
      'Take everything here from the Dutch text. Also the day to look again, the facts and the pages that belong to it.',
    sources: 'The sources have to be the same as with the Dutch text.',
    named: 'A number or a fact was added or went missing. Put the same ones in the text as in the Dutch one.',
    links: 'A link was added or went missing. Put the same links in the text as in the Dutch one.',
    blocks: 'The headings, paragraphs or lists differ from the Dutch text. Make as many of them, in the same order.',
  },
})
