import { defineRefusals } from '../refusal.ts'

export const triageRefusals = defineRefusals({
  'triage-grade-missing': {
    nl: () => 'Kies hoe zwaar de vraag is: A, B, C of D.',
    en: () => 'Choose how heavy the question is: A, B, C or D.',
  },
  'triage-grade-reason-missing': {
    nl: () => 'Schrijf in een paar woorden waarom je deze keuze maakt.',
    en: () => 'Write in a few words why you choose this.',
  },
  'triage-words-long': {
    nl: (given) => `Dit is te lang. Houd het bij ${given.most} tekens.`,
    en: (given) => `This is too long. Keep it within ${given.most} characters.`,
  },
  'triage-estimate-incomplete': {
    nl: () => 'Geef op beide vragen over veiligheid een antwoord. Weet je het niet? Kies dan: niet te beoordelen.',
    en: () => 'Answer both questions about safety. Do you not know? Then choose: could not be judged.',
  },
  'triage-because-missing': {
    nl: () => 'Schrijf waarom je het niet kon beoordelen.',
    en: () => 'Write why you could not judge it.',
  },
  'triage-estimate-missing': {
    nl: () =>
      'Deze vraag gaat over een scheiding. Leg eerst vast hoe je de veiligheid inschat. Daarna kun je verder; er is nog niets veranderd.',
    en: () =>
      'This question is about a separation. First note how you judge safety. Then you can go on; nothing was changed yet.',
  },
})
