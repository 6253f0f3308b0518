import { may, type Place } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { reachesOwnMatchesOnly } from '../../capabilities/access/roles.ts'
import { type Item, mayRead, type Reader } from '../../capabilities/families/disclosure.ts'
import { mayReadDetails, watches } from '../../capabilities/help-requests/access.ts'
import { maySeeMatch } from '../../capabilities/help-requests/matches/match.ts'
import { demoPeople } from '../../database/demo/region.ts'
import { readStory } from '../../database/demo/story.ts'
import { day } from '../../foundation/day.ts'

// What each reader of the story may see, worked out by the rules themselves from who everybody is in the demo.
// People go by their address there, persons of the family by their name, and places by what the demo calls them.

/** Who looks, with the name by which they sign in. */
export const LOOKING = {
  'parent A': 'sanne@voorbeeld.example',
  'worker of A': 'joris@voorbeeld.example',
  'parent B': 'mark@voorbeeld.example',
  'worker of B': 'dirk@voorbeeld.example',
  'child of 13': 'jip@voorbeeld.example',
  'worker of the children': 'lieke@voorbeeld.example',
  director: 'wieke@voorbeeld.example',
  coordinator: 'femke@voorbeeld.example',
  'colleague elsewhere': 'yara@voorbeeld.example',
  'privacy officer': 'pleun@voorbeeld.example',
} as const
export type Looking = keyof typeof LOOKING
export const EVERYBODY = Object.keys(LOOKING) as readonly Looking[] // keys of the table above

/** How things stand at a moment of the story, as far as the rules ask. */
export type Moment = {
  /** Who has the new request. */
  readonly takenBy: Looking | null
  /** It was decided that it is of the person whom that colleague helps. */
  readonly isJoined: boolean
  /** The director was called in for parent A too. */
  readonly isDirectorCalledIn: boolean
}

/** May this reader see something, at that moment? */
export type Rule = (who: Looking, now: Moment) => boolean

const person = (who: Looking) => {
  const found = demoPeople().find(({ email }) => email === LOOKING[who])
  if (found === undefined) throw new Error(`the demo knows no ${who}`)
  return found
}
export const nameOf = (who: Looking): string => person(who).name

const family = () => {
  const found = readStory().families.find(({ members }) => members.some(({ name }) => name === 'Jip'))
  if (found === undefined) throw new Error('the demo tells no story of Jip')
  return found
}

const PLACE: Place = {
  municipalityId: family().municipality,
  organisationId: person('worker of A').organisation,
  programmeCode: family().programme,
}

function actorOf(who: Looking): Actor {
  const { name, email, role, municipality, organisation } = person(who)
  const grant = {
    ...{ role, startsOn: day('2020-01-01'), ownMatches: reachesOwnMatchesOnly(role) },
    ...(municipality !== undefined && { municipalityId: municipality }),
    ...(organisation !== undefined && { organisationId: organisation }),
  }
  return { personId: email, name, grants: [grant], traceId: '', origin: 'test' }
}

function readerOf(who: Looking, { isDirectorCalledIn }: Moment): Reader {
  const { members, director } = family()
  const of = (is: (member: (typeof members)[number]) => boolean) => members.filter(is).map(({ name }) => name)
  const email = LOOKING[who]
  const directs = director?.account === email ? [director.on, ...(isDirectorCalledIn ? ['Sanne'] : [])] : []
  return {
    accountId: email,
    is: new Set(of(({ account }) => account === email)),
    worksOn: new Set([...of(({ worker }) => worker === email), ...directs]),
    brokeGlassOver: new Set(),
  }
}

/** A note, by the one rule of disclosure. */
export const note =
  (disclosure: Item['disclosure'], personId: string, named: readonly Looking[] = []): Rule =>
  (who, now) =>
    mayRead(readerOf(who, now), { disclosure, personId, named: new Set(named.map((one) => LOOKING[one])) })

/** The page of the file of parent A is of who works on her; she herself has a page of her own. */
export const file: Rule = note('professionals', 'Sanne')

/** What stands in the shared plan. */
export const plan: Rule = (who, now) => {
  const { of = '', with: others = [], by = '' } = family().plan ?? {}
  const taking = { participants: new Set([of, ...others]), directorId: by }
  return mayRead(readerOf(who, now), { disclosure: 'shared-plan', personId: of, ...taking })
}

/**
 * A request: its own words, how to reach who asks, and how it was weighed. While it waits, and it is known whose it is, not
 * for who helps another of the family (decision 25).
 */
export const request: Rule = (who, now) => {
  const actor = actorOf(who)
  if (now.takenBy === null && stands(who, now).isOpposed && !watches(actor, PLACE)) return false
  const takenBy = now.takenBy === null ? null : LOOKING[now.takenBy]
  return mayReadDetails(actor, { takenBy, isStoodIn: false }, PLACE)
}

/** That a request is there, without what stands in it: for whoever takes up what residents ask. */
export const requestIsThere: Rule = (who) => may(actorOf(who), 'read', 'help-request', PLACE)

/** Only who has the request goes on with it. */
export const ofTaker: Rule = (who, { takenBy }) => who === takenBy

/** The other side: who serves somebody of the family and not this person, or is one of the family. */
const stands = (who: Looking, now: Moment) => {
  const { worksOn, is } = readerOf(who, now)
  const names = family().members.map(({ name }) => name)
  const hasSide = names.some((name) => worksOn.has(name) || is.has(name))
  return { hasSide, isOpposed: hasSide && !worksOn.has('Sanne') && !is.has('Sanne') }
}

/** That a request looks like somebody we know. */
export const match: Rule = (who, now) => {
  const { hasSide, isOpposed } = stands(who, now)
  const actor = actorOf(who)
  return maySeeMatch({
    isWatching: watches(actor, PLACE),
    mayTakeUp: may(actor, 'change', 'help-request', PLACE) && request(who, now),
    ...{ isOnASide: hasSide, isOpposed, isOtherFree: true },
    isJoined: now.isJoined && now.takenBy === who,
  })
}

/** The trajectory of parent A: who works on it, and who leads there without standing on the other side. */
export const trajectory: Rule = (who, now) => {
  const isAssigned = readerOf(who, now).worksOn.has('Sanne')
  return may(actorOf(who), 'read', 'trajectory', { ...PLACE, isAssigned }) && !stands(who, now).isOpposed
}

/** Who sees it by this rule. */
export const seenBy = (rule: Rule, now: Moment): Looking[] => EVERYBODY.filter((who) => rule(who, now))
