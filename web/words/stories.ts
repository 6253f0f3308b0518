import { minutesIn } from '../../capabilities/participation/stories/told.ts'
import { defineWords } from './words.ts'

const lengthIn = (
  length: number,
  minute: readonly [string, string],
  second: readonly [string, string],
  and: string,
): string => {
  const { minutes, seconds } = minutesIn(length)
  const told = (n: number, [one, more]: readonly [string, string]) => (n === 0 ? [] : [`${n} ${n === 1 ? one : more}`])
  return [...told(minutes, minute), ...told(seconds, second)].join(and)
}

/** Stories of residents beside texts, and what a teller reads behind the link on the paper. */
export const storyWords = defineWords({
  nl: {
    heading: 'Hoe het voor een ander was',
    by: (name: string) => `${name}, de naam is afgesproken met wie dit vertelde`,
    byNobody: 'Iemand die dit meemaakte',
    translated: 'Wij vertaalden dit verhaal.',
    readTalk: 'Lees het gesprek',
    readFilm: 'Lees alles wat er in de film wordt gezegd',
    watch: (host: string) => `Bekijk de film op ${host}`,
    film: (length: number) =>
      `De film duurt ${lengthIn(length, ['minuut', 'minuten'], ['seconde', 'seconden'], ' en ')}. Er staat ondertiteling bij.`,
    leaving: (host: string) => `Je gaat dan naar een andere site. ${host} kan zien dat je komt.`,
    filmElsewhere: (host: string) =>
      `De film staat op ${host}. Met de knop gaat de link van onze site. Wil je dat de film daar ook weggaat? Bel de gemeente, die vraagt dat voor je.`,
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
    readTalk: 'Read the talk',
    readFilm: 'Read all that is said in the film',
    watch: (host: string) => `Watch the film on ${host}`,
    film: (length: number) =>
      `The film takes ${lengthIn(length, ['minute', 'minutes'], ['second', 'seconds'], ' and ')}. It has captions.`,
    leaving: (host: string) => `You then go to another site. ${host} can see that you come.`,
    filmElsewhere: (host: string) =>
      `The film stands on ${host}. The button takes the link off our site. Do you want the film to go there too? Call the municipality and they ask for it.`,
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
