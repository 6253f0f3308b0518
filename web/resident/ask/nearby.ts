import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import type { Answers } from '../../../capabilities/cases/event.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { placeIn } from '../../../capabilities/help-requests/request.ts'

/** The hidden field with the municipality from whose pages somebody came. */
export const PLACE = '_gemeente'
/** The button by which somebody who lives elsewhere sees every place. */
export const ELSEWHERE = 'elders'

/** Whether somebody asked for every place. */
export const isElsewhere = (form: FormData): boolean => form.get(WALK.doing) === ELSEWHERE

/** A press on that button, as a form that goes to the place again: nothing has to be chosen before it. */
export function toEveryPlace(form: FormData): FormData {
  const again = new FormData()
  again.set(WALK.sealed, String(form.get(WALK.sealed) ?? ''))
  again.set(WALK.doing, 'naar:place')
  return again
}

/**
 * The municipality whose places are offered first: that of the page somebody came from. Undefined for every place: without
 * one, for an address that nobody knows, for who said to live elsewhere, and for who chose a place elsewhere before.
 */
export async function placesNear(actor: Actor, form: FormData, answers: Answers): Promise<Municipality | undefined> {
  if (isElsewhere(form)) return undefined
  const municipalities = await municipalitiesKnown(actor)
  if (municipalities.length < 2) return undefined
  const chosen = placeIn(answers)?.municipalityCode
  const came = form.get(PLACE)
  const near = municipalities.find(({ slug }) => slug === came)
  return chosen === undefined || chosen === near?.code ? near : undefined
}
