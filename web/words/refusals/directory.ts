import { defineRefusals } from '../refusal.ts'

/** Choosing from the local offer, and keeping it. */
export const directoryRefusals = defineRefusals({
  'offer-field-wrong': {
    nl: () => 'Dit veld klopt nog niet. Kijk wat erbij staat, en vul het opnieuw in. Er is niets bewaard.',
    en: () => 'This field is not right yet. See what stands beside it and fill it in again. Nothing was kept.',
  },
  'offer-age-wrong': {
    nl: (given) =>
      `Vul een leeftijd in van 0 tot en met ${given.oldest}, of laat het leeg. De rest van je keuze staat er nog.`,
    en: (given) =>
      `Fill in an age from 0 to ${given.oldest}, or leave it empty. The rest of your choice is still there.`,
  },
  'offer-village-unknown': {
    nl: () => 'Dit dorp hoort niet bij deze gemeente. Kies een dorp uit de lijst.',
    en: () => 'This village is not of this municipality. Choose one from the list.',
  },
  'offer-programme-unknown': {
    nl: () => 'Dit programma kennen we hier niet. Kies een programma uit de lijst.',
    en: () => 'We do not know this programme here. Choose one from the list.',
  },
  'offer-ends-first': {
    nl: () => 'De laatste dag ligt vóór de eerste dag. Kies een latere dag.',
    en: () => 'The last day comes before the first day. Choose a later day.',
  },
  'offer-checked-ahead': {
    nl: () => 'Nagekeken op een dag die nog komt, dat kan niet. Kies vandaag of eerder.',
    en: () => 'It cannot be checked on a day to come. Choose today or earlier.',
  },
  'offer-no-step': {
    nl: () => 'Deze kaart staat al zo. Er is niets veranderd.',
    en: () => 'This card stands like that already. Nothing changed.',
  },
  'offer-not-public': {
    nl: () => 'Deze kaart staat niet op de site. Maak hem eerst openbaar. Daarna kun je de aanbieder mailen.',
    en: () => 'This card is not on the site. Make it public first. After that you can mail the provider.',
  },
  'offer-no-address': {
    nl: () => 'Op deze kaart staat geen e-mailadres. Bel de aanbieder, of vul een e-mailadres in.',
    en: () => 'There is no e-mail address on this card. Call the provider, or fill in an address.',
  },
  'offer-asked-today': {
    nl: () => 'De aanbieder kreeg vandaag al een mail. Wacht op antwoord, of bel.',
    en: () => 'The provider got a mail today already. Wait for an answer, or call.',
  },
  'offer-link-over': {
    nl: () => 'Deze link werkt niet meer. Er is niets veranderd.',
    en: () => 'This link no longer works. Nothing was changed.',
  },
  'offer-remark-empty': {
    nl: () => 'Schrijf op wat er anders moet. Klopt alles? Kies dan “Het klopt”.',
    en: () => 'Write what has to be different. Is everything right? Then choose “It is right”.',
  },
  'offer-remark-long': {
    nl: (given) => `Dit is te lang. Schrijf hoogstens ${given.most} tekens. Je tekst staat er nog.`,
    en: (given) => `This is too long. Write at most ${given.most} characters. Your text is still there.`,
  },
  'offer-file-absent': {
    nl: (given) => `Het bestand ${given.file} kunnen we niet lezen. Kijk of de naam klopt.`,
    en: (given) => `We cannot read the file ${given.file}. Check its name.`,
  },
  'offer-file-unwritable': {
    nl: (given) => `In ${given.file} kunnen we niet schrijven. Kies een andere plek.`,
    en: (given) => `We cannot write to ${given.file}. Choose another place.`,
  },
  'offer-domain-unknown': {
    nl: (given) => `Dit kennen we niet. Kies uit: ${given.codes}.`,
    en: (given) => `We do not know this. Choose from: ${given.codes}.`,
  },
  'offer-file-none': {
    nl: () => 'Kies eerst een bestand. Er is niets veranderd.',
    en: () => 'Choose a file first. Nothing was changed.',
  },
  'offer-file-large': {
    nl: (given) => `Dit bestand is te groot. Het mag hoogstens ${given.most} MB zijn. Er is niets veranderd.`,
    en: (given) => `This file is too large. It may have ${given.most} MB at most. Nothing was changed.`,
  },
  'offer-file-unreadable': {
    nl: () =>
      'Dit bestand kunnen we niet lezen. Kies een bestand in de vorm van HSDS 3.0 (JSON). Er is niets veranderd.',
    en: () => 'We cannot read this file. Choose a file in the form of HSDS 3.0 (JSON). Nothing was changed.',
  },
  'offer-file-faulty': {
    nl: (given) =>
      `In dit bestand klopt iets niet, op ${given.faults} plekken. De eerste plek is ${given.at}. Er is niets veranderd.`,
    en: (given) =>
      `Something in this file is not right, in ${given.faults} places. The first is ${given.at}. Nothing was changed.`,
  },
})
