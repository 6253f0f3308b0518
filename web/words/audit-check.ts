import { defineWords } from './words.ts'

/** What the check of the audit log of every night found. */
export const auditCheckWords = defineWords({
  nl: {
    notYet: 'nog niet nagekeken',
    holds: (until: string) => `klopt, nagekeken tot ${until}`,
    holdsEmpty: 'klopt, er staat nog niets in',
    broken: (from: string) => `klopt niet vanaf ${from}`,
    brokenSomewhere: 'klopt niet',
    title: (state: string) => `Het logboek ${state}`,
    what: 'Iemand heeft buiten Voorveld om iets veranderd of weggehaald, of er is iets stuk. Het logboek bewijst nu niet meer wie wat deed.',
    toDo: 'Laat wie deze machine beheert meteen “voorveld audit verify” doen. Dat zegt wat er niet klopt. Verander verder niets, en bewaar de laatste reservekopieën.',
  },
  en: {
    notYet: 'not checked yet',
    holds: (until: string) => `holds, checked up to ${until}`,
    holdsEmpty: 'holds, there is nothing in it yet',
    broken: (from: string) => `does not hold from ${from}`,
    brokenSomewhere: 'does not hold',
    title: (state: string) => `The log ${state}`,
    what: 'Somebody changed or removed something outside Voorveld, or something is damaged. The log no longer proves who did what.',
    toDo: 'Have whoever runs this machine do “voorveld audit verify” at once. It says what does not hold. Change nothing else, and keep the last backups.',
  },
})
