import { z } from '@hono/zod-openapi'
import type { ProgrammeDefinition } from '../../capabilities/programmes/definition.ts'
import { programmeDefinition, programmesKnown } from '../../capabilities/programmes/queries.ts'
import { allow, refuse } from '../../foundation/result.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { code, figures, words } from './fields.ts'

const named = z.object({ code, naam: words }).openapi('Keuze')

const programme = z
  .object({ code, versie: z.int(), naam: words, samenvatting: words, over: z.enum(['gezin', 'persoon', 'groep']) })
  .openapi('Programma')

const detail = programme
  .extend({
    fasen: z.array(
      z.object({
        code,
        naam: words,
        soort: z.enum(['wachten', 'ondersteunen', 'afgesloten', 'niet-ondersteund']),
        stappen: z.array(z.object({ naar: code, naam: words })),
      }),
    ),
    vragen: z.array(
      z.object({
        code,
        vraag: words,
        soort: z.string(),
        wanneer: z.string().openapi({ description: 'registration, intake, evaluation, closing of contact' }),
        isVerplicht: z.boolean(),
        keuzes: z.array(named),
      }),
    ),
    redenen: z.array(z.object({ code, naam: words, keuzes: z.array(named) })),
    ankers: z.array(named),
    mijlpalen: z.array(named),
    maten: z.array(named),
  })
  .openapi('ProgrammaDetail')

const KINDS = {
  waiting: 'wachten',
  supporting: 'ondersteunen',
  closed: 'afgesloten',
  'not-supported': 'niet-ondersteund',
} as const

const choice = ({ code: own, name }: { code: string; name: z.infer<typeof words> }) => ({ code: own, naam: name })

const WHOSE = { family: 'gezin', person: 'persoon', group: 'groep' } as const

const shortly = (one: ProgrammeDefinition): z.infer<typeof programme> => ({
  code: one.code,
  versie: one.version,
  naam: one.name,
  samenvatting: one.summary,
  over: WHOSE[one.about ?? 'family'],
})

/** What another system needs to register and to read: no questions about special personal data, which go by no API. */
const wholly = (one: ProgrammeDefinition): z.infer<typeof detail> => ({
  ...shortly(one),
  fasen: one.phases.map((phase) => ({
    ...choice(phase),
    soort: KINDS[phase.kind],
    stappen: phase.steps.map(({ to, name }) => ({ naar: to, naam: name })),
  })),
  vragen: one.questions
    .filter(({ special }) => special !== true)
    .map(({ code: own, ask, type, asked, required, options = [] }) => ({
      ...{ code: own, vraag: ask, soort: type, wanneer: asked, isVerplicht: required === true },
      keuzes: options.map(choice),
    })),
  redenen: one.reasons.map((list) => ({ ...choice(list), keuzes: list.options.map(choice) })),
  ankers: one.anchors.map(choice),
  mijlpalen: one.milestones.map(choice),
  maten: one.measures.map(choice),
})

const shared = { scope: 'programmas:lezen', tag: 'Programma’s' } as const

export const programmas: readonly Endpoint[] = [
  endpoint(
    {
      ...{ ...shared, id: 'leesProgrammas', method: 'get', path: '/programmas' },
      summary: 'De programma’s die in gebruik zijn, met hun laatste versie',
      may: ['list', 'programme'],
      act: 'programme.listed',
      answer: z.object({ resultaten: z.array(programme) }).openapi('Programmas'),
    },
    async (actor) => allow({ body: { resultaten: (await programmesKnown(actor)).map(shortly) } }),
  ),
  endpoint(
    {
      ...{ ...shared, id: 'leesProgramma', method: 'get', path: '/programmas/{code}' },
      summary: 'Eén programma: fasen, vragen, redenen, mijlpalen en maten',
      may: ['read', 'programme'],
      act: 'programme.read',
      params: z.object({ code }),
      query: z.object({
        versie: figures
          .pipe(z.int().min(1).max(9999))
          .optional()
          .openapi({ type: 'integer', description: 'Een eerdere versie, zoals die van een lopend traject' }),
      }),
      answer: detail,
    },
    async (actor, { params, query }) => {
      const found = await programmeDefinition(actor, params.code, query.versie)
      return found === undefined ? refuse('not-found') : allow({ body: wholly(found) })
    },
  ),
]
