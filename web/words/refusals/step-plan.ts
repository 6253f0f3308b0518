import { defineRefusals } from '../refusal.ts'

/** Making steps, and keeping them. */
export const stepPlanRefusals = defineRefusals({
  'step-plan-faulty': {
    nl: (given) => `In dit stappenplan zit nog iets fout: ${given.faults}. Het is niet openbaar gemaakt.`,
    en: (given) => `This step plan still has something wrong: ${given.faults}. It was not published.`,
  },
  'step-plan-not-ready': {
    nl: () => 'Er klopt nog iets niet, dus dit is niet openbaar gemaakt. Hieronder staat wat, en waar je het herstelt.',
    en: () => 'Something is not right yet, so this was not published. Below it says what, and where you put it right.',
  },
  'step-plan-same': {
    nl: () => 'Dit is al openbaar. Er is niets om openbaar te maken.',
    en: () => 'This is public already. There is nothing to publish.',
  },
  'step-plan-name-needed': {
    nl: (given) => `Vul dit in twee talen in, elk hoogstens ${given.most} tekens.`,
    en: (given) => `Fill this in in two languages, ${given.most} characters at most each.`,
  },
  'step-plan-safety-stays': {
    nl: () =>
      'De vraag naar angst blijft: als eerste, voor iedereen, en met deze antwoorden. Zo blijft de weg van wie bang is veilig.',
    en: () =>
      'The question about fear stays: first, for everybody, and with these answers. That keeps the route of who is afraid safe.',
  },
  'step-plan-referred': {
    nl: () => 'Er is nog niets weggehaald. Hieronder staat waar dit nog genoemd wordt.',
    en: () => 'Nothing was taken away yet. Below it says where this is still named.',
  },
  'step-plan-safety-unread': {
    nl: () =>
      'De woorden van de vraag naar angst zijn anders. Lees ze nog eens, en zeg dat elk antwoord hetzelfde betekent. Er is niets openbaar gemaakt.',
    en: () =>
      'The words of the question about fear differ. Read them once more, and say that each answer means the same. Nothing was published.',
  },
  'steps-code-unknown': {
    nl: () => 'Deze code kennen we niet, of de tijd is voorbij. Kijk of je elk teken goed overnam.',
    en: () => 'We do not know this code, or its time is over. See whether you copied each sign well.',
  },
  'steps-nothing-chosen': {
    nl: () => 'Kies minstens één ding dat je wilt delen. Of ga terug naar je stappen.',
    en: () => 'Choose at least one thing to share. Or go back to your steps.',
  },
  'steps-as-visitor': {
    nl: () => 'Stappen bewaren gaat zonder account. Laad de pagina opnieuw en probeer het nog eens.',
    en: () => 'Steps are kept without an account. Load the page again and try once more.',
  },
})
