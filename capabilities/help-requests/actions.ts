import type { Tx } from '../../database/connect.ts'
import { inScope, noteShown } from '../../database/transaction.ts'
import { after, type Day } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may, maySomewhere } from '../access/access.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { municipalityWithCode, villagesIn } from '../access/queries.ts'
import { ASKING, takeTurn } from '../access/sign-in/limits.ts'
import type { Filling } from '../forms/filling.ts'
import type { FormDefinition } from '../forms/form.ts'
import { keptAnswers } from '../forms/pages.ts'
import { audited } from '../privacy/audit.ts'
import { mayStep } from './access.ts'
import { passOn, takeAlong } from './matches/actions.ts'
import { isOfKnownPerson } from './matches/queries.ts'
import { placeOfRequest } from './queries.ts'
import { referenceFor, referenceHash } from './reference.ts'
import {
  type Asker,
  askerIn,
  type Channel,
  detailsIn,
  type HelpRequest,
  placeIn,
  STAFF_CHANNELS,
  topicsIn,
} from './request.ts'
import { type RequestStep, stepAllowed } from './steps.ts'
import * as store from './store.ts'
import { mayEndNow } from './triage/queries.ts'

type Sent = {
  readonly form: FormDefinition
  readonly filling: Filling
  readonly language: 'nl' | 'en'
}

/**
 * Stores the request that somebody filled in on the site, and gives the code by which only the asker comes back (R-018,
 * Sent twice it is one request with one code. The network it came from is counted for a quarter of an hour.
 */
export async function askForHelp(
  actor: Actor,
  { address, ...sent }: Sent & { readonly address: string },
): Promise<Answer<{ readonly code: string }>> {
  const turn = await takeTurn(ASKING, address)
  if (!turn.isAllowed) return refuse('request-too-many', { minutes: Math.ceil(turn.waitSeconds / 60) })
  if (actor.personId !== BUILT_IN.visitor) return refuse('request-ask-as-visitor')
  return audited(actor, { act: 'help-request.received' }, (tx) => receive(tx, actor, sent, 'web'))
}

/**
 * The same request as it came by phone, at the desk, by chat, from a school or a referrer; what is entered
 * afterwards waits since the moment it came.
 */
export async function enterRequest(
  actor: Actor,
  { channel, ...sent }: Sent & { readonly channel: Channel; readonly receivedAt?: Date },
): Promise<Answer<{ readonly code: string; readonly id: Id }>> {
  if (!STAFF_CHANNELS.some((one) => one === channel)) return refuse('request-channel-unknown')
  if (sent.receivedAt !== undefined && sent.receivedAt > new Date()) return refuse('day-in-future')
  return inScope(actor, async (tx) => {
    const received = await receive(tx, actor, sent, channel)
    return received.ok ? allow({ ...received.value, id: sent.filling.submitKey }) : received
  })
}

async function receive(
  tx: Tx,
  actor: Actor,
  { form, filling, language, receivedAt }: Sent & { readonly receivedAt?: Date },
  channel: Channel,
): Promise<Answer<{ readonly code: string }>> {
  const answers = keptAnswers(form, filling.answers)
  const found = await receiverOf(tx, actor, placeIn(answers), channel)
  if (!found.ok) return found
  const { municipalityId, villageCode, receiver } = found.value
  const code = referenceFor(filling.submitKey)
  await store.insertRequest(tx, {
    recordedBy: actor.personId,
    details: { ...detailsIn(answers), moments: [...detailsIn(answers).moments] },
    request: {
      municipalityId,
      villageCode,
      id: filling.submitKey,
      provisionId: receiver.id,
      organisationId: receiver.organisationId,
      programmeCode: receiver.programmeCode,
      channel,
      asker: askerIn(answers),
      topics: [...topicsIn(answers)],
      language,
      ...(receivedAt !== undefined && { receivedAt }),
      formCode: form.code,
      formVersion: form.version,
      codeHash: referenceHash(code) ?? '',
    },
  })
  noteShown('help-request', [filling.submitKey])
  noteShown('municipality', [municipalityId])
  return allow({ code })
}

type Received = { municipalityId: Id; villageCode: string | null; receiver: store.Receiver }

/** Who receives what is asked from a place; a colleague enters only what the own organisation receives. */
async function receiverOf(
  tx: Tx,
  actor: Actor,
  place: ReturnType<typeof placeIn>,
  channel: Channel,
): Promise<Answer<Received>> {
  const municipality = place && (await municipalityWithCode(actor, place.municipalityCode))
  const receiver = municipality && (await store.receiverIn(tx, municipality.id))
  if (municipality === undefined || receiver === undefined) return refuse('request-place-without-form')
  const where = { regionId: municipality.regionId ?? undefined, municipalityId: municipality.id, ...receiver }
  if (channel !== 'web' && !may(actor, 'change', 'help-request', where)) return refuse('request-place-out-of-reach')
  const villages = await villagesIn(actor, municipality.id)
  const village = villages.find(({ code }) => code === place?.villageCode)
  return allow({ municipalityId: municipality.id, villageCode: village?.code ?? null, receiver })
}

/** information or advice without a name is counted, and nothing of it is kept. */
export async function countAdvice(
  actor: Actor,
  given: { readonly municipalityId: Id; readonly channel: Channel; readonly asker: Asker; readonly on: Day },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const receiver = await store.receiverIn(tx, given.municipalityId)
    if (receiver === undefined) return refuse('request-place-without-form')
    const where = { municipalityId: given.municipalityId, ...receiver }
    if (!may(actor, 'change', 'help-request', where)) return refuse('request-place-out-of-reach')
    if (!STAFF_CHANNELS.some((one) => one === given.channel)) return refuse('request-channel-unknown')
    const month = `${given.on.slice(0, 7)}-01` as Day // the first of a month that exists
    const { municipalityId, channel, asker } = given
    noteShown('municipality', [municipalityId])
    await store.countAdvice(tx, { municipalityId, provisionId: receiver.id, month, channel, asker })
    return allow()
  })
}

export type Stepping = {
  readonly step: RequestStep
  readonly reason?: string | undefined
  /** The version that was on the screen. */
  readonly rowVersion: number
  readonly today: Day
  /** For how many months after closing the details stay: the longest that a question of the form asks. */
  readonly keepMonths: number
}

/** Takes a request up, gives it back or closes it. Refused when somebody else changed it since it was on the screen. */
export async function stepRequest(actor: Actor, id: Id, given: Stepping): Promise<Answer> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'help-request')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const request = await store.byId(tx, id)
    if (request === undefined) return refuse('not-found')
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    if (request.rowVersion !== given.rowVersion) return refuse('request-changed-meanwhile')
    if (!mayStep(actor, request, await placeOfRequest(actor, request))) return refuse('request-of-colleague')
    const way = stepAllowed(given.step, request.state, given.reason)
    if (!way.ok) return way
    const isHolder = request.takenBy === actor.personId
    if (given.step === 'give-back' && request.isStoodIn && !isHolder) return refuse('stand-in-staffs')
    if (given.step === 'give-back' && (await isOfKnownPerson(actor, id))) return passOn(actor, request)
    const reason = given.step === 'not-fitting' ? (given.reason ?? null) : null
    const isClosed = way.value.to === 'answered' || way.value.to === 'not-fitting'
    const ends = isClosed ? await mayEndNow(actor, request) : allow()
    if (!ends.ok) return ends
    const changed = await store.update(tx, request, {
      state: way.value.to,
      reason,
      takenBy: takenBy(actor, given.step, request),
      closedOn: isClosed ? given.today : null,
    })
    if (!changed) return refuse('request-changed-meanwhile')
    await store.addEvent(tx, request, { type: way.value.event, reason, recordedBy: actor.personId })
    if (isClosed) await store.setForgetOn(tx, id, after(given.today, { months: given.keepMonths }))
    if (given.step === 'take') await takeAlong(actor, id)
    return allow()
  })
}

function takenBy(actor: Actor, step: RequestStep, request: HelpRequest): Id | null {
  if (step === 'take') return actor.personId
  return step === 'give-back' ? null : request.takenBy
}

/** For the clean-up job: what points at a person goes after its term. Gives how many went. */
export const forgetRequestDetails = (actor: Actor): Promise<number> => inScope(actor, store.forgetDetails)
