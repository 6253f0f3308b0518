import { dayAt } from '../../foundation/day.ts'
import { HOSTILE, type Known, NOWHERE } from './asking.ts'

/** One question of a system to the API: an address below it, and for a change what is sent. */
export type SystemAsk = { readonly path: string; readonly body?: unknown }

const get = (...paths: string[]): SystemAsk[] => paths.map((path) => ({ path }))
const send = (path: string, ...bodies: unknown[]): SystemAsk[] => bodies.map((body) => ({ path, body }))

const trajectories = ({ trajectories: { sanne, mark, lotte }, guessed }: Known): string[] => [
  ...[mark, sanne, lotte, guessed.trajectoryId, NOWHERE],
]
const requests = ({ guessed }: Known): string[] => [guessed.requestId, NOWHERE]
const today = () => dayAt(new Date())

/** A contact, a name or a number in an address would be kept where addresses are kept; here are codes and numbers only. */
const MEASURE = 'fathers-walk-walkers'

/** What is asked of every endpoint, as a system of the very organisation that helps A could ask it. */
export const SYSTEM_ASKS: Readonly<Record<string, (known: Known) => SystemAsk[]>> = {
  'get /programmas': () => get('/programmas'),
  'get /programmas/{code}': () => get('/programmas/fathers-walk', '/programmas/fathers-walk?versie=1'),
  'get /uitvoeringen': () => get('/uitvoeringen'),
  'get /trajecten': ({ provisionId, guessed }) =>
    get(
      ...['/trajecten', '/trajecten?fase=walking', '/trajecten?kern=noord', `/trajecten?uitvoering=${provisionId}`],
      ...[`/trajecten?na=2030-01-01.${guessed.trajectoryId}`, '/trajecten?aantal=1'],
    ),
  'get /trajecten/{id}': (known) => get(...trajectories(known).map((id) => `/trajecten/${id}`)),
  'post /trajecten': ({ provisionId }) =>
    send(
      '/trajecten',
      { uitvoering: provisionId, aangemeldOp: today(), antwoorden: { village: 'noord' } },
      { uitvoering: HOSTILE },
    ),
  'post /trajecten/{id}/stappen': (known) =>
    trajectories(known).flatMap((id) =>
      send(`/trajecten/${id}/stappen`, { naar: 'walking', op: today() }, { naar: 'arrived', op: today() }),
    ),
  'patch /trajecten/{id}/antwoorden': (known) =>
    trajectories(known).flatMap((id) =>
      send(`/trajecten/${id}/antwoorden`, { op: today(), antwoorden: { pace: 'brisk' } }),
    ),
  'post /trajecten/{id}/ankers': (known) =>
    trajectories(known).flatMap((id) => send(`/trajecten/${id}/ankers`, { anker: 'first-walk', op: today() })),
  'post /trajecten/{id}/mijlpalen': (known) =>
    trajectories(known).flatMap((id) => send(`/trajecten/${id}/mijlpalen`, { mijlpaal: 'look-back', op: today() })),
  'get /trajecten/{id}/contacten': (known) => get(...trajectories(known).map((id) => `/trajecten/${id}/contacten`)),
  'post /trajecten/{id}/contacten': (known) =>
    trajectories(known).flatMap((id) => send(`/trajecten/${id}/contacten`, { op: today(), minuten: 30 })),
  'get /aanvragen': ({ guessed }) =>
    get('/aanvragen', '/aanvragen?stand=taken', `/aanvragen?na=${guessed.requestId}`, '/aanvragen?aantal=1'),
  'get /aanvraagvragen': () => get('/aanvraagvragen'),
  'get /aanvragen/{id}': (known) => get(...requests(known).map((id) => `/aanvragen/${id}`)),
  'post /aanvragen': () => send('/aanvragen', {}, { kanaal: 'phone', antwoorden: { name: 'Sanne', who: 'parent' } }),
  'post /aanvragen/{id}/stappen': (known) =>
    requests(known).flatMap((id) => send(`/aanvragen/${id}/stappen`, { stap: 'take' }, { stap: 'answer' })),
  'get /maten': () => get('/maten'),
  'get /maten/{code}': () => get(`/maten/${MEASURE}`),
  // Exact figures over the own files count every trajectory, by design: whoever leads the provision sees the same.
  'get /maten/{code}/cijfers': () => get(`/maten/${MEASURE}/cijfers?publiek=openbaar&gemeente=GM0000`),
  'get /maten/{code}/verloop': () => get(`/maten/${MEASURE}/verloop?publiek=openbaar&per=jaar&gemeente=GM0000`),
}
