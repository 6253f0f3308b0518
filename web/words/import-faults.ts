import type { Expected, Fault } from '../../capabilities/imports/fault.ts'
import { parseDay } from '../../foundation/day.ts'
import { formatDay, formatNumber } from './format.ts'
import type { Lang } from './words.ts'

/** What is wrong with a cell, and what to do about it. */
export type FaultInWords = { readonly what: string; readonly todo: string }

type Given = (name: string) => string
type InWords = (given: Given) => readonly [what: string, todo: string]

export const importFaults: Readonly<Record<Lang, Readonly<Record<Expected, InWords>>>> = {
  nl: {
    'cells-as-header': (given) => [
      'Deze regel past niet op de kolommen.',
      `Er zijn ${given('columns')} kolommen en hier staan ${given('found')} vakjes. Staat er een scheidingsteken te veel of te weinig?`,
    ],
    'formula-value': () => ['Hier staat een formule zonder uitkomst.', 'Vul hier in wat er moet staan.'],
    answer: (given) => ['Hier ontbreekt een antwoord.', `Vul in: ${given('question')}`],
    village: (given) => ['Deze kern kennen we niet.', `De kernen in deze gemeente zijn ${given('villages')}.`],
    'village-perhaps': (given) => ['Deze kern kennen we niet.', `Bedoel je ${given('village')}?`],
    ages: () => [
      'Hier ontbreken de leeftijden.',
      'Vul van elk kind de leeftijd in jaren in, of de weken zwangerschap. Bijvoorbeeld 2, 7 en 9.',
    ],
    'age-in-years': () => [
      'Dit is geen leeftijd.',
      'Schrijf hele jaren, bijvoorbeeld 2, 7 en 9, of 8 maanden, of 28 weken zwanger.',
    ],
    'age-plausible': (given) => ['Deze leeftijd klopt niet.', `Een kind is hier 0 tot en met ${given('oldest')} jaar.`],
    'ages-no-birth-date': () => ['Dit lijkt een geboortedatum.', 'Die bewaren we niet. Schrijf de leeftijd in jaren.'],
    'ages-one-by-one': () => [
      'Is dit één kind, of zijn het er twee?',
      'Zet een komma tussen de kinderen: 3, 8 maanden. Of schrijf alleen de jaren: 3.',
    ],
    'pregnancy-weeks': (given) => [
      'Hoeveel weken zwangerschap?',
      `Schrijf bijvoorbeeld 28 weken zwanger (1 tot en met ${given('most')}), of 6 weken oud.`,
    ],
    'fewer-children': (given) => [
      'Dit zijn te veel kinderen voor één gezin.',
      `Er passen er ${given('most')} op een regel.`,
    ],
    day: () => ['Dit is geen dag.', 'Schrijf bijvoorbeeld 31-12-2025.'],
    'day-that-exists': () => ['Deze dag bestaat niet.', 'Kijk dag, maand en jaar na.'],
    'day-not-later': (given) => ['Deze dag moet nog komen.', `Schrijf een dag tot en met ${given('today')}.`],
    number: () => ['Dit is geen getal.', 'Schrijf alleen cijfers, bijvoorbeeld 12 of 2,5.'],
    'yes-or-no': () => ['Dit is geen ja of nee.', 'Schrijf ja, nee of onbekend.'],
    'one-of': (given) => ['Dit kunnen we niet plaatsen.', `Kies uit: ${given('options')}.`],
    'short-words': (given) => [
      'Deze tekst is te lang.',
      `Schrijf een trefwoord van hoogstens ${given('most')} tekens. Een verhaal hoort in het dossier.`,
    ],
    status: (given) => ['Deze status kennen we niet.', `Kies uit: ${given('options')}.`],
    'key-once': (given) => [
      'Dit nummer staat er twee keer in.',
      `Het staat ook op regel ${given('row')}. Elk gezin heeft een eigen nummer.`,
    ],
    'short-key': (given) => ['Dit nummer is te lang.', `Het heeft hoogstens ${given('most')} tekens.`],
  },
  en: {
    'cells-as-header': (given) => [
      'This row does not fit the columns.',
      `There are ${given('columns')} columns and here are ${given('found')} cells. Is there a delimiter too many or too few?`,
    ],
    'formula-value': () => ['Here is a formula without a value.', 'Fill in what should stand here.'],
    answer: (given) => ['An answer is missing here.', `Fill in: ${given('question')}`],
    village: (given) => ['We do not know this village.', `The villages of this municipality are ${given('villages')}.`],
    'village-perhaps': (given) => ['We do not know this village.', `Do you mean ${given('village')}?`],
    ages: () => [
      'The ages are missing here.',
      'Fill in the age of each child in years, or the weeks of pregnancy. For example 2, 7, 9.',
    ],
    'age-in-years': () => [
      'This is no age.',
      'Write whole years, for example 2, 7, 9, or 8 months, or 28 weeks pregnant.',
    ],
    'age-plausible': (given) => ['This age cannot be right.', `A child here is 0 to ${given('oldest')} years old.`],
    'ages-no-birth-date': () => ['This looks like a date of birth.', 'We do not keep those. Write the age in years.'],
    'ages-one-by-one': () => [
      'Is this one child, or two?',
      'Put a comma between children: 3, 8 months. Or write the years alone: 3.',
    ],
    'pregnancy-weeks': (given) => [
      'How many weeks of pregnancy?',
      `Write for example 28 weeks pregnant (1 to ${given('most')}), or 6 weeks old.`,
    ],
    'fewer-children': (given) => ['These are too many children for one family.', `A row takes ${given('most')}.`],
    day: () => ['This is no day.', 'Write for example 31-12-2025.'],
    'day-that-exists': () => ['This day does not exist.', 'Check day, month and year.'],
    'day-not-later': (given) => ['This day is still to come.', `Write a day up to ${given('today')}.`],
    number: () => ['This is no number.', 'Write digits only, for example 12 or 2.5.'],
    'yes-or-no': () => ['This is no yes or no.', 'Write yes, no or unknown.'],
    'one-of': (given) => ['We cannot place this.', `Choose from: ${given('options')}.`],
    'short-words': (given) => [
      'This text is too long.',
      `Write a key word of at most ${given('most')} characters. A story belongs in the file of the family.`,
    ],
    status: (given) => ['We do not know this status.', `Choose from: ${given('options')}.`],
    'key-once': (given) => [
      'This number is there twice.',
      `It also stands on line ${given('row')}. Each family has a number of its own.`,
    ],
    'short-key': (given) => ['This number is too long.', `It has at most ${given('most')} characters.`],
  },
}

/** A fault of a row in the reader's language: what is wrong, and what to do. */
export function faultInWords(lang: Lang, fault: Fault): FaultInWords {
  const [what, todo] = importFaults[lang][fault.expected]((name) => filledIn(lang, fault.with?.[name]))
  return { what, todo }
}

/** The same as one text, as the command line and the file with explanations give it. */
export function faultSentence(lang: Lang, fault: Fault): string {
  const { what, todo } = faultInWords(lang, fault)
  return `${what} ${todo}`
}

function filledIn(lang: Lang, value: NonNullable<Fault['with']>[string] | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return formatNumber(lang, value)
  if (typeof value === 'object') return value[lang]
  const on = parseDay(value)
  return on === undefined ? value : formatDay(lang, on, 'plain')
}
