import type { Fact } from '../../capabilities/cases/event.ts'
import { afterQuestions, referralQuestions } from '../../capabilities/cases/referring/referral.ts'
import type { Registration } from '../../capabilities/cases/trajectory.ts'
import { isInTrack } from '../../capabilities/programmes/tracks.ts'
import { after } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { answerTo } from './answers.ts'
import { type Chance, chanceFrom, seedOf } from './chance.ts'
import type { Drawn } from './history.ts'

/** Half of the children are referred to somebody online, at one of their contacts; of most it is told what came of it. */
const [REFERRED, TOLD] = [0.5, 0.75]

/**
 * Adds a referral to somebody online to some of these histories, where the programme asks about it. It draws by a
 * chance of its own, so that everything else stays as it was drawn.
 */
export function withReferrals(drawn: Drawn, registrations: readonly Registration[]): Registration[] {
  const chance = chanceFrom(seedOf(`referrals ${registrations.length} ${drawn.villages.join(' ')}`))
  return registrations.map((one) => referred({ ...drawn, chance }, one))
}

function referred(drawn: Drawn, registration: Registration): Registration {
  const { definition, chance, today } = drawn
  const { history = [], answers } = registration
  const [questions, later] = [referralQuestions(definition), afterQuestions(definition)]
  if (questions.length === 0 || !questions.every(({ code }) => isInTrack(definition, code, answers)))
    return registration
  const contact = chance.oneOf(history.filter(({ type }) => type === 'contact-made'))
  const isReferred = chance.happens(REFERRED)
  if (contact === undefined || !isReferred) return registration
  const [referral, on] = [idFrom(chance), contact.holdsOn]
  const answersOn = (asked: typeof questions, day: typeof on) =>
    Object.fromEntries(asked.map((one) => [one.code, answerTo(drawn, one, day)]))
  const facts: Fact[] = [{ type: 'referral-made', holdsOn: on, referral, answers: answersOn(questions, on) }]
  const toldOn = after(on, { days: chance.between(14, 42) })
  if (chance.happens(TOLD) && toldOn <= today)
    facts.push({ type: 'referral-followed', holdsOn: toldOn, referral, answers: answersOn(later, toldOn) })
  return { ...registration, history: [...history, ...facts].toSorted((a, b) => (a.holdsOn < b.holdsOn ? -1 : 1)) }
}

/** A number drawn like all else, or no two demos would be alike. */
function idFrom(chance: Chance): Id {
  const digits = Array.from({ length: 30 }, () => chance.between(0, 15).toString(16)).join('')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18)}`
}
