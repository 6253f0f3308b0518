import { z } from '@hono/zod-openapi'
import { contactsTold } from '../../capabilities/cases/by-system/contacts.ts'
import { logContact } from '../../capabilities/cases/contacts/actions.ts'
import { trajectoryDetail } from '../../capabilities/cases/queries.ts'
import { asGiven } from '../../capabilities/forms/given.ts'
import { allow, refuse } from '../../foundation/result.ts'
import { answersFormat, answersIn, answersOut, withFaults } from './answers.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, dayGiven, id, idGiven } from './fields.ts'
import { keyFor } from './reading.ts'

const contact = z
  .object({
    id: idGiven,
    op: dayGiven,
    minuten: z.int().nullable(),
    isBereikt: z.boolean(),
    antwoorden: answersFormat,
  })
  .openapi('Contact')

const shared = { tag: 'Contacten', params: z.object({ id }), path: '/trajecten/{id}/contacten' } as const

const list = endpoint(
  {
    ...{ ...shared, id: 'leesContacten', method: 'get', scope: 'contacten:lezen' },
    summary: 'De contacten van een traject, van vroeg naar laat',
    description: 'Wat er is gezegd, staat in een dossier en gaat niet over deze API.',
    may: ['read', 'trajectory'],
    act: 'trajectory.contacts-read',
    answer: z.object({ resultaten: z.array(contact) }).openapi('Contacten'),
  },
  async (actor, { params }) => {
    const found = await trajectoryDetail(actor, params.id)
    if (found === undefined) return refuse('not-found')
    const resultaten = contactsTold(found.definition, found.events).map((one) => ({
      ...{ id: one.id, op: one.holdsOn, minuten: one.minutes ?? null, isBereikt: one.reached !== false },
      antwoorden: answersOut(one.answers),
    }))
    return allow({ body: { resultaten } })
  },
)

const add = endpoint(
  {
    ...{ ...shared, id: 'maakContact', method: 'post', scope: 'contacten:schrijven' },
    summary: 'Een contact vastleggen: wat er is gedaan, en hoe lang',
    description: 'Nog eens gestuurd met hetzelfde kenmerk is het hetzelfde contact.',
    may: ['change', 'trajectory'],
    act: 'trajectory.contact-logged',
    needsKey: true,
    status: 201,
    body: z
      .strictObject({
        op: day,
        minuten: z.int().min(0).max(1440),
        isBereikt: z.boolean().optional(),
        antwoorden: answersFormat.optional(),
      })
      .openapi('NieuwContact'),
    answer: contact,
  },
  async (actor, { params, body, key, lang }) => {
    const told = answersIn(body.antwoorden ?? {})
    const contactId = keyFor(`${key} ${params.id}`)
    const logged = await logContact(actor, params.id, {
      ...{ key: contactId, on: body.op, minutes: String(body.minuten), isReached: body.isBereikt ?? true },
      given: Object.fromEntries(Object.entries(told).map(([code, answer]) => [code, asGiven(answer)])),
    })
    if (!logged.ok) return withFaults(lang, logged)
    const found = await trajectoryDetail(actor, params.id)
    const made = found && contactsTold(found.definition, found.events).find((one) => one.id === contactId)
    if (made === undefined) return refuse('not-found')
    const { holdsOn: op, minutes: minuten = null, reached, answers } = made
    const whole = { id: contactId, op, minuten, isBereikt: reached !== false, antwoorden: answersOut(answers) }
    return allow({ body: whole, location: `/trajecten/${params.id}/contacten` })
  },
)

export const contacten: readonly Endpoint[] = [list, add]
