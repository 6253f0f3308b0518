import { after, type Day } from '../../foundation/day.ts'
import { isHoliday } from '../directory/holidays.ts'
import { type Helpline, type Helplines, isDayOf, isOpenAt, isUncertainOn, linesOn } from './helplines.ts'

/** A moment on the wall in the Netherlands: the day, and the whole hour that began last. */
export type WallMoment = { readonly on: Day; readonly hour: number }

/** Whether somebody answers; `ask-site` when nobody knows the hours for certain, so that the site of the line says them. */
export type LineState =
  | { readonly kind: 'always' }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'closed'; readonly opensOn: Day; readonly at: number; readonly isHolidayToday: boolean }
  | { readonly kind: 'ask-site' }

/** A line for children; its number only when it may be told. */
export type ChildLine = {
  readonly code: Helpline['code']
  readonly name: Helpline['name']
  readonly what: Helpline['what']
  readonly number: string | undefined
  readonly site: string | undefined
  readonly state: LineState
}

export type ChildLines = {
  readonly talk: readonly ChildLine[]
  readonly chat: readonly ChildLine[]
  /** Whom a child in danger can call, at any hour: first 112. */
  readonly always: readonly Helpline[]
  /** Nobody to talk to and nobody to chat with is known to answer now: then it says what to do until somebody does. */
  readonly isAllClosed: boolean
}

/**
 * With whom a child can talk and chat at this moment. There is always somebody of both: a line whose hours or number are
 * not certain stays, and leads to its own site.
 */
export function childLines(known: Helplines, now: WallMoment): ChildLines {
  const all = linesOn(known, now.on)
  const by = (way: 'talk' | 'chat'): ChildLine[] =>
    all.filter(({ line }) => line.forChildren === way).map(({ line, isTold }) => childLine(line, isTold, now))
  const [talk, chat] = [by('talk'), by('chat')]
  return {
    ...{ talk, chat },
    always: all.flatMap(({ line, isTold }) => (isTold && isForDanger(line) ? [line] : [])),
    isAllClosed: [...talk, ...chat].every(({ state }) => state.kind !== 'open' && state.kind !== 'always'),
  }
}

const childLine = (line: Helpline, isTold: boolean, now: WallMoment): ChildLine => ({
  ...{ code: line.code, name: line.name, what: line.what, site: line.site },
  number: isTold ? line.number : undefined,
  state: isTold ? stateAt(line.hours, now) : { kind: 'ask-site' },
})

function stateAt(hours: Helpline['hours'], { on, hour }: WallMoment): LineState {
  if (hours === undefined) return { kind: 'always' }
  if (isUncertainOn(hours, on)) return { kind: 'ask-site' }
  if (isOpenAt(hours, on, hour)) return { kind: 'open', until: hours.to }
  const isStillToday = isDayOf(hours, on) && hour < hours.from
  let next = isStillToday ? on : after(on, { days: 1 })
  while (!isDayOf(hours, next)) next = after(next, { days: 1 })
  if (isUncertainOn(hours, next)) return { kind: 'ask-site' }
  return { kind: 'closed', opensOn: next, at: hours.from, isHolidayToday: isHoliday(on) && !isDayOf(hours, on) }
}

/** Whom to call in danger; who thinks of death is told of somebody else where that is asked. */
const isForDanger = ({ code }: Helpline): boolean => code === 'emergency' || code === 'safe-home'

/** The lines where a child can chat or find a buddy; to these one goes on by way of this site, which is counted. */
export const chatLines = ({ helplines }: Helplines): readonly Helpline[] =>
  helplines.filter(({ forChildren }) => forChildren === 'chat')

/** The line for chatting on whose site an address is; undefined where one can call as well, and for any other site. */
export function chatLineOn({ helplines }: Helplines, address: string): Helpline['code'] | undefined {
  const there = helplines.filter(({ site }) => site !== undefined && hostOf(site) === hostOf(address))
  return there.every(({ forChildren }) => forChildren === 'chat') ? there[0]?.code : undefined
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '')
