import { defineWords } from './words.ts'

/** Looking again at who may much, every quarter. */
export const rightsReviewWords = defineWords({
  nl: {
    title: 'Sterke rechten nakijken',
    lead: 'Deze mensen mogen veel. Kijk elk kwartaal of dat nog klopt. Houd elk recht, of stop het, en schrijf op waarom.',
    waiting: (late: number, due: number) =>
      `${late > 0 ? `${late} ${late === 1 ? 'recht is' : 'rechten zijn'} te laat nagekeken. ` : ''}${due > 0 ? `${due} ${due === 1 ? 'recht' : 'rechten'} nog na te kijken dit kwartaal.` : ''}`.trim(),
    allDone: 'Alles is dit kwartaal nagekeken.',
    person: 'Persoon',
    right: 'Recht',
    lastSignIn: 'Laatst ingelogd',
    never: 'dit jaar niet',
    given: 'Gegeven',
    givenBy: (name: string, on: string) => `${on}, door ${name}`,
    state: 'Stand',
    states: { reviewed: 'nagekeken', due: 'dit kwartaal nakijken', overdue: 'te laat' },
    action: 'Doen',
    reason: (name: string) => `Waarom, voor ${name}`,
    keep: 'Houd',
    end: 'Stop dit recht',
    own: 'een ander kijkt dit na',
    done: { houd: 'Dit recht blijft. Volgend kwartaal kijk je er weer naar.', einde: 'Dit recht is nu weg.' },
    back: 'Mensen',
  },
  en: {
    title: 'Check strong rights',
    lead: 'These people may do much. Check every quarter whether that is still right. Keep each right, or end it, and write down why.',
    waiting: (late: number, due: number) =>
      `${late > 0 ? `${late} ${late === 1 ? 'right is' : 'rights are'} past the check. ` : ''}${due > 0 ? `${due} ${due === 1 ? 'right' : 'rights'} to check this quarter.` : ''}`.trim(),
    allDone: 'Everything is checked this quarter.',
    person: 'Person',
    right: 'Right',
    lastSignIn: 'Last sign-in',
    never: 'not this year',
    given: 'Given',
    givenBy: (name: string, on: string) => `${on}, by ${name}`,
    state: 'State',
    states: { reviewed: 'checked', due: 'check this quarter', overdue: 'late' },
    action: 'Do',
    reason: (name: string) => `Why, for ${name}`,
    keep: 'Keep',
    end: 'End',
    own: 'somebody else checks this',
    done: { houd: 'This right stays. Next quarter you look at it again.', einde: 'This right is gone now.' },
    back: 'People',
  },
})
