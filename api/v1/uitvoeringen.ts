import { z } from '@hono/zod-openapi'
import { provisionsInReach, villagesIn } from '../../capabilities/access/queries.ts'
import { allow } from '../../foundation/result.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { code, dayGiven, idGiven } from './fields.ts'

const provision = z
  .object({
    id: idGiven,
    programma: code,
    gemeente: z.object({ code: z.string().openapi({ example: 'GM0148' }), naam: z.string() }),
    organisatie: z.string(),
    laatsteDag: dayGiven.nullable(),
    kernen: z
      .array(z.object({ code, naam: z.string() }))
      .openapi({ description: 'Antwoorden op de vraag naar de kern' }),
  })
  .openapi('Uitvoering')

export const uitvoeringen: readonly Endpoint[] = [
  endpoint(
    {
      ...{
        id: 'leesUitvoeringen',
        method: 'get',
        path: '/uitvoeringen',
        scope: 'programmas:lezen',
        tag: 'Programma’s',
      },
      summary: 'Wie welk programma waar uitvoert, zover dit account er werkt',
      may: ['list', 'programme'],
      act: 'provision.listed',
      answer: z.object({ resultaten: z.array(provision) }).openapi('Uitvoeringen'),
    },
    async (actor) => {
      const resultaten: z.infer<typeof provision>[] = []
      for (const one of await provisionsInReach(actor)) {
        const villages = await villagesIn(actor, one.municipalityId)
        resultaten.push({
          ...{ id: one.id, programma: one.programmeCode, organisatie: one.organisationName, laatsteDag: one.endsOn },
          gemeente: { code: one.municipalityCode, naam: one.municipalityName },
          kernen: villages.map((village) => ({ code: village.code, naam: village.name })),
        })
      }
      return allow({ body: { resultaten } })
    },
  ),
]
