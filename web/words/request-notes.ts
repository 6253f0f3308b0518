import { defineWords } from './words.ts'

/** What whoever has a request notes about it: what plays a part, and which help was looked at. */
export const requestNoteWords = defineWords({
  nl: {
    circumstances: {
      title: 'Wat speelt er?',
      lead: 'Leg alleen vast wat ter sprake kwam. De rest laat je open.',
      begin: 'Leg vast wat er speelt',
      none: 'Nog niets vastgelegd.',
      alwaysMoney: 'Nog niets vastgelegd. Vraag bij uit elkaar gaan altijd of er zorgen over geld zijn.',
    },
    ladder: {
      title: 'Oplossingsladder',
      lead: 'Van dichtbij en licht naar zwaar. Bekijk eerst wat bovenaan staat; wat je niet bekeek, laat je open.',
      begin: 'Leg vast welke hulp je bekeek',
      none: 'Nog niets bekeken.',
    },
    change: 'Vul aan of verander',
    save: 'Bewaar',
    back: 'Terug naar de vraag',
    earlier: 'Eerdere versies',
    now: 'Zo staat het nu',
    wanted: 'Dit wilde jij',
    again: 'Klopt het wat jij wilde? Bewaar dan nog een keer. Wat er nu staat blijft als eerdere versie.',
    nothing: 'Niets',
    whoReads: 'Wie kan dit lezen? Jij, de coördinator en de regisseur.',
  },
  en: {
    circumstances: {
      title: 'What plays a part?',
      lead: 'Note only what came up. Leave the rest open.',
      begin: 'Note what plays a part',
      none: 'Nothing noted yet.',
      alwaysMoney: 'Nothing noted yet. About splitting up, always ask whether there are worries about money.',
    },
    ladder: {
      title: 'Solution ladder',
      lead: 'From near and light to heavy. First look at what stands on top; leave open what you did not look at.',
      begin: 'Note which help you looked at',
      none: 'Nothing looked at yet.',
    },
    change: 'Add or change',
    save: 'Save',
    back: 'Back to the question',
    earlier: 'Earlier versions',
    now: 'This is how it is now',
    wanted: 'This is what you wanted',
    again: 'Is what you wanted right? Then save once more. What stands there now stays as an earlier version.',
    nothing: 'Nothing',
    whoReads: 'Who can read this? You, the coordinator and the director.',
  },
})
