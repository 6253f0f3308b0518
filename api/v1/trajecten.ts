import { z } from '@hono/zod-openapi'
import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalitiesKnown } from '../../capabilities/access/queries.ts'
import { registerBySystem } from '../../capabilities/cases/by-system/actions.ts'
import { answersShown } from '../../capabilities/cases/by-system/answers.ts'
import { type Key, type TrajectoryDetail, trajectories, trajectoryDetail } from '../../capabilities/cases/queries.ts'
import type { TrajectoryRow } from '../../capabilities/cases/trajectory.ts'
import { programmeDefinition } from '../../capabilities/programmes/queries.ts'
import { parseDay } from '../../foundation/day.ts'
import { isId } from '../../foundation/id.ts'
import { allow, refuse } from '../../foundation/result.ts'
import { answersFormat, answersIn, answersOut, withFaults } from './answers.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { code, day, dayGiven, id, idGiven, municipalityCode, pageOf, paging } from './fields.ts'
import { keyFor } from './reading.ts'

const trajectory = z
  .object({
    id: idGiven,
    gemeente: z.string().openapi({ example: 'GM0148' }),
    uitvoering: idGiven,
    programma: code,
    programmaVersie: z.int(),
    aangemeldOp: dayGiven,
    isDagGeschat: z.boolean(),
    fase: code,
    reden: code.nullable(),
    kern: z.string().nullable(),
    antwoorden: answersFormat,
    versie: z.int(),
  })
  .openapi('Traject')

export const trajectoryWhole = trajectory
  .extend({
    ankers: z.record(z.string(), dayGiven).openapi({ description: 'Per anker de dag, zoals van het koppelgesprek' }),
    mijlpalen: z.array(z.object({ code, van: dayGiven, tot: dayGiven, isGedaan: z.boolean() })),
  })
  .openapi('TrajectDetail')

const shared = { scope: 'trajecten:lezen', tag: 'Trajecten' } as const

/** Codes of municipalities by their number; they are public knowledge. */
const codesOf = async (actor: Actor): Promise<ReadonlyMap<string, string>> =>
  new Map((await municipalitiesKnown(actor)).map((one) => [one.id, one.code]))

type Told = Pick<TrajectoryDetail, 'trajectory' | 'definition'>

function told({ trajectory: row, definition }: Told, codes: ReadonlyMap<string, string>): z.infer<typeof trajectory> {
  return {
    id: row.id,
    gemeente: codes.get(row.municipalityId) ?? '',
    uitvoering: row.provisionId,
    programma: row.programmeCode,
    programmaVersie: row.programmeVersion,
    aangemeldOp: row.registeredOn,
    isDagGeschat: row.approximateDay,
    fase: row.phase,
    reden: row.reason,
    kern: row.villageCode,
    antwoorden: answersOut(answersShown(definition, row.answers)),
    versie: row.rowVersion,
  }
}

/** One trajectory as the API tells it, with its version; undefined when it is not there or out of reach. */
export async function trajectoryTold(actor: Actor, trajectoryId: string) {
  const [detail, codes] = await Promise.all([trajectoryDetail(actor, trajectoryId), codesOf(actor)])
  if (detail === undefined) return undefined
  const { trajectory: row, milestones } = detail
  const body = {
    ...told(detail, codes),
    ankers: { ...row.anchors },
    mijlpalen: milestones.map((one) => ({
      code: one.code,
      van: one.earliest,
      tot: one.latest,
      isGedaan: row.milestonesDone.includes(one.code),
    })),
  }
  return { body, version: row.rowVersion }
}

/** Where the page goes on: day and number of the last line before it. */
function keyIn(text: string | undefined): Key | undefined | 'wrong' {
  if (text === undefined) return undefined
  const registeredOn = parseDay(text.slice(0, 10))
  const last = text.slice(11)
  return registeredOn !== undefined && text[10] === '.' && isId(last) ? { registeredOn, id: last } : 'wrong'
}

async function definitionsOf(actor: Actor, rows: readonly TrajectoryRow[]) {
  const found = new Map<string, TrajectoryDetail['definition']>()
  for (const { programmeCode, programmeVersion } of rows) {
    const key = `${programmeCode} ${programmeVersion}`
    if (found.has(key)) continue
    const definition = await programmeDefinition(actor, programmeCode, programmeVersion)
    if (definition !== undefined) found.set(key, definition)
  }
  return found
}

const list = endpoint(
  {
    ...{ ...shared, id: 'leesTrajecten', method: 'get', path: '/trajecten' },
    summary: 'Trajecten, de laatst aangemelde eerst',
    may: ['list', 'trajectory'],
    act: 'trajectory.listed',
    query: z.object({
      ...paging,
      gemeente: municipalityCode.optional(),
      uitvoering: id.optional(),
      fase: code.optional(),
      kern: code.optional(),
    }),
    answer: pageOf('TrajectenPagina', trajectory),
  },
  async (actor, { query, again }) => {
    const after = keyIn(query.na)
    if (after === 'wrong') return refuse('page-unknown')
    const codes = await codesOf(actor)
    const municipalityId = [...codes].find(([, one]) => one === query.gemeente)?.[0]
    // A municipality that is not there has no trajectories.
    if (query.gemeente !== undefined && municipalityId === undefined) return allow({ body: EMPTY })
    const filter = {
      municipalityId,
      villageCode: query.kern,
      ...(query.uitvoering !== undefined && { provisionIds: [query.uitvoering] }),
      ...(query.fase !== undefined && { phases: [query.fase] }),
    }
    const page = { most: query.aantal ?? 50, ...(after !== undefined && { after }) }
    const { rows, next } = await trajectories(actor, filter, page)
    const definitions = await definitionsOf(actor, rows)
    const resultaten = rows.flatMap((row) => {
      const definition = definitions.get(`${row.programmeCode} ${row.programmeVersion}`)
      return definition === undefined ? [] : [told({ trajectory: row, definition }, codes)]
    })
    const volgende = next === undefined ? null : again({ na: `${next.registeredOn}.${next.id}` })
    return allow({ body: { resultaten, volgende } })
  },
)

const EMPTY = { resultaten: [], volgende: null }

const one = endpoint(
  {
    ...{ ...shared, id: 'leesTraject', method: 'get', path: '/trajecten/{id}' },
    summary: 'Eén traject, met zijn mijlpalen',
    description:
      'De ETag is de versie, voor een wijziging erna. Vrije tekst en bijzondere persoonsgegevens staan er niet in.',
    may: ['read', 'trajectory'],
    act: 'trajectory.read',
    params: z.object({ id }),
    answer: trajectoryWhole,
  },
  async (actor, { params }) => {
    const found = await trajectoryTold(actor, params.id)
    return found === undefined ? refuse('not-found') : allow(found)
  },
)

const add = endpoint(
  {
    ...{ ...shared, id: 'maakTraject', method: 'post', path: '/trajecten', scope: 'trajecten:schrijven' },
    summary: 'Een gezin aanmelden dat in een ander systeem is geregistreerd',
    description:
      'Alleen in een programma voor een gezin als geheel. Nog eens gestuurd met hetzelfde kenmerk is het hetzelfde traject.',
    may: ['change', 'trajectory'],
    act: 'trajectory.registered',
    needsKey: true,
    status: 201,
    body: z.strictObject({ uitvoering: id, aangemeldOp: day, antwoorden: answersFormat }).openapi('NieuwTraject'),
    answer: trajectoryWhole,
  },
  async (actor, { body, key, lang }) => {
    const made = await registerBySystem(actor, body.uitvoering, {
      ...{ answers: answersIn(body.antwoorden), on: body.aangemeldOp, key: keyFor(`${key} ${body.uitvoering}`) },
    })
    if (!made.ok) return withFaults(lang, made)
    const found = await trajectoryTold(actor, made.value.trajectoryId)
    if (found === undefined) return refuse('not-found')
    return allow({ ...found, location: `/trajecten/${made.value.trajectoryId}` })
  },
)

export const trajecten: readonly Endpoint[] = [list, one, add]
