import { z } from 'zod'
import { after, type Day, daysBetween } from '../../foundation/day.ts'
import { isoDay, words } from '../programmes/definition-basics.ts'

const helpline = z.strictObject({
  code: z.enum(['emergency', 'safe-home', 'safe-home-chat', 'child-line']),
  name: words,
  what: words,
  number: z.exactOptional(z.string().regex(/^[\d ]{3,15}$/)),
  /** Working days, from and to in whole hours; day and night without it. */
  hours: z.exactOptional(z.strictObject({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) })),
  /** The service's own site: where a text sends to when the number may not be shown. */
  site: z.exactOptional(z.string().regex(/^https:\/\/[a-z0-9.-]+\//)),
  isVerified: z.boolean(),
  /** A number for danger stays on the page, however long ago it was checked. */
  neverHidden: z.exactOptional(z.literal(true)),
  source: z.string().max(300),
  checkedOn: isoDay,
})

export const helplinesFormat = z.strictObject({ goodForMonths: z.int().min(1).max(60), helplines: z.array(helpline) })

export type Helplines = z.infer<typeof helplinesFormat>
export type Helpline = z.infer<typeof helpline>

/** The lines that can be shown now: verified, checked not too long ago, and open at this hour of a working day. */
export const helplinesNow = (known: Helplines, today: Day, hour: number): Helpline[] =>
  linesOn(known, today).flatMap(({ line, isTold }) => {
    const { hours } = line
    const isOpen = hours === undefined || (isWorkingDay(today) && hour >= hours.from && hour < hours.to)
    return isTold && isOpen ? [line] : []
  })

/** A line, and whether its number can be told on a day. */
export type LineOn = { readonly line: Helpline; readonly isTold: boolean }

/** All lines for a text that says the hours itself: told when verified and checked not too long ago. */
export const linesOn = ({ goodForMonths, helplines }: Helplines, today: Day): LineOn[] =>
  helplines.map((line) => {
    const isRecent = line.neverHidden === true || today <= after(line.checkedOn, { months: goodForMonths })
    return { line, isTold: line.isVerified && isRecent }
  })

/** A Monday in the past, from which weeks are counted. */
const MONDAY = '2024-01-01' as Day // an existing day, written here

const isWorkingDay = (today: Day): boolean => ((daysBetween(MONDAY, today) % 7) + 7) % 7 < 5
