import type { Alike } from '../../capabilities/help-requests/matches/alike.ts'
import type { Decision } from '../../capabilities/help-requests/matches/match.ts'
import { defineWords } from './words.ts'

/** That a request looks like somebody we know already. */
export const matchWords = defineWords({
  nl: {
    title: 'Kennen we dit gezin al?',
    person: (name: string | undefined) =>
      name === undefined
        ? 'Lijkt op iemand uit een gezin dat hier al hulp krijgt.'
        : `Lijkt op ${name}, die hier al hulp krijgt.`,
    request: 'Lijkt op een vraag die eerder binnenkwam.',
    same: 'Gelijk:',
    alike: { name: 'de naam', phone: 'het telefoonnummer', mail: 'het e-mailadres' } satisfies Record<Alike, string>,
    toTrajectory: 'Bekijk het traject',
    toRequest: 'Bekijk die vraag',
    ask: 'Is dit hetzelfde gezin?',
    decisions: {
      'same-person': 'Ja, dezelfde persoon',
      'same-family': 'Ja, maar iemand anders uit het gezin',
      'not-same': 'Nee, een ander gezin',
    } satisfies Record<Decision, string>,
    hints: {
      'same-person': 'De vraag gaat naar de collega die deze persoon al helpt.',
      'same-family':
        'Er gaat geen bericht naar wie de ander helpt. Laat een collega dit oppakken die nog niemand van dit gezin helpt.',
      'not-same': 'We onthouden dit en laten het niet nog eens zien.',
    } satisfies Record<Decision, string>,
    save: 'Bewaar het besluit',
    saved: 'Bewaard.',
    given: 'Bewaard. De vraag staat nu bij de collega die deze persoon helpt.',
    decided: (day: string) => `Besloten op ${day}:`,
    wanted: 'Dit wilde jij:',
    forCoordinator: 'De coördinator besluit. Overleg voordat je een traject start.',
    whoReads: 'Wie dit vroeg, merkt hier niets van. Wie de ander helpt ook niet.',
  },
  en: {
    title: 'Do we know this family already?',
    person: (name: string | undefined) =>
      name === undefined
        ? 'Looks like somebody of a family that gets help here already.'
        : `Looks like ${name}, who gets help here already.`,
    request: 'Looks like a question that came in before.',
    same: 'The same:',
    alike: { name: 'the name', phone: 'the phone number', mail: 'the e-mail address' } satisfies Record<Alike, string>,
    toTrajectory: 'Look at the trajectory',
    toRequest: 'Look at that question',
    ask: 'Is this the same family?',
    decisions: {
      'same-person': 'Yes, the same person',
      'same-family': 'Yes, but somebody else of the family',
      'not-same': 'No, another family',
    } satisfies Record<Decision, string>,
    hints: {
      'same-person': 'The question goes to the colleague who helps this person already.',
      'same-family':
        'Nobody who helps the other is told. Have it taken up by a colleague who helps nobody of this family yet.',
      'not-same': 'We remember this and do not show it again.',
    } satisfies Record<Decision, string>,
    save: 'Save the decision',
    saved: 'Saved.',
    given: 'Saved. The question is now with the colleague who helps this person.',
    decided: (day: string) => `Decided on ${day}:`,
    wanted: 'This is what you wanted:',
    forCoordinator: 'The coordinator decides. Talk before you start a trajectory.',
    whoReads: 'Whoever asked this notices nothing of it. Nor does who helps the other.',
  },
})
