import { z } from 'zod'
import { after, type Day, daysBetween } from '../../foundation/day.ts'
import { isHoliday } from '../directory/holidays.ts'
import { isoDay, wordsAndMore } from '../programmes/definition-basics.ts'

const helpline = z.strictObject({
  code: z.enum([
    'emergency',
    'safe-home',
    'suicide-prevention',
    'safe-home-chat',
    'child-line',
    'child-line-chat',
    'young-buddies',
  ]),
  name: wordsAndMore,
  what: wordsAndMore,
  number: z.exactOptional(z.string().regex(/^[\d ]{3,15}$/)),
  /**
   * From and to in whole hours, on working days unless it says every day; day and night without it. A line of working days is
   * closed on public holidays; of one of every day nobody knows, unless it says so.
   */
  hours: z.exactOptional(
    z
      .strictObject({
        ...{ from: z.int().min(0).max(23), to: z.int().min(1).max(24) },
        days: z.exactOptional(z.literal('every-day')),
        onHolidays: z.exactOptional(z.literal('open')),
      })
      .refine(({ from, to }) => from < to, 'a line opens before it closes'),
  ),
  /** How a child reaches somebody here; a line that is not for children has none. */
  forChildren: z.exactOptional(z.enum(['talk', 'chat'])),
  /** The service's own site: where a text sends to when the number may not be shown. */
  site: z.exactOptional(z.string().regex(/^https:\/\/[a-z0-9.-]+\//)),
  isVerified: z.boolean(),
  /** A number for danger stays on the page, however long ago it was checked. */
  neverHidden: z.exactOptional(z.literal(true)),
  source: z.string().max(300),
  checkedOn: isoDay,
})

/**
 * The file of lines. Refuses one that leaves a child with nobody to call or to chat with once its numbers grow old, or
 * that names a number for danger which nobody verified.
 */
export const helplinesFormat = z
  .strictObject({ goodForMonths: z.int().min(1).max(60), helplines: z.array(helpline) })
  .refine(
    ({ helplines }) =>
      (['talk', 'chat'] as const).every((way) =>
        helplines.some((line) => line.forChildren === way && line.site !== undefined),
      ),
    'children need a line to call and a line to chat with, each with a site of its own',
  )
  .refine(
    ({ helplines }) =>
      (['emergency', 'safe-home'] as const).every((code) =>
        helplines.some((line) => line.code === code && isForDanger(line)),
      ),
    'the numbers for danger are verified, have a number and are never hidden',
  )

const isForDanger = (line: Helpline): boolean =>
  line.isVerified && line.neverHidden === true && line.number !== undefined && line.hours === undefined

export type Helplines = z.infer<typeof helplinesFormat>
export type Helpline = z.infer<typeof helpline>

/** The lines that can be shown now: verified, checked not too long ago, and open at this hour of a working day. */
export const helplinesNow = (known: Helplines, today: Day, hour: number): Helpline[] =>
  linesOn(known, today).flatMap(({ line, isTold }) => (isTold && isOpenAt(line.hours, today, hour) ? [line] : []))

/** Whether a line with these hours answers at this hour of a day; one without hours always does. */
export const isOpenAt = (hours: Helpline['hours'], today: Day, hour: number): boolean =>
  hours === undefined || (isDayOf(hours, today) && hour >= hours.from && hour < hours.to)

/** A line, and whether its number can be told on a day. */
export type LineOn = { readonly line: Helpline; readonly isTold: boolean }

/** All lines for a text that says the hours itself: told when verified and checked not too long ago. */
export const linesOn = ({ goodForMonths, helplines }: Helplines, today: Day): LineOn[] =>
  helplines.map((line) => {
    const isRecent = line.neverHidden === true || today <= after(line.checkedOn, { months: goodForMonths })
    return { line, isTold: line.isVerified && isRecent }
  })

/** Whether a line answers on this day at all. */
export const isDayOf = ({ days }: NonNullable<Helpline['hours']>, today: Day): boolean =>
  days === 'every-day' || (isWorkingDay(today) && !isHoliday(today))

/** Whether nobody knows if a line answers on this day: it is there every day, and this is a public holiday. */
export const isUncertainOn = ({ days, onHolidays }: NonNullable<Helpline['hours']>, today: Day): boolean =>
  days === 'every-day' && onHolidays !== 'open' && isHoliday(today)

/** A Monday in the past, from which weeks are counted. */
const MONDAY = '2024-01-01' as Day // an existing day, written here

const isWorkingDay = (today: Day): boolean => ((daysBetween(MONDAY, today) % 7) + 7) % 7 < 5
