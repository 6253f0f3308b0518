import { defineRefusals } from '../refusal.ts'

export const steunfiguurRefusals = defineRefusals({
  'steunfiguur-kind': {
    nl: () => 'Kies wie dit voor het kind is.',
    en: () => 'Choose who this is for the child.',
  },
  'steunfiguur-called': {
    nl: (given) =>
      `Vul in hoe het kind deze persoon noemt, in hoogstens ${given.most} tekens. Geen nummer of e-mailadres.`,
    en: (given) =>
      `Fill in what the child calls this person, in ${given.most} characters at most. No number or e-mail address.`,
  },
  'steunfiguur-organisation': {
    nl: (given) => `Vul in van welke organisatie deze persoon komt, in hoogstens ${given.most} tekens.`,
    en: (given) => `Fill in from which organisation this person comes, in ${given.most} characters at most.`,
  },
  'steunfiguur-private': {
    nl: () => 'Bij familie, een buur of een vriend bewaren we geen organisatie. Maak dit leeg.',
    en: () => 'Of family, a neighbour or a friend we keep no organisation. Leave this empty.',
  },
  'steunfiguur-not-agreed': {
    nl: () => 'Alleen als het kind zelf ja zegt, koppel je iemand. Vraag het eerst aan het kind. Er is niets bewaard.',
    en: () => 'You link somebody only when the child itself says yes. Ask the child first. Nothing was saved.',
  },
  'steunfiguur-agreed-how': {
    nl: () => 'Kies hoe het kind ja zei.',
    en: () => 'Choose how the child said yes.',
  },
  'steunfiguur-agreed-day': {
    nl: () => 'Vul in op welke dag het kind ja zei.',
    en: () => 'Fill in on which day the child said yes.',
  },
  'steunfiguur-agreed-later': {
    nl: () => 'Het kind zegt ja vóór het begint. Kies een eerste dag op of na de dag van de ja.',
    en: () => 'The child says yes before it begins. Choose a first day on or after the day of the yes.',
  },
  'steunfiguur-start': {
    nl: () => 'Vul in vanaf welke dag deze persoon er voor het kind is.',
    en: () => 'Fill in from which day this person is there for the child.',
  },
  'steunfiguur-twice': {
    nl: () =>
      'Deze persoon staat er op die dag al. Is het iemand anders? Gebruik dan een naam die het kind verschil laat zien, zoals oma van papa.',
    en: () =>
      'This person is there on that day already. Is it somebody else? Then use a name that tells the two apart, such as grandma of dad.',
  },
  'steunfiguur-end': {
    nl: () => 'Vul de laatste dag in.',
    en: () => 'Fill in the last day.',
  },
  'steunfiguur-end-early': {
    nl: () => 'De laatste dag kan niet voor de eerste dag liggen.',
    en: () => 'The last day cannot be before the first day.',
  },
  'steunfiguur-ended': {
    nl: () => 'Van deze persoon is al een laatste dag bewaard.',
    en: () => 'A last day of this person was saved already.',
  },
  'referral-not-agreed': {
    nl: () => 'Verwijs alleen als het kind het zelf wil. Vraag het eerst aan het kind. Er is niets bewaard.',
    en: () => 'Refer only when the child itself wants it. Ask the child first. Nothing was saved.',
  },
  'referral-organisation': {
    nl: (given) => `Vul in naar welke organisatie je verwees, in hoogstens ${given.most} tekens.`,
    en: (given) => `Fill in to which organisation you referred, in ${given.most} characters at most.`,
  },
  'referral-result-early': {
    nl: () => 'Deze dag ligt voor de dag van de verwijzing. Kies een latere dag.',
    en: () => 'This day is before the day of the referral. Choose a later day.',
  },
})
