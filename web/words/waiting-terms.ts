import type { Day } from '../../foundation/day.ts'
import { formatDay, formatNumber } from './format.ts'
import { defineWords } from './words.ts'

/** By when somebody reads a question and gets in touch, as a manager sets it for the own municipality. */
export const waitingTermWords = defineWords({
  nl: {
    title: 'Hoe lang een vraag mag wachten',
    what: 'Wie een vraag stelt, leest op welke dag iemand die leest en wanneer er contact is. Je collega’s werken met dezelfde termijn.',
    ownNow: 'Nu geldt jullie eigen termijn.',
    shippedNow: 'Nu geldt de termijn die bij Voorveld hoort.',
    overNow: (until: Day) =>
      `Jullie eigen termijn liep af op ${formatDay('nl', until, 'year')}. Nu geldt de termijn die bij Voorveld hoort.`,
    now: 'De termijn die nu geldt',
    grade: 'Vraag',
    read: 'Gelezen',
    contact: 'Contact',
    hours: (n: number) => (n === 1 ? 'binnen 1 uur' : `binnen ${formatNumber('nl', n)}\u00a0uur`),
    grades: { none: 'Nog niet ingeschat', A: 'Graad A', B: 'Graad B', C: 'Graad C', D: 'Graad D' },
    own: (from: Day, until: Day) =>
      `Eigen termijn van ${formatDay('nl', from, 'year')} tot en met ${formatDay('nl', until, 'year')}`,
    back: (from: Day) => `Vanaf ${formatDay('nl', from, 'year')} weer de termijn van Voorveld.`,
    over: 'voorbij',
    change: 'Stel een eigen termijn in',
    from: 'Geldt vanaf',
    fromHint: 'Op zijn vroegst morgen. Wat al beloofd is, blijft.',
    until: 'Geldt tot en met',
    untilHint: 'Hoogstens twee jaar later. Daarna kijk je er weer naar.',
    source: 'Wie besloot dit, en wanneer?',
    sourceHint: 'Bijvoorbeeld: college, 3 maart 2026.',
    readHours: 'Gelezen binnen (uren)',
    contactHours: 'Contact binnen (uren)',
    save: 'Bewaar deze termijn',
    take: 'Haal weg',
    drop: 'Ga terug naar de termijn van Voorveld',
    dropWhat: 'Dat begint morgen. Wat je eerder instelde voor later, blijft staan.',
  },
  en: {
    title: 'How long a question may wait',
    what: 'Whoever asks something reads on which day somebody reads it and when there is contact. Your colleagues work by the same term.',
    ownNow: 'Your own term holds now.',
    shippedNow: 'The term that comes with Voorveld holds now.',
    overNow: (until: Day) =>
      `Your own term ended on ${formatDay('en', until, 'year')}. The term that comes with Voorveld holds now.`,
    now: 'The term that holds now',
    grade: 'Question',
    read: 'Read',
    contact: 'Contact',
    hours: (n: number) => (n === 1 ? 'within 1 hour' : `within ${formatNumber('en', n)}\u00a0hours`),
    grades: { none: 'No grade yet', A: 'Grade A', B: 'Grade B', C: 'Grade C', D: 'Grade D' },
    own: (from: Day, until: Day) =>
      `Own term from ${formatDay('en', from, 'year')} up to and including ${formatDay('en', until, 'year')}`,
    back: (from: Day) => `The term of Voorveld again from ${formatDay('en', from, 'year')}.`,
    over: 'over',
    change: 'Set an own term',
    from: 'Holds from',
    fromHint: 'Tomorrow at the earliest. What was promised stays.',
    until: 'Holds until, this day included',
    untilHint: 'Two years later at most. Then you look at it again.',
    source: 'Who decided this, and when?',
    sourceHint: 'For example: municipal executive, 3 March 2026.',
    readHours: 'Read within (hours)',
    contactHours: 'Contact within (hours)',
    save: 'Keep this term',
    take: 'Take away',
    drop: 'Go back to the term of Voorveld',
    dropWhat: 'That begins tomorrow. What you set for later stays.',
  },
})
