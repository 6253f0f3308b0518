import type { Day } from '../../foundation/day.ts'
import { formatDay } from './format.ts'
import { defineWords } from './words.ts'

/** Around the public pages: what stands beside, under and above a text. */
export const informationWords = defineWords({
  nl: {
    windowTitle: (title: string) => `${title} - Voorveld`,
    uncertain: 'In deze tekst staat iets dat nog niet is nagekeken. Daarom staat hij alleen in dit voorbeeld.',
    demo: 'Dit is een voorbeeld. De plaatsen en de hulp zijn verzonnen.',
    helpIn: (place: string) => `Hulp in ${place}`,
    helpNear: 'Hulp bij jou in de buurt',
    helpText: 'Praat met iemand die meedenkt. Dat is gratis, en je naam hoeft niet.',
    independent:
      'De deskundige die meedenkt, geeft raad los van de gemeente. Het is geen mediator en kiest geen partij.',
    ask: 'Stel je vraag',
    choose: 'Kies je gemeente',
    chooseText: 'Wil je zien welke hulp er bij jou in de buurt is?',
    offersHere: 'Wat hier te vinden is',
    notSafe: 'Niet veilig thuis?',
    callNow: 'Wie je nu kunt bellen',
    related: 'Lees ook',
    sources: 'Waar dit vandaan komt',
    sourceChecked: (day: Day) => `nagekeken op ${formatDay('nl', day, 'plain')}`,
    checkedOn: (day: Day) => `Deze tekst is voor het laatst nagekeken op ${formatDay('nl', day, 'plain')}.`,
    reviewOn: (day: Day) => `We kijken hem opnieuw na vóór ${formatDay('nl', day, 'plain')}.`,
    noSources: 'Deze tekst komt van ons zelf.',
    lineSite: (name: string) => `de site van ${name}`,
    history: 'Deze pagina blijft in de geschiedenis van je browser staan, zonder dat de naam iets verraadt.',
  },
  en: {
    windowTitle: (title: string) => `${title} - Voorveld`,
    uncertain: 'This text holds something that was not checked yet. So it stands in this demo only.',
    demo: 'This is an example. The places and the help are made up.',
    helpIn: (place: string) => `Help in ${place}`,
    helpNear: 'Help near you',
    helpText: 'Talk with somebody who thinks along. It is free, and no name is needed.',
    independent:
      'The expert who thinks along advises independently of the municipality. It is no mediator and takes no side.',
    ask: 'Ask your question',
    choose: 'Choose your municipality',
    chooseText: 'Would you like to see which help there is near you?',
    offersHere: 'What you find here',
    notSafe: 'Not safe at home?',
    callNow: 'Whom you can call now',
    related: 'Read as well',
    sources: 'Where this comes from',
    sourceChecked: (day: Day) => `checked on ${formatDay('en', day, 'plain')}`,
    checkedOn: (day: Day) => `This text was last checked on ${formatDay('en', day, 'plain')}.`,
    reviewOn: (day: Day) => `We check it again before ${formatDay('en', day, 'plain')}.`,
    noSources: 'This text is our own.',
    lineSite: (name: string) => `the site of ${name}`,
    history: 'This page stays in the history of your browser, under a name that tells nothing.',
  },
})
