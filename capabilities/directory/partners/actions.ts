import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Municipality, villagesIn } from '../../access/queries.ts'
import { type Role, roleMay } from '../../access/roles.ts'
import { checkTyped } from '../../forms/typed.ts'
import { agreementFormat, partnerFormat, touchFormat } from './partner.ts'
import { municipalityForPartners } from './queries.ts'
import * as store from './store.ts'

type Saving = {
  readonly municipalityId: Id
  /** Chosen by the form, so that a form that was sent twice makes one. */
  readonly id: Id
  /** The version that was on the screen; undefined for a new one. */
  readonly rowVersion?: number
}

/**
 * Keeps a partner; with a last day it no longer takes part after that. Refuses who does not keep partners there, a field
 * that is wrong, a text that leads to a person, a village of elsewhere, and a version that somebody changed meanwhile.
 */
export async function savePartner(actor: Actor, given: Saving & { readonly partner: unknown }): Promise<Answer> {
  const { municipalityId, id, rowVersion } = given
  if ((await placeFor(actor, municipalityId, id)) === undefined) return refuse('not-found')
  const typed = checkTyped(partnerFormat, given.partner, ['name', 'contactRole'])
  if (!typed.ok) return typed
  const codes = new Set((await villagesIn(actor, municipalityId)).map(({ code }) => code))
  if (!typed.value.villages.every((code) => codes.has(code))) {
    return refuse('typed-field-wrong', { field: 'villages' })
  }
  return inScope(actor, async (tx) => {
    const row = { municipalityId, id, ...typed.value, rowVersion: rowVersion ?? 1 }
    noteShown('municipality', [municipalityId])
    if (rowVersion === undefined) {
      await store.insertPartner(tx, row, actor.personId)
      return allow()
    }
    if ((await store.partnerIn(tx, municipalityId, id)) === undefined) return refuse('not-found')
    return (await store.updatePartner(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
  })
}

/** Keeps what was agreed with a partner: what, from when, until when, and which role looks after it. Refuses as `savePartner`. */
export async function saveAgreement(
  actor: Actor,
  given: Saving & { readonly partnerId: Id; readonly agreement: unknown },
): Promise<Answer> {
  const { municipalityId, id, partnerId, rowVersion } = given
  if (!isId(partnerId) || (await placeFor(actor, municipalityId, id)) === undefined) return refuse('not-found')
  const typed = checkTyped(agreementFormat, given.agreement, ['what'])
  if (!typed.ok) return typed
  return inScope(actor, async (tx) => {
    if ((await store.partnerIn(tx, municipalityId, partnerId)) === undefined) return refuse('not-found')
    const row = { municipalityId, id, partnerId, ...typed.value, rowVersion: rowVersion ?? 1 }
    noteShown('municipality', [municipalityId])
    if (rowVersion === undefined) {
      await store.insertAgreement(tx, row, actor.personId)
      return allow()
    }
    return (await store.updateAgreement(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
  })
}

/**
 * Keeps that the actor was in touch with a partner; nothing of it changes afterwards. Refuses who does not keep partners there, a
 * day to come, and a text that leads to a person: what it was about is no place for residents.
 */
export async function recordTouch(
  actor: Actor,
  given: { municipalityId: Id; id: Id; partnerId: Id; touch: unknown; today: Day },
): Promise<Answer> {
  const { municipalityId, id, partnerId, today } = given
  const place = await placeFor(actor, municipalityId, id)
  if (!isId(partnerId) || place === undefined) return refuse('not-found')
  const typed = checkTyped(touchFormat, given.touch, ['about'])
  if (!typed.ok) return typed
  if (typed.value.heldOn > today) return refuse('typed-day-ahead', { field: 'heldOn' })
  return inScope(actor, async (tx) => {
    if ((await store.partnerIn(tx, municipalityId, partnerId)) === undefined) return refuse('not-found')
    noteShown('municipality', [municipalityId])
    const row = { municipalityId, id, partnerId, ...typed.value, byRole: roleThere(actor, place) }
    await store.insertTouch(tx, row, actor.personId)
    return allow()
  })
}

const placeFor = async (actor: Actor, municipalityId: Id, id: Id): Promise<Municipality | undefined> =>
  isId(id) ? await municipalityForPartners(actor, 'change', municipalityId) : undefined

/** In which role the actor keeps partners here. */
function roleThere(actor: Actor, { id, regionId }: Municipality): Role {
  const place = { municipalityId: id, regionId: regionId ?? undefined }
  const grant = actor.grants.find(
    (one) => roleMay(one.role, 'change', 'partner') && may({ ...actor, grants: [one] }, 'change', 'partner', place),
  )
  if (grant === undefined) throw new Error('somebody without a role keeps a partner')
  return grant.role
}
