import { defineRefusals } from '../refusal.ts'

/** Writing and approving public pages. */
export const informationRefusals = defineRefusals({
  'public-page-unknown': {
    nl: (given) => `Er is geen pagina ${given.slug}. Kijk of het adres klopt.`,
    en: (given) => `There is no page ${given.slug}. Check the address.`,
  },
  'page-elsewhere': {
    nl: (given) => `Het adres ${given.slug} is al van een pagina voor een andere plek. Kies een ander adres.`,
    en: (given) => `The address ${given.slug} belongs to a page for another place. Choose another address.`,
  },
  'page-one-place': {
    nl: () => 'Een pagina is van één gemeente of van één regio. Kies één van de twee.',
    en: () => 'A page is of one municipality or of one region. Choose one of the two.',
  },
  'page-faulty': {
    nl: (given) =>
      `In de tekst zit nog iets fout, op ${given.faults} plekken. De eerste staat op regel ${given.line}: ${given.what}. Er is niets bewaard.`,
    en: (given) =>
      `The text still has something wrong, in ${given.faults} places. The first is on line ${given.line}: ${given.what}. Nothing was kept.`,
  },
  'page-day-past': {
    nl: () => 'Kies een dag na vandaag. Moet het nu? Zet de tekst dan meteen op de site.',
    en: () => 'Choose a day after today. Should it be now? Then put the text on the site at once.',
  },
  'page-state-unknown': {
    nl: () => 'Deze stand kennen we niet. Kies uit draft, tested, approved of retired.',
    en: () => 'We do not know this state. Choose draft, tested, approved or retired.',
  },
  'page-not-proofread': {
    nl: (given) =>
      `De vertaling van ${given.slug} is door een machine gemaakt. Laat eerst iemand die deze taal goed leest haar nakijken, met: page proofread.`,
    en: (given) =>
      `The translation of ${given.slug} was made by a machine. First have somebody who reads this language well check it, with: page proofread.`,
  },
  'page-nothing-to-proofread': {
    nl: (given) => `Er wacht geen vertaling van ${given.slug} in deze taal op iemand die haar nakijkt.`,
    en: (given) => `No translation of ${given.slug} in this language waits for somebody to check it.`,
  },
  'postcodes-wrong': {
    nl: () => 'Schrijf postcodes als vier cijfers of als reeks, bijvoorbeeld 7700-7715,7722.',
    en: () => 'Write postcodes as four figures or as a range, such as 7700-7715,7722.',
  },
  'opinion-too-many': {
    nl: (given) =>
      `Er kwamen te veel antwoorden tegelijk. Dit antwoord telt niet mee. Probeer het over ${given.minutes} minuten nog eens.`,
    en: (given) => `Too many answers came at once. This one does not count. Try again in ${given.minutes} minutes.`,
  },
  'visits-no-month': {
    nl: () => 'Dit is geen maand. Kies een maand uit de lijst.',
    en: () => 'This is no month. Choose a month from the list.',
  },
  'visits-month-runs': {
    nl: () => 'Deze maand is nog niet voorbij. Kies een maand die voorbij is.',
    en: () => 'This month is not over yet. Choose a month that is over.',
  },
  'page-language-unknown': {
    nl: () => 'Een pagina is er in het Nederlands (nl) en het Engels (en).',
    en: () => 'A page exists in Dutch (nl) and English (en).',
  },
  'page-file-unreadable': {
    nl: (given) => `Het bestand ${given.file} kunnen we niet lezen. Kijk of de naam klopt.`,
    en: (given) => `We cannot read the file ${given.file}. Check its name.`,
  },
  'page-no-step': {
    nl: (given) =>
      `Geen versie van ${given.slug} kan nu naar die stand. Een tekst wordt eerst getest, en daarna goedgekeurd.`,
    en: (given) =>
      `No version of ${given.slug} can go to that state now. A text is tested first, and approved after that.`,
  },
})
