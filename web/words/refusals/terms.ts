import { defineRefusals } from '../refusal.ts'

/** Names per municipality, and the words by which search finds pages. */
export const termRefusals = defineRefusals({
  'term-empty': {
    nl: () => 'Vul hier een naam in van minstens twee letters.',
    en: () => 'Fill in a name of at least two letters here.',
  },
  'term-no-name': {
    nl: () => 'Gebruik hier alleen letters, cijfers en gewone leestekens, en minstens twee.',
    en: () => 'Use only letters, figures and ordinary punctuation here, and at least two.',
  },
  'term-long': {
    nl: (given) => `Dit is te lang. Er passen ${given.most} tekens in.`,
    en: (given) => `This is too long. There is room for ${given.most} characters.`,
  },
  'term-article': {
    nl: () => 'Kies het lidwoord dat bij de naam hoort.',
    en: () => 'Choose the article that goes with the name.',
  },
  'term-explanation': {
    nl: () => 'Leg in één of twee zinnen uit wat het is.',
    en: () => 'Explain in one or two sentences what it is.',
  },
  'term-many': {
    nl: (given) => `Dit zijn te veel andere namen. Houd er hoogstens ${given.most}.`,
    en: (given) => `These are too many other names. Keep at most ${given.most}.`,
  },
  'term-taken': {
    nl: (given) => `“${given.name}” is hier al een naam van iets anders. Kies een andere naam.`,
    en: (given) => `“${given.name}” is a name of something else here already. Choose another name.`,
  },
  'synonym-language': {
    nl: () => 'Kies in welke taal mensen dit typen.',
    en: () => 'Choose in which language people type this.',
  },
  'synonym-empty': {
    nl: () => 'Vul hier een woord in van minstens twee letters.',
    en: () => 'Fill in a word of at least two letters here.',
  },
  'synonym-long': {
    nl: (given) => `Dit is te lang. Er passen ${given.most} tekens in.`,
    en: (given) => `This is too long. There is room for ${given.most} characters.`,
  },
  'synonym-same': {
    nl: () => 'Dit is hetzelfde woord. Vul het woord in dat op de pagina’s staat.',
    en: () => 'This is the same word. Fill in the word that stands on the pages.',
  },
  'synonym-nowhere': {
    nl: (given) => `Geen openbare pagina heeft “${given.word}”. Kies een woord dat op een pagina staat.`,
    en: (given) => `No public page has “${given.word}”. Choose a word that stands on a page.`,
  },
  'synonym-many': {
    nl: (given) => `Hier passen ${given.most} woorden. Haal eerst een woord weg.`,
    en: (given) => `There is room for ${given.most} words here. Take a word away first.`,
  },
})
