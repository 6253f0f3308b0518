import type { Covers } from '../../capabilities/help-requests/handing-over/offers.ts'
import type { HandOverSubject } from '../../capabilities/programmes/definition.ts'
import { defineWords } from './words.ts'

/** Handing a request over to another provision of the municipality. */
export const handingOverWords = defineWords({
  nl: {
    title: 'Doorgeven',
    subjects: {
      separation: 'uit elkaar gaan',
      money: 'geld',
      housing: 'wonen',
      legal: 'regels en rechten',
      health: 'gezondheid',
      parenting: 'opvoeden',
      work: 'werk',
      safety: 'veiligheid',
      network: 'mensen om je heen',
    } satisfies Record<HandOverSubject, string>,
    offer: (subject: string, programme: string, organisation: string) =>
      `Er is ook een vraag over ${subject}. ${programme} (${organisation}) kan daarbij helpen.`,
    covers: 'Wat mag mee?',
    coversHint: 'Alleen wat je aankruist gaat mee. Wat jij erover vastlegde, blijft hier.',
    coverNames: {
      name: 'De naam',
      reach: 'Hoe en wanneer je veilig belt of mailt',
      words: 'De eigen woorden',
    } satisfies Record<Covers, string>,
    consent: 'Mag je dit doorgeven?',
    consentYes: 'Ja, dat heb ik gevraagd en het mag',
    give: (programme: string) => `Geef door aan ${programme}`,
    given: (programme: string, organisation: string, day: string) =>
      `Op ${day} doorgegeven aan ${programme} (${organisation}).`,
    received: (programme: string, organisation: string, day: string) =>
      `Op ${day} doorgegeven door ${programme} (${organisation}). De vrager vond dat goed.`,
    along: 'Dit mocht mee:',
    unmet: (subject: string) =>
      `Er is ook een vraag over ${subject}. In deze gemeente neemt nog niemand zo’n vraag van je over.`,
    beside: 'Dit is er wel. Kijk samen of het past:',
    besideNothing: 'Verder kennen we hier nog geen aanbod. Overleg met je coördinator wie kan helpen.',
    done: 'Doorgegeven. De vraag wacht daar nu op een collega. Hier blijft alles zoals het was.',
    elsewhere: 'een ander aanbod',
  },
  en: {
    title: 'Handing over',
    subjects: {
      separation: 'splitting up',
      money: 'money',
      housing: 'housing',
      legal: 'rules and rights',
      health: 'health',
      parenting: 'parenting',
      work: 'work',
      safety: 'safety',
      network: 'people around you',
    } satisfies Record<HandOverSubject, string>,
    offer: (subject: string, programme: string, organisation: string) =>
      `There is a question about ${subject} too. ${programme} (${organisation}) can help with that.`,
    covers: 'What may go along?',
    coversHint: 'Only what you tick goes along. What you noted about it stays here.',
    coverNames: {
      name: 'The name',
      reach: 'How and when to call or mail safely',
      words: 'The own words',
    } satisfies Record<Covers, string>,
    consent: 'May you hand this over?',
    consentYes: 'Yes, I asked and it is all right',
    give: (programme: string) => `Hand over to ${programme}`,
    given: (programme: string, organisation: string, day: string) =>
      `Handed over to ${programme} (${organisation}) on ${day}.`,
    received: (programme: string, organisation: string, day: string) =>
      `Handed over by ${programme} (${organisation}) on ${day}. The asker agreed to it.`,
    along: 'This was allowed to go along:',
    unmet: (subject: string) =>
      `There is a question about ${subject} too. In this municipality nobody takes such a question over from you yet.`,
    beside: 'This is what there is. See together whether it fits:',
    besideNothing: 'There is no other help here that we know of yet. Ask your coordinator who can help.',
    done: 'Handed over. The question now waits for a colleague there. Here everything stays as it was.',
    elsewhere: 'another provision',
  },
})
