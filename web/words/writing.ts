import { defineWords } from './words.ts'

/** Help with plain language while somebody writes. What stands between braces is filled in where the help works. */
export const writingWords = defineWords({
  nl: {
    title: 'Schrijfhulp',
    lead: 'Plak een tekst. Je ziet welke zinnen en woorden makkelijker kunnen.',
    privacy: 'We bewaren je tekst niet.',
    field: 'Je tekst',
    fieldHint: 'Met script aan gaat er niets naar de server: je browser kijkt zelf.',
    language: 'Taal van de tekst',
    languages: { nl: 'Nederlands', en: 'Engels' },
    englishHint: 'Bij Engels letten we alleen op lange zinnen.',
    look: 'Bekijk de tekst',
    result: 'Wat makkelijker kan',
    about: 'Wat deze hulp niet kan',
    aboutWhat:
      'De hulp telt woorden en kent een lijst. Of mensen je tekst begrijpen, weet je pas als je het ze vraagt. Laat hem dus ook lezen door een taalambassadeur.',
    sentences: {
      long: 'Deze zin heeft {n} woorden. Kan het korter?',
      tooLong: 'Deze zin heeft {n} woorden. Maak er twee van.',
      word: '‘{word}’ is moeilijk. Makkelijker is: {instead}.',
      passive: 'Wie doet dit? De zin zegt het niet: ‘{word}’.',
      nothing: 'Geen lange zinnen en geen moeilijke woorden gevonden.',
      noText: 'Er staat nog geen tekst.',
      count: '{n} dingen kunnen makkelijker.',
      countOne: 'Eén ding kan makkelijker.',
      more: 'En nog {n}. Die zie je als je de eerste hebt veranderd.',
      scores: 'Leescijfers: Flesch-Douma {douma}, Brouwer {brouwer}. Een zin heeft gemiddeld {mean} woorden.',
      scoresHard:
        'Leescijfers: Flesch-Douma {douma}, Brouwer {brouwer}. Dat is aan de moeilijke kant. Een zin heeft gemiddeld {mean} woorden.',
      limits:
        'Deze cijfers tellen alleen woorden en lettergrepen. Hoe hoger, hoe makkelijker. Ze zeggen niet of een tekst B1 is.',
    },
  },
  en: {
    title: 'Writing help',
    lead: 'Paste a text. You see which sentences and words can be easier.',
    privacy: 'We do not keep your text.',
    field: 'Your text',
    fieldHint: 'With script on nothing goes to the server: your browser looks by itself.',
    language: 'Language of the text',
    languages: { nl: 'Dutch', en: 'English' },
    englishHint: 'In English we only look at long sentences.',
    look: 'Look at the text',
    result: 'What can be easier',
    about: 'What this help cannot do',
    aboutWhat:
      'The help counts words and knows a list. Whether people understand your text you only know when you ask them. So let a language ambassador read it too.',
    sentences: {
      long: 'This sentence has {n} words. Can it be shorter?',
      tooLong: 'This sentence has {n} words. Make two of it.',
      word: '‘{word}’ is hard. Easier is: {instead}.',
      passive: 'Who does this? The sentence does not say: ‘{word}’.',
      nothing: 'No long sentences and no hard words found.',
      noText: 'There is no text yet.',
      count: '{n} things can be easier.',
      countOne: 'One thing can be easier.',
      more: 'And {n} more. You see those once you changed the first.',
      scores: 'Reading scores: Flesch-Douma {douma}, Brouwer {brouwer}. A sentence has {mean} words on average.',
      scoresHard:
        'Reading scores: Flesch-Douma {douma}, Brouwer {brouwer}. That is on the hard side. A sentence has {mean} words on average.',
      limits: 'These scores count words and syllables only. Higher is easier. They do not tell whether a text is B1.',
    },
  },
})
