import { defineRefusals } from '../refusal.ts'

export const sharingRefusals = defineRefusals({
  'sharing-place': {
    nl: () => 'Kies waar deze collega werkt: een andere gemeente, of een andere organisatie.',
    en: () => 'Choose where this colleague works: another municipality, or another organisation.',
  },
  'sharing-receiver': {
    nl: () =>
      'Met dit adres kun je bij deze organisatie niets delen. Bel je collega, en kijk samen of het e-mailadres en de organisatie kloppen.',
    en: () =>
      'With this address nothing can be shared at this organisation. Call your colleague, and check the e-mail address and the organisation together.',
  },
  'sharing-there-is-one': {
    nl: () => 'Met deze collega deel je al iets. Trek dat eerst in als het anders moet.',
    en: () => 'You share something with this colleague already. Withdraw that first when it has to change.',
  },
  'sharing-ended-meanwhile': {
    nl: () =>
      'Dit stond net nog open en nu niet meer. Er is niets gelezen en niets aangenomen. Vraag het na bij wie met je deelde.',
    en: () =>
      'This was open just before and is not any more. Nothing was read and nothing was taken. Ask whoever shared it with you.',
  },
  'sharing-what': {
    nl: () => 'Kies wat je deelt.',
    en: () => 'Choose what you share.',
  },
  'sharing-purpose': {
    nl: (given) => `Schrijf in één zin waarvoor dit nodig is, in ${given.least} tot ${given.most} tekens.`,
    en: (given) => `Write in one sentence what this is needed for, in ${given.least} to ${given.most} characters.`,
  },
  'sharing-ground': {
    nl: () => 'Kies waarom delen mag: met toestemming, of voor de veiligheid.',
    en: () => 'Choose why sharing is allowed: with consent, or for safety.',
  },
  'sharing-consent': {
    nl: () => 'Vul in op welke dag de toestemming is gegeven, hoe en door wie.',
    en: () => 'Fill in on which day the consent was given, how and by whom.',
  },
  'sharing-consent-self': {
    nl: () => 'Een volwassene geeft zelf toestemming. Iemand anders kan dat niet doen.',
    en: () => 'An adult consents in person. Nobody else can do that.',
  },
  'sharing-safety-reason': {
    nl: (given) => `Schrijf op waarom het niet anders kan, in ${given.least} tot ${given.most} tekens.`,
    en: (given) => `Write down why there is no other way, in ${given.least} to ${given.most} characters.`,
  },
  'sharing-until': {
    nl: (given) => `Kies een laatste dag: vandaag of later, en hoogstens ${given.days} dagen vooruit.`,
    en: (given) => `Choose a last day: today or later, and at most ${given.days} days ahead.`,
  },
  'sharing-safety-stays': {
    nl: () =>
      'Dit is gedeeld voor de veiligheid. Dat kun je hier niet stoppen. Zeg het tegen iemand die jou helpt. Dan kijken jullie er samen naar.',
    en: () =>
      'This was shared for safety. You cannot stop that here. Tell somebody who helps you. Then you look at it together.',
  },
  'sharing-days': {
    nl: (given) => `Vul een heel aantal dagen in, van 1 tot ${given.most}.`,
    en: (given) => `Fill in a whole number of days, from 1 to ${given.most}.`,
  },
})
