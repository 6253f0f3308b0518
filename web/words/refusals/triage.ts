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
  'triage-grade-first': {
    nl: () => 'Kies eerst hoe zwaar de vraag is. Daarna kun je een traject starten.',
    en: () => 'First choose how heavy the question is. Then you can start a trajectory.',
  },
  'triage-information-needs-no-case': {
    nl: () =>
      'Bij A is informatie genoeg: rond de vraag af met Beantwoord. Is er toch meer nodig? Verander dan eerst de zwaarte.',
    en: () => 'With A information is enough: finish with Answered. Is more needed after all? Change the grade first.',
  },
  'triage-provision-elsewhere': {
    nl: () => 'Dit aanbod is er niet in de gemeente van de vraag. Kies een ander aanbod.',
    en: () => 'This provision is not in the municipality of the question. Choose another.',
  },
})
