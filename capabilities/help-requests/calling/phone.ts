import { after, type Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'

/** The number to call, as whoever asked something sees it: without a name, so that it tells a bystander no subject. */
export type PhoneToCall = { readonly number: string; readonly open: { readonly nl: string; readonly en: string } }

/** The number on which a provision answers, with where it comes from and the day it was checked. */
export type ProvisionPhone = PhoneToCall & {
  readonly provisionId: Id
  readonly source: string
  readonly checkedOn: Day
  readonly rowVersion: number
}

export type ToldPhone = {
  readonly number: string
  readonly openNl: string
  readonly openEn: string
  readonly source: string
  readonly checkedOn: Day | undefined
}

/** As long as a help line: a number that nobody looked at for longer is not given to anybody. */
export const isShown = ({ checkedOn }: { readonly checkedOn: Day }, goodForMonths: number, today: Day): boolean =>
  today <= after(checkedOn, { months: goodForMonths })

const NUMBER = /^[+\d][\d -]{2,19}$/
const LONGEST = { openNl: 120, openEn: 120, source: 200 } as const

/** What a manager typed, tidied. Refuses what is no phone number, what is empty or too long, and a day that is not there yet. */
export function phoneOf(told: ToldPhone, today: Day): Answer<ToldPhone & { readonly checkedOn: Day }> {
  const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')
  const number = tidy(told.number)
  if (!NUMBER.test(number)) return refuse('phone-wrong', { field: 'number' })
  const texts = { openNl: tidy(told.openNl), openEn: tidy(told.openEn), source: tidy(told.source) }
  for (const field of ['openNl', 'openEn', 'source'] as const) {
    if (texts[field] === '') return refuse('phone-empty', { field })
    if (texts[field].length > LONGEST[field]) return refuse('phone-long', { field, most: LONGEST[field] })
  }
  const { checkedOn } = told
  if (checkedOn === undefined || checkedOn > today) return refuse('phone-day', { field: 'checkedOn' })
  return allow({ number, ...texts, checkedOn })
}
