import { z } from '@hono/zod-openapi'
import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalitiesKnown } from '../../capabilities/access/queries.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { enterBySystem, stepBySystem } from '../../capabilities/help-requests/by-system/actions.ts'
import { requestForSystem, requestsByNumber } from '../../capabilities/help-requests/by-system/queries.ts'
import { placesToAsk, type RequestShown } from '../../capabilities/help-requests/queries.ts'
import { ASKERS, type HelpRequest, STAFF_CHANNELS, STATES } from '../../capabilities/help-requests/request.ts'
import { NOT_FITTING, STEPS } from '../../capabilities/help-requests/steps.ts'
import { isId } from '../../foundation/id.ts'
import { allow, refuse } from '../../foundation/result.ts'
import { answersFormat, answersIn, withFaults } from './answers.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { code, dayGiven, id, idGiven, momentGiven, pageOf, paging, words } from './fields.ts'

const request = z
  .object({
    id: idGiven,
    gemeente: z.string().openapi({ example: 'GM0148' }),
    uitvoering: idGiven,
    kern: z.string().nullable(),
    kanaal: z.string(),
    vrager: z.enum(ASKERS),
    onderwerpen: z.array(z.string()),
    stand: z.enum(STATES),
    reden: z.string().nullable(),
    ontvangenOp: momentGiven,
    afgeslotenOp: dayGiven.nullable(),
    versie: z.int(),
  })
  .openapi('Aanvraag')

const detail = request
  .extend({
    gegevens: z
      .object({
        naam: z.string().nullable(),
        eigenWoorden: z.string().nullable(),
        bereikbaar: z.string().openapi({ description: 'phone, mail of none' }),
        telefoon: z.string().nullable(),
        mail: z.string().nullable(),
        magInspreken: z.boolean(),
        momenten: z.array(z.string()),
        luistertIemandMee: z.string().openapi({ description: 'nobody, somebody of unknown' }),
        voorzichtig: z.string().nullable(),
      })
      .nullable()
      .openapi({
        description: 'Wie het vraagt en hoe die veilig te bereiken is; leeg als het na de termijn is weggegooid',
      }),
  })
  .openapi('AanvraagDetail')

const shared = { scope: 'aanvragen:lezen', tag: 'Aanvragen' } as const

const codesOf = async (actor: Actor): Promise<ReadonlyMap<string, string>> =>
  new Map((await municipalitiesKnown(actor)).map((one) => [one.id, one.code]))

const told = (one: HelpRequest, codes: ReadonlyMap<string, string>): z.infer<typeof request> => ({
  ...{ id: one.id, gemeente: codes.get(one.municipalityId) ?? '', uitvoering: one.provisionId, kern: one.villageCode },
  ...{ kanaal: one.channel, vrager: one.asker, onderwerpen: [...one.topics], stand: one.state, reden: one.reason },
  ...{ ontvangenOp: one.receivedAt.toISOString(), afgeslotenOp: one.closedOn, versie: one.rowVersion },
})

function detailsTold({ details }: RequestShown): z.infer<typeof detail>['gegevens'] {
  if (details === undefined) return null
  return {
    ...{ naam: details.name, eigenWoorden: details.ownWords, bereikbaar: details.reach },
    ...{ telefoon: details.phone, mail: details.mail, magInspreken: details.mayLeaveVoicemail },
    ...{ momenten: [...details.moments], luistertIemandMee: details.othersListen, voorzichtig: details.caution },
  }
}

async function requestTold(actor: Actor, requestId: string) {
  const shown = await requestForSystem(actor, requestId)
  if (shown === undefined) return undefined
  const body = { ...told(shown.request, await codesOf(actor)), gegevens: detailsTold(shown) }
  return { body, version: shown.request.rowVersion }
}

const list = endpoint(
  {
    ...{ ...shared, id: 'leesAanvragen', method: 'get', path: '/aanvragen' },
    summary: 'Aanvragen die wachten, of die dit account oppakte, in vaste volgorde',
    description: 'Zonder iets dat naar iemand wijst; dat staat bij één aanvraag.',
    may: ['list', 'help-request'],
    act: 'help-request.listed',
    query: z.object({ ...paging, stand: z.enum(STATES).optional() }),
    answer: pageOf('AanvragenPagina', request),
  },
  async (actor, { query, again }) => {
    if (query.na !== undefined && !isId(query.na)) return refuse('page-unknown')
    const states = query.stand === undefined ? STATES : [query.stand]
    const { rows, next } = await requestsByNumber(actor, states, { after: query.na, most: query.aantal ?? 50 })
    const codes = await codesOf(actor)
    const resultaten = rows.map((row) => told(row, codes))
    return allow({ body: { resultaten, volgende: next === undefined ? null : again({ na: next }) } })
  },
)

const one = endpoint(
  {
    ...{ ...shared, id: 'leesAanvraag', method: 'get', path: '/aanvragen/{id}' },
    summary: 'Eén aanvraag, met hoe de vrager te bereiken is',
    may: ['read', 'help-request'],
    act: 'help-request.read',
    params: z.object({ id }),
    answer: detail,
  },
  async (actor, { params }) => {
    const found = await requestTold(actor, params.id)
    return found === undefined ? refuse('not-found') : allow(found)
  },
)

const question = z.object({
  code,
  vraag: words,
  soort: z.string(),
  isVerplicht: z.boolean(),
  keuzes: z.array(z.object({ code: z.string(), naam: words })),
})

const questions = endpoint(
  {
    ...{ ...shared, id: 'leesAanvraagvragen', method: 'get', path: '/aanvraagvragen' },
    summary: 'Wat bij een aanvraag wordt gevraagd, met de codes van de antwoorden',
    may: ['change', 'help-request'],
    act: 'help-request.questions-read',
    answer: z.object({ resultaten: z.array(question) }).openapi('Aanvraagvragen'),
  },
  async (actor) => {
    const places = (await placesToAsk(actor)).map(({ code: own, name }) => ({
      code: own,
      naam: { nl: name, en: name },
    }))
    const resultaten = shippedForm(actor, 'ask').questions.map(({ code: own, ask, type, required, options = [] }) => ({
      ...{ code: own, vraag: ask, soort: type, isVerplicht: required === true },
      keuzes: type === 'place' ? places : options.map(({ code: option, name }) => ({ code: option, naam: name })),
    }))
    return allow({ body: { resultaten } })
  },
)

const add = endpoint(
  {
    ...{ ...shared, id: 'maakAanvraag', method: 'post', path: '/aanvragen', scope: 'aanvragen:schrijven' },
    summary: 'Een aanvraag doorgeven die elders binnenkwam',
    description: 'Nog eens gestuurd met hetzelfde kenmerk is het dezelfde aanvraag, met dezelfde code.',
    may: ['change', 'help-request'],
    act: 'help-request.entered',
    needsKey: true,
    status: 201,
    body: z
      .strictObject({
        kanaal: z.enum(STAFF_CHANNELS),
        ontvangenOp: z.iso.datetime({ offset: true }).optional(),
        taal: z.enum(['nl', 'en']).optional(),
        antwoorden: answersFormat,
      })
      .openapi('NieuweAanvraag'),
    answer: detail
      .extend({ kenmerk: z.string().openapi({ description: 'Code waarmee de vrager de stand bekijkt' }) })
      .openapi('GemaakteAanvraag'),
  },
  async (actor, { body, key, lang }) => {
    const made = await enterBySystem(actor, {
      ...{ channel: body.kanaal, answers: answersIn(body.antwoorden), language: body.taal ?? 'nl', key },
      ...(body.ontvangenOp !== undefined && { receivedAt: new Date(body.ontvangenOp) }),
    })
    if (!made.ok) return withFaults(lang, made)
    const found = await requestTold(actor, made.value.id)
    if (found === undefined) return refuse('not-found')
    const whole = { ...found.body, kenmerk: made.value.code }
    return allow({ body: whole, version: found.version, location: `/aanvragen/${made.value.id}` })
  },
)

const step = endpoint(
  {
    ...{
      ...shared,
      id: 'zetAanvraagstap',
      method: 'post',
      path: '/aanvragen/{id}/stappen',
      scope: 'aanvragen:schrijven',
    },
    summary: 'Een aanvraag oppakken, teruggeven of afsluiten',
    may: ['change', 'help-request'],
    act: 'help-request.stepped',
    needsVersion: true,
    params: z.object({ id }),
    body: z.strictObject({ stap: z.enum(STEPS), reden: z.enum(NOT_FITTING).optional() }).openapi('Aanvraagstap'),
    answer: detail,
  },
  async (actor, { params, body, version, today }) => {
    const stepping = { step: body.stap, reason: body.reden, rowVersion: version, today }
    const done = await stepBySystem(actor, params.id, stepping)
    if (!done.ok) return done
    const found = await requestTold(actor, params.id)
    return found === undefined ? refuse('not-found') : allow(found)
  },
)

export const aanvragen: readonly Endpoint[] = [list, questions, one, add, step]
