import { z } from '@hono/zod-openapi'
import { maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalityWithCode, regionsKnown } from '../../capabilities/access/queries.ts'
import type { Audience } from '../../capabilities/measures/audience.ts'
import {
  type Ask,
  type Figure,
  figure,
  type MeasureEntry,
  measures,
  type Scope,
  trend,
} from '../../capabilities/measures/queries.ts'
import type { Day } from '../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { code, day, dayGiven, momentGiven, municipalityCode, words } from './fields.ts'

const named = z.object({ code, naam: words }).openapi('Indeling')

const measure = z
  .object({
    code,
    programma: code,
    programmaVersie: z.int(),
    naam: words,
    eenheid: words,
    indelingen: z.array(named),
    kruisingen: z.array(z.array(code)).openapi({ description: 'Indelingen die samen kunnen, met een + ertussen' }),
    eigenIndelingen: z.array(named).openapi({ description: 'Alleen over de eigen dossiers van een organisatie' }),
    paspoort: z.object({
      definitie: words,
      teller: words,
      bron: words,
      hoeVaak: words,
      eigenaar: words,
      geldigVanaf: dayGiven,
    }),
  })
  .openapi('Maat')

const told = (one: MeasureEntry): z.infer<typeof measure> => ({
  ...{ code: one.code, programma: one.programmeCode, programmaVersie: one.programmeVersion },
  ...{ naam: one.name, eenheid: one.unit, kruisingen: one.crosses.map((cross) => [...cross]) },
  indelingen: one.groupings.map((grouping) => ({ code: grouping.code, naam: grouping.name })),
  eigenIndelingen: one.ownGroupings.map((grouping) => ({ code: grouping.code, naam: grouping.name })),
  paspoort: {
    ...{ definitie: one.passport.definition, teller: one.passport.numerator, bron: one.passport.source },
    ...{ hoeVaak: one.passport.frequency, eigenaar: one.passport.owner, geldigVanaf: one.passport.validFrom },
  },
})

const hidden = z
  .int()
  .nullable()
  .openapi({ description: 'Leeg als het verborgen is, omdat er anders iemand te herkennen is' })

const place = z.object({ soort: z.enum(['gemeente', 'regio']), code: z.string(), naam: z.string() })

const figureTold = z
  .object({
    maat: code,
    gebied: place,
    publiek: z.enum(['openbaar', 'beleid', 'organisatie']),
    vanaf: dayGiven.nullable(),
    peildatum: dayGiven,
    bekendOp: momentGiven.openapi({ description: 'Vraag je hiermee opnieuw, dan is het antwoord altijd hetzelfde' }),
    waarde: hidden,
    isVerborgen: z.boolean(),
    laterVastgelegd: hidden,
    groepen: z.array(z.object({ sleutel: z.string(), naam: words, waarde: hidden, isVerborgen: z.boolean() })),
    isOverlappend: z.boolean().openapi({ description: 'Een gezin kan in meer dan één groep staan' }),
    verborgenOnder: z.int(),
    afgerondOp: z.int(),
  })
  .openapi('Cijfer')

const AUDIENCE_OF = { openbaar: 'public', beleid: 'policy', organisatie: 'organisation' } as const satisfies Record<
  string,
  Audience
>
const PLACE_OF = { municipality: 'gemeente', region: 'regio' } as const

const nameOf = (audience: Audience): keyof typeof AUDIENCE_OF =>
  (({ public: 'openbaar', policy: 'beleid', organisation: 'organisatie' }) as const)[audience]

const figureOut = (one: Figure): z.infer<typeof figureTold> => ({
  ...{ maat: one.code, publiek: nameOf(one.audience), vanaf: one.from ?? null, peildatum: one.asOf },
  gebied: { soort: PLACE_OF[one.scope.kind], code: one.scope.code, naam: one.scope.name },
  ...{ bekendOp: one.knownAt, waarde: one.value, isVerborgen: one.suppressed, laterVastgelegd: one.recordedAfter },
  groepen: one.breakdown.map(({ key, label, value, suppressed }) => ({
    ...{ sleutel: key, naam: label, waarde: value, isVerborgen: suppressed },
  })),
  ...{ isOverlappend: one.overlaps === true, verborgenOnder: one.setting.hideBelow, afgerondOp: one.setting.roundTo },
})

const asking = {
  gemeente: municipalityCode.optional(),
  regio: code.optional().openapi({ description: 'Code van een regio; of een gemeente, of een regio' }),
  peildatum: day.optional(),
  vanaf: day.optional(),
  bekendOp: z.iso
    .datetime({ offset: true })
    .optional()
    .openapi({ description: 'Wat op dat moment bekend was; nu als je niets zegt' }),
  publiek: z.enum(['openbaar', 'beleid', 'organisatie']).optional().openapi({
    description: 'Voor wie het cijfer is. Zonder dit: beleid of organisatie, wat dit account mag',
  }),
}
const askingFormat = z.object(asking)

/** A question about a measure, for the widest audience of this account unless it names one. */
async function askOf(
  actor: Actor,
  measureCode: string,
  query: z.infer<typeof askingFormat>,
  today: Day,
): Promise<Answer<Ask>> {
  const scope = await scopeOf(actor, query)
  if (scope === undefined) return refuse('not-found')
  const own = maySomewhere(actor, 'read', 'figure') ? 'policy' : 'organisation'
  return allow({
    ...{ measure: measureCode, scope, asOf: query.peildatum ?? today },
    audience: query.publiek === undefined ? own : AUDIENCE_OF[query.publiek],
    ...(query.vanaf !== undefined && { from: query.vanaf }),
    ...(query.bekendOp !== undefined && { knownOn: new Date(query.bekendOp) }),
  })
}

async function scopeOf(actor: Actor, { gemeente, regio }: z.infer<typeof askingFormat>): Promise<Scope | undefined> {
  if ((gemeente === undefined) === (regio === undefined)) return undefined
  if (gemeente !== undefined) {
    const found = await municipalityWithCode(actor, gemeente)
    return found && { municipalityId: found.id }
  }
  const found = (await regionsKnown(actor)).find((one) => one.code === regio)
  return found && { regionId: found.id }
}

const shared = { scope: 'maten:lezen', tag: 'Maten', method: 'get' } as const
const params = z.object({ code })

const list = endpoint(
  {
    ...{ ...shared, id: 'leesMaten', path: '/maten' },
    summary: 'Wat wordt geteld, elk met een paspoort',
    may: ['list', 'programme'],
    act: 'measure.listed',
    answer: z.object({ resultaten: z.array(measure) }).openapi('Maten'),
  },
  async (actor) => allow({ body: { resultaten: (await measures(actor)).map(told) } }),
)

const one = endpoint(
  {
    ...{ ...shared, id: 'leesMaat', path: '/maten/{code}' },
    summary: 'Eén maat, met haar paspoort',
    may: ['read', 'programme'],
    act: 'measure.read',
    params,
    answer: measure,
  },
  async (actor, asked) => {
    const found = (await measures(actor)).find((entry) => entry.code === asked.params.code)
    return found === undefined ? refuse('not-found') : allow({ body: told(found) })
  },
)

const figures = endpoint(
  {
    ...{ ...shared, id: 'leesCijfer', path: '/maten/{code}/cijfers' },
    summary: 'Het cijfer van een maat, in een gemeente of regio',
    description:
      'Op dezelfde peildatum en hetzelfde moment van kennis altijd hetzelfde. Kleine aantallen blijven verborgen.',
    may: ['read', 'programme'],
    act: 'figure.read',
    params,
    query: askingFormat.extend({
      per: z
        .string()
        .regex(/^[a-z0-9-]{1,60}(\+[a-z0-9-]{1,60})?$/)
        .optional()
        .openapi({ description: 'Een indeling, twee met een + ertussen, of `municipality` voor een regio' }),
    }),
    answer: figureTold,
  },
  async (actor, { params: { code: asked }, query, today }) => {
    const ask = await askOf(actor, asked, query, today)
    if (!ask.ok) return ask
    const found = await figure(actor, { ...ask.value, ...(query.per !== undefined && { by: query.per }) })
    return found.ok ? allow({ body: figureOut(found.value) }) : found
  },
)

const trends = endpoint(
  {
    ...{ ...shared, id: 'leesVerloop', path: '/maten/{code}/verloop' },
    summary: 'Hoe een cijfer tot stand kwam, per jaar of kwartaal',
    may: ['read', 'programme'],
    act: 'figure.read',
    params,
    query: askingFormat.extend({ per: z.enum(['jaar', 'kwartaal']) }),
    answer: z
      .object({
        per: z.enum(['jaar', 'kwartaal']),
        bekendOp: momentGiven,
        punten: z.array(z.object({ vanaf: dayGiven, tot: dayGiven, waarde: hidden, isVerborgen: z.boolean() })),
      })
      .openapi('Verloop'),
  },
  async (actor, { params: { code: asked }, query, today }) => {
    const ask = await askOf(actor, asked, query, today)
    if (!ask.ok) return ask
    const found = await trend(actor, { ...ask.value, per: query.per === 'jaar' ? 'year' : 'quarter' })
    if (!found.ok) return found
    const punten = found.value.points.map(({ from, to, value, suppressed }) => ({
      ...{ vanaf: from, tot: to, waarde: value, isVerborgen: suppressed },
    }))
    return allow({ body: { per: query.per, bekendOp: found.value.knownAt, punten } })
  },
)

export const maten: readonly Endpoint[] = [list, one, figures, trends]
