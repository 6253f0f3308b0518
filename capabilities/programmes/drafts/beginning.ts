import { asList, asPiece, asText, codeOf, listAt, type Piece, valueAt } from './document.ts'

/** What a programme is called, in both languages. */
export type Called = { readonly nl: string; readonly en: string }

const phase = (code: string, name: Called, kind: string, rest: Piece) => ({ ...{ code, name, kind }, ...rest })
const to = (code: string, name: Called): Piece => ({ to: code, name })

/** A programme from nothing: registered, running, closed. Everything else is still to be said. */
export const emptyDefinition = (code: string, name: Called): Piece => ({
  ...{ format: 1, code, version: 1, name, summary: { nl: '', en: '' } },
  roles: { worker: ['coordinator'] },
  phases: [
    phase('registered', { nl: 'Aangemeld', en: 'Registered' }, 'waiting', {
      ...{ synonyms: [], through: ['registered'] },
      steps: [to('running', { nl: 'Start', en: 'Start' })],
    }),
    phase('running', { nl: 'Loopt', en: 'Running' }, 'supporting', {
      ...{ synonyms: [], through: ['registered', 'running'] },
      steps: [to('closed', { nl: 'Sluit af', en: 'Close' })],
    }),
    phase('closed', { nl: 'Afgesloten', en: 'Closed' }, 'closed', {
      ...{ synonyms: [], through: ['registered', 'running', 'closed'], steps: [] },
    }),
  ],
  registration: {
    ...{ phase: 'registered', importedPhase: 'registered' },
    columns: { day: [], status: [], reason: [], key: [] },
  },
  ...{ questions: [], fit: [], anchors: [], milestones: [], reasons: [], outcomes: [], groupings: [], measures: [] },
})

/** Another programme that begins as a copy: its own code and name, and measures that carry its own name. */
export function copyOf(definition: Piece, code: string, name: Called | Piece): Piece {
  const from = `${codeOf(definition)}-`
  const renamed = (text: string): string => (text.startsWith(from) ? `${code}-${text.slice(from.length)}` : text)
  const over = (piece: Piece, keys: readonly string[]): Piece => ({
    ...piece,
    ...Object.fromEntries(keys.flatMap((key) => (typeof piece[key] === 'string' ? [[key, renamed(piece[key])]] : []))),
  })
  const { $schema: _, shares: __, ...rest } = definition
  const shares = listAt(definition, 'shares').map((one) => over(one, ['code', 'part', 'whole']))
  return {
    ...rest,
    ...{ code, version: 1, name },
    measures: listAt(definition, 'measures').map((one) => over(one, ['code', 'partOf'])),
    ...(shares.length > 0 && { shares }),
  }
}

/** The next version of a programme begins as the last one. */
export const nextVersion = (definition: Piece, last: number): Piece => ({ ...definition, version: last + 1 })

/**
 * Says for each phase through which others a record passed that a file brings in there, where nobody said it: the shortest
 * way by steps from the first phase.
 */
export function withThrough(definition: Piece): Piece {
  const phases = listAt(definition, 'phases')
  if (phases.every((one) => asList(one.through).length > 0)) return definition
  const ways = shortestWays(phases, asText(valueAt(definition, 'registration/phase')))
  return {
    ...definition,
    phases: phases.map((one) =>
      asList(one.through).length > 0 ? one : { ...one, through: ways.get(codeOf(one)) ?? [] },
    ),
  }
}

function shortestWays(phases: readonly Piece[], first: string): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[first, [first]]])
  // A map grows while it is walked, so each phase found is looked at in turn: nearest first.
  for (const [code, way] of ways) {
    const steps = asList(phases.find((one) => codeOf(one) === code)?.steps)
    for (const step of steps.map((one) => asText(asPiece(one).to)))
      if (step !== '' && !ways.has(step)) ways.set(step, [...way, step])
  }
  return ways
}
