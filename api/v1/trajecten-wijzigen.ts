import { z } from '@hono/zod-openapi'
import type { Actor } from '../../capabilities/access/actor.ts'
import { answerBySystem, completeBySystem, moveBySystem } from '../../capabilities/cases/by-system/actions.ts'
import type { AnswerFaults } from '../../capabilities/cases/by-system/answers.ts'
import { setAnchor } from '../../capabilities/cases/history/actions.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { answersFormat, answersIn, withFaults } from './answers.ts'
import { type Asked, type Endpoint, endpoint } from './endpoint.ts'
import { code, day, id } from './fields.ts'
import { trajectoryTold, trajectoryWhole } from './trajecten.ts'

const shared = {
  scope: 'trajecten:schrijven',
  tag: 'Trajecten',
  may: ['change', 'trajectory'],
  needsVersion: true,
  params: z.object({ id }),
  answer: trajectoryWhole,
} as const

type Seen = { readonly trajectoryId: string; readonly rowVersion: number }
type Done = Answer & { readonly faults?: AnswerFaults }

/** The trajectory as it is after the change, or why it did not change. */
async function changed(
  actor: Actor,
  { params, lang, version }: Pick<Asked<{ id: string }, unknown, unknown>, 'params' | 'lang' | 'version'>,
  change: (seen: Seen) => Promise<Done>,
) {
  const done = await change({ trajectoryId: params.id, rowVersion: version })
  if (!done.ok) return withFaults(lang, done)
  const found = await trajectoryTold(actor, params.id)
  return found === undefined ? refuse('not-found') : allow(found)
}

const antwoorden = answersFormat.optional()

const step = endpoint(
  {
    ...{ ...shared, id: 'zetStap', method: 'post', path: '/trajecten/{id}/stappen' },
    summary: 'Een stap naar een andere fase',
    description: 'Met de antwoorden en de reden die het programma bij die stap vraagt.',
    act: 'step.taken',
    body: z.strictObject({ naar: code, op: day, reden: code.optional(), antwoorden }).openapi('Stap'),
  },
  (actor, asked) =>
    changed(actor, asked, (seen) => {
      const { naar, op, reden, antwoorden: told = {} } = asked.body
      const answers = answersIn(told)
      return moveBySystem(actor, seen, { to: naar, on: op, answers, ...(reden !== undefined && { reason: reden }) })
    }),
)

const answers = endpoint(
  {
    ...{ ...shared, id: 'geefAntwoorden', method: 'patch', path: '/trajecten/{id}/antwoorden' },
    summary: 'Antwoorden toevoegen of veranderen, vanaf een dag',
    description: 'Wat je niet noemt, blijft zoals het was.',
    act: 'answers.given',
    body: z.strictObject({ op: day, antwoorden: answersFormat }).openapi('NieuweAntwoorden'),
  },
  (actor, asked) =>
    changed(actor, asked, (seen) =>
      answerBySystem(actor, seen, { answers: answersIn(asked.body.antwoorden), on: asked.body.op }),
    ),
)

const anchor = endpoint(
  {
    ...{ ...shared, id: 'zetAnker', method: 'post', path: '/trajecten/{id}/ankers' },
    summary: 'De dag van een anker, zoals van het koppelgesprek',
    act: 'anchor.set',
    body: z.strictObject({ anker: code, op: day }).openapi('Anker'),
  },
  (actor, asked) =>
    changed(actor, asked, (seen) => setAnchor(actor, seen, { anchor: asked.body.anker, on: asked.body.op })),
)

const milestone = endpoint(
  {
    ...{ ...shared, id: 'rondMijlpaalAf', method: 'post', path: '/trajecten/{id}/mijlpalen' },
    summary: 'Een mijlpaal die is gedaan',
    act: 'milestone.completed',
    body: z.strictObject({ mijlpaal: code, op: day, uitkomst: code.optional(), antwoorden }).openapi('Mijlpaal'),
  },
  (actor, asked) =>
    changed(actor, asked, (seen) => {
      const { mijlpaal, op, uitkomst, antwoorden: told = {} } = asked.body
      const given = { milestone: mijlpaal, on: op, answers: answersIn(told) }
      return completeBySystem(actor, seen, { ...given, ...(uitkomst !== undefined && { outcome: uitkomst }) })
    }),
)

/** What changes a trajectory; each asks for the version that was read. */
export const trajectenWijzigen: readonly Endpoint[] = [step, answers, anchor, milestone]
