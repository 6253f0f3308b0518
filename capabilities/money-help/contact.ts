import { after, type Day } from '../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'

/** The one place in a municipality for help with money: a desk, never the name of a person. */
export type ContactPoint = {
  readonly name: string
  readonly phone: string | null
  readonly mail: string | null
  /** Where one can walk in. */
  readonly visitNl: string | null
  readonly visitEn: string | null
  readonly openNl: string
  readonly openEn: string
  readonly source: string
  readonly checkedOn: Day
}

export type ToldContact = Readonly<
  Record<'name' | 'phone' | 'mail' | 'visitNl' | 'visitEn' | 'openNl' | 'openEn' | 'source', string>
> & {
  readonly checkedOn: Day | undefined
}

const LONGEST = { name: 120, visitNl: 200, visitEn: 200, openNl: 120, openEn: 120, source: 200 } as const
const NEEDED = ['name', 'openNl', 'openEn', 'source'] as const
const PHONE = /^[+\d][\d -]{2,19}$/
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What somebody typed, tidied. Refuses what is empty, too long or no number, a way to reach nobody, and a day to come. */
export function contactFrom(told: ToldContact, today: Day): Answer<ContactPoint> {
  const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')
  const orNull = (text: string) => (tidy(text) === '' ? null : tidy(text))
  for (const field of NEEDED) if (tidy(told[field]) === '') return refuse('contact-empty', { field })
  for (const field of ['name', 'visitNl', 'visitEn', 'openNl', 'openEn', 'source'] as const)
    if (tidy(told[field]).length > LONGEST[field]) return refuse('contact-long', { field, most: LONGEST[field] })
  const [phone, mail, visitNl, visitEn] = [told.phone, told.mail, told.visitNl, told.visitEn].map(orNull)
  if (phone !== null && phone !== undefined && !PHONE.test(phone)) return refuse('contact-phone', { field: 'phone' })
  if (mail !== null && mail !== undefined && (!MAIL.test(mail) || mail.length > 200))
    return refuse('contact-mail', { field: 'mail' })
  if ((visitNl === null) !== (visitEn === null))
    return refuse('contact-empty', { field: visitNl === null ? 'visitNl' : 'visitEn' })
  if (phone === null && mail === null && visitNl === null) return refuse('contact-no-way', { field: 'phone' })
  const { checkedOn } = told
  if (checkedOn === undefined || checkedOn > today) return refuse('contact-day', { field: 'checkedOn' })
  return allow({
    ...{ name: tidy(told.name), openNl: tidy(told.openNl), openEn: tidy(told.openEn), source: tidy(told.source) },
    ...{ phone: phone ?? null, mail: mail ?? null, visitNl: visitNl ?? null, visitEn: visitEn ?? null, checkedOn },
  })
}

/** As long as a number to call: what nobody looked at for longer is shown to nobody. */
export const isContactShown = ({ checkedOn }: ContactPoint, goodForMonths: number, today: Day): boolean =>
  today <= after(checkedOn, { months: goodForMonths })
