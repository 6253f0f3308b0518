import { defineRefusals } from '../refusal.ts'

/** Amounts that somebody types, and keeping the values of schemes. */
export const moneyRefusals = defineRefusals({
  'amount-unreadable': {
    nl: () => 'Schrijf het bedrag in cijfers, bijvoorbeeld 1650 of 1.650,50.',
    en: () => 'Write the amount in figures, such as 1650 or 1,650.50.',
  },
  'amount-below-nothing': {
    nl: () => 'Het bedrag is minder dan nul. Komt er niets binnen? Vul dan 0 in.',
    en: () => 'The amount is below zero. Does nothing come in? Then fill in 0.',
  },
  'amount-too-large': {
    nl: () => 'Dit bedrag is wel heel groot. Kijk of er geen cijfer te veel staat.',
    en: () => 'This amount is very large. See whether there is a figure too many.',
  },
  'children-no-ages': {
    nl: () => 'Schrijf hoe oud de kinderen zijn, met een komma ertussen. Bijvoorbeeld: 4, 9 en 14.',
    en: () => 'Write how old the children are, with a comma between them. For example: 4, 9 and 14.',
  },
  'children-too-many': {
    nl: (given) => `Hier passen hoogstens ${given.most} kinderen. Bel ons als het er meer zijn.`,
    en: (given) => `There is room for at most ${given.most} children. Call us when there are more.`,
  },
  'rising-needs-income': {
    nl: () => 'Vul je inkomen in als bedrag. Ongeveer is genoeg.',
    en: () => 'Fill in your income as an amount. About is enough.',
  },
  'value-day': {
    nl: () => 'Vul een dag in die bestaat. Een bedrag heeft altijd een eerste en een laatste dag.',
    en: () => 'Fill in a day that exists. An amount always has a first and a last day.',
  },
  'value-days-order': {
    nl: () => 'De laatste dag ligt vóór de eerste. Verander een van de twee.',
    en: () => 'The last day is before the first. Change one of the two.',
  },
  'value-checked': {
    nl: () => 'Vul de dag in waarop iemand dit nakeek. Die dag ligt niet in de toekomst.',
    en: () => 'Fill in the day on which somebody checked this. That day is not in the future.',
  },
  'value-source': {
    nl: () => 'Vul in waar dit staat, bijvoorbeeld het besluit of de site.',
    en: () => 'Fill in where this stands, such as the decision or the site.',
  },
  'value-status': {
    nl: () => 'Kies hoe zeker dit bedrag is.',
    en: () => 'Choose how sure this amount is.',
  },
  'value-text-long': {
    nl: (given) => `Deze tekst is te lang. Er passen ${given.most} tekens in.`,
    en: (given) => `This text is too long. There is room for ${given.most} characters.`,
  },
  'scheme-empty': {
    nl: () => 'Vul dit in. Iedereen leest het op de pagina van de regeling.',
    en: () => 'Fill this in. Everyone reads it on the page of the scheme.',
  },
  'scheme-lines': {
    nl: (given) => `Dit zijn te veel regels. Er passen er ${given.most}.`,
    en: (given) => `These are too many lines. There is room for ${given.most}.`,
  },
  'scheme-uneven': {
    nl: (given) => `Schrijf in het Engels evenveel regels als in het Nederlands: ${given.lines}.`,
    en: (given) => `Write as many lines in English as in Dutch: ${given.lines}.`,
  },
  'scheme-review': {
    nl: () => 'Vul een dag na vandaag in waarop iemand dit opnieuw bekijkt.',
    en: () => 'Fill in a day after today on which somebody looks at this again.',
  },
  'scheme-many': {
    nl: (given) => `Er passen ${given.most} eigen regelingen. Haal er eerst een weg.`,
    en: (given) => `There is room for ${given.most} own schemes. Take one away first.`,
  },
  'value-none-chosen': {
    nl: () => 'Kies hier minstens één antwoord.',
    en: () => 'Choose at least one answer here.',
  },
  'value-both-languages': {
    nl: () => 'Schrijf dit in het Nederlands en in het Engels, of laat beide leeg.',
    en: () => 'Write this in Dutch and in English, or leave both empty.',
  },
  'value-percent': {
    nl: (given) => `Schrijf een heel getal van ${given.from} tot en met ${given.to}, of laat het leeg.`,
    en: (given) => `Write a whole number from ${given.from} up to ${given.to}, or leave it empty.`,
  },
  'value-children': {
    nl: (given) => `Schrijf twee leeftijden van 0 tot en met ${given.most}, de jongste eerst. Of laat beide leeg.`,
    en: (given) => `Write two ages from 0 up to ${given.most}, the youngest first. Or leave both empty.`,
  },
  'value-overlaps': {
    nl: () => 'Deze periode valt samen met een andere. Eén dag kan maar één bedrag hebben. Verander de dagen.',
    en: () => 'This period overlaps another one. One day can have only one amount. Change the days.',
  },
  'examples-changed': {
    nl: () =>
      'Voor voorbeeldgezinnen verandert er iets. Bekijk dat, en kruis aan dat het klopt. Er is nog niets openbaar.',
    en: () => 'Something changes for example households. Look at it, and tick that it is right. Nothing is public yet.',
  },
  'money-nothing-to-publish': {
    nl: () => 'Er is niets veranderd, dus er is niets om openbaar te maken.',
    en: () => 'Nothing was changed, so there is nothing to make public.',
  },
  'money-rules-faulty': {
    nl: (given) => `In dit bestand klopt iets niet, bij ${given.where}. Er is niets bewaard.`,
    en: (given) => `Something in this file is not right, at ${given.where}. Nothing was kept.`,
  },
  'contact-empty': {
    nl: () => 'Vul dit in. Zonder dit weten mensen niet waar ze moeten zijn.',
    en: () => 'Fill this in. Without it people do not know where to go.',
  },
  'contact-long': {
    nl: (given) => `Deze tekst is te lang. Er passen ${given.most} tekens in.`,
    en: (given) => `This text is too long. There is room for ${given.most} characters.`,
  },
  'contact-phone': {
    nl: () => 'Dit lijkt geen telefoonnummer. Vul alleen cijfers in, met spaties of streepjes ertussen.',
    en: () => 'This does not look like a phone number. Fill in figures only, with spaces or hyphens between them.',
  },
  'contact-mail': {
    nl: () => 'Dit lijkt geen e-mailadres. Kijk of er een @ in staat.',
    en: () => 'This does not look like an e-mail address. See whether it has an @.',
  },
  'contact-no-way': {
    nl: () => 'Vul minstens één manier in: bellen, mailen of binnenlopen.',
    en: () => 'Fill in at least one way: calling, mailing or walking in.',
  },
  'contact-day': {
    nl: () => 'Vul de dag in waarop iemand dit nakeek. Die dag ligt niet in de toekomst.',
    en: () => 'Fill in the day on which somebody checked this. That day is not in the future.',
  },
})
