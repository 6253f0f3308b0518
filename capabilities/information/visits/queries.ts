import { inScope, noteShown } from '../../../database/transaction.ts'
import { after, type Day, parseDay } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { audienceSetting } from '../../measures/queries.ts'
import { approvedAudiences } from '../queries.ts'
import { type Shown, type VisitReport, visitReport } from './report.ts'
import * as store from './store.ts'

/** So many months are shown side by side. */
const MONTHS = 13

export type VisitsAsked = {
  /** Null: those who chose no municipality. */
  readonly municipalityId: Id | null
  /** The first day of a month that is over; the last one when left out. */
  readonly month?: string | undefined
  readonly today: Day
}

export type Visits = VisitReport & {
  readonly month: Day
  /** All visits and all clicks to a chat or buddy per month that is over, the latest first. */
  readonly months: readonly { readonly month: Day; readonly visits: Shown; readonly clicks: Shown }[]
}

/**
 * How public pages were visited in one month, for who may see the figures of that municipality. Only months that are
 * over: of one that runs, two looks a day apart would tell what happened in between.
 */
export async function visitsIn(actor: Actor, { municipalityId, month, today }: VisitsAsked): Promise<Answer<Visits>> {
  return inScope(actor, async (tx) => {
    const municipality = municipalityId === null ? undefined : await municipalityWithId(actor, municipalityId)
    const place = municipality && { municipalityId: municipality.id, regionId: municipality.regionId ?? undefined }
    const isAllowed = place === undefined ? maySomewhere(actor, 'read', 'figure') : may(actor, 'read', 'figure', place)
    if (!isAllowed || (municipalityId !== null && place === undefined)) return refuse('not-found')
    const last = after(firstOf(today), { months: -1 })
    const chosen = month === undefined ? last : parseDay(month)
    if (chosen === undefined || chosen !== firstOf(chosen)) return refuse('visits-no-month')
    if (chosen > last) return refuse('visits-month-runs')
    if (municipalityId !== null) noteShown('municipality', [municipalityId])
    const months = Array.from({ length: MONTHS }, (_, back) => after(last, { months: -back }))
    const [rows, audiences, { hideBelow }] = await Promise.all([
      store.counted(tx, municipalityId, [chosen, months.at(-1) ?? chosen].toSorted()[0] ?? chosen, last),
      approvedAudiences(actor),
      audienceSetting(actor, 'policy'),
    ])
    const of = (wanted: Day) => rows.filter((row) => row.month === wanted)
    const audiencesOf = (what: string, slug: string) => (what === 'informatie' ? (audiences.get(slug) ?? []) : [])
    const report = (wanted: Day) => visitReport(of(wanted), audiencesOf, hideBelow)
    return allow({
      ...report(chosen),
      month: chosen,
      months: months.map((one) => {
        const { visits, clicks } = report(one)
        return { month: one, visits, clicks: clicks.all }
      }),
    })
  })
}

const firstOf = (on: Day): Day => {
  const first = parseDay(`${on.slice(0, 7)}-01`)
  if (first === undefined) throw new RangeError(`no month: ${on}`)
  return first
}
