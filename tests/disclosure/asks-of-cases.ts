import { dayAt } from '../../foundation/day.ts'
import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, NOWHERE, people, post } from './asking.ts'

const trajectories = ({ trajectories: { sanne, mark, lotte }, guessed }: Known): string[] => [
  mark,
  sanne,
  lotte,
  guessed.trajectoryId,
]

const told = ({ receiver }: Known) => ({
  ...{ doe: 'deel', waar: receiver.provisionId, werkadres: receiver.mail, wat: ['plan', 'reach'] },
  waarvoor: 'Samen dezelfde afspraken volgen',
  ...{ grond: 'safety', reden: 'Er is haast en niemand anders.', tot: dayAt(new Date()) },
})

/** What is asked of the pages of a case: of B's own trajectory, of A's, of the child's, and of a guessed one. */
export const CASE_ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /werk/trajecten/:id/contact': (known) => get(...trajectories(known).map(links.caseContact)),
  'post /werk/trajecten/:id/contact': (known) =>
    trajectories(known).flatMap((id) => post(links.caseContact(id), {}, { minuten: HOSTILE, bereikt: 'ja' })),
  'get /werk/trajecten/:id/stap/:to': (known) =>
    get(...trajectories(known).flatMap((id) => ['walking', 'arrived', 'sunk'].map((to) => links.caseStep(id, to)))),
  'post /werk/trajecten/:id/stap/:to': (known) =>
    trajectories(known).flatMap((id) => post(links.caseStep(id, 'walking'), {}, { _versie: HOSTILE, pace: 'slow' })),
  'get /werk/trajecten/:id/afsluiten/:to': (known) =>
    get(...trajectories(known).flatMap((id) => ['arrived', 'walking'].map((to) => links.caseClose(id, to)))),
  'post /werk/trajecten/:id/afsluiten/:to': (known) =>
    trajectories(known).flatMap((id) =>
      post(
        links.caseClose(id, 'arrived'),
        {},
        { _versie: '2', [`stem-${known.persons.lotte}`]: 'Een collega luistert naar het kind.' },
        { _versie: HOSTILE, doe: 'later', [`stem-${known.persons.lotte}`]: HOSTILE, meegeven: NOWHERE },
        { _versie: '2', [`stem-${known.persons.lotte}`]: 'Nog erg jong om te vragen.', meegeven: known.offerId },
      ),
    ),
  'get /werk/trajecten/:id/heropenen/:to': (known) =>
    get(...trajectories(known).flatMap((id) => ['walking', 'arrived'].map((to) => links.caseReopen(id, to)))),
  'post /werk/trajecten/:id/heropenen/:to': (known) =>
    trajectories(known).flatMap((id) =>
      post(links.caseReopen(id, 'walking'), {}, { _versie: HOSTILE, collega: known.actors.second.personId }),
    ),
  'get /werk/trajecten/:id/meegegeven': (known) => get(...trajectories(known).map(links.caseHanded)),
  'get /werk/trajecten/:id/antwoorden': (known) => get(...trajectories(known).map(links.caseAnswers)),
  'post /werk/trajecten/:id/antwoorden': (known) =>
    trajectories(known).flatMap((id) => post(links.caseAnswers(id), { _versie: '1', pace: 'brisk' })),
  'get /werk/trajecten/:id/moment/:code': (known) =>
    get(...trajectories(known).map((id) => links.caseMilestone(id, 'look-back'))),
  'post /werk/trajecten/:id/moment/:code': (known) =>
    trajectories(known).flatMap((id) => post(links.caseMilestone(id, 'look-back'), {}, { _versie: '1' })),
  'get /werk/trajecten/:id/begin/:code': (known) =>
    get(...trajectories(known).map((id) => links.caseAnchor(id, 'first-walk'))),
  'post /werk/trajecten/:id/begin/:code': (known) =>
    trajectories(known).flatMap((id) => post(links.caseAnchor(id, 'first-walk'), { _versie: '1', dag: HOSTILE })),
  'get /werk/trajecten/:id/medewerkers': (known) => get(...trajectories(known).map(links.caseWorkers)),
  'post /werk/trajecten/:id/medewerkers': (known) =>
    trajectories(known).flatMap((id) =>
      post(links.caseWorkers(id), { doe: 'stop' }, { collega: known.actors.second.personId, hoe: 'mee' }),
    ),
  'get /werk/trajecten/:id/beide-kanten': (known) => get(...trajectories(known).map(links.caseBothSides)),
  'post /werk/trajecten/:id/beide-kanten': (known) =>
    trajectories(known).flatMap((id) =>
      post(links.caseBothSides(id), { collega: NOWHERE, reden: 'Er is niemand anders.' }),
    ),
  'get /werk/dossiers/:id/kind-gehoord': (known) => get(...people(known).map(links.fileVoice)),
  'post /werk/dossiers/:id/kind-gehoord': (known) =>
    people(known).flatMap((id) => post(links.fileVoice(id), {}, { vorm: 'talk', 'gehoord-door': HOSTILE })),
  'get /werk/dossiers/:id/iemand': (known) => get(...people(known).map((id) => links.fileSteunfiguren(id))),
  'post /werk/dossiers/:id/iemand': (known) =>
    people(known).flatMap((id) =>
      post(
        links.fileSteunfiguren(id),
        {},
        { doe: 'koppel', soort: 'family', noemt: 'opa', 'zelf-ja': 'ja', 'ja-hoe': 'talk' },
        { doe: 'stop', wie: NOWHERE, tot: HOSTILE },
        {
          ...{ doe: 'verwijs', traject: known.trajectories.lotte, 'online-kind': 'buddy', 'mee-eens': 'ja' },
          'verwijs-organisatie': 'Maatjesplein',
        },
        { doe: 'vervolg', verwijzing: `${known.trajectories.lotte} ${NOWHERE}`, 'online-result': HOSTILE },
      ),
    ),
  'get /werk/dossiers/:id/gezin': (known) => get(...people(known).map(links.fileFamily)),
  'post /werk/dossiers/:id/gezin': (known) =>
    people(known).flatMap((id) =>
      post(
        links.fileFamily(id),
        { doe: 'thuis', 'thuis-kind': known.persons.lotte, 'thuis-bij': HOSTILE },
        { doe: 'lid' },
      ),
    ),
  'get /werk/dossiers/:id/bereiken': (known) => get(...people(known).map(links.fileReach)),
  'post /werk/dossiers/:id/bereiken': (known) =>
    people(known).flatMap((id) => post(links.fileReach(id), { _versie: '1', telefoon: '06' }, { _versie: HOSTILE })),

  'get /werk/dossiers/:id/delen': (known) => get(...people(known).map((id) => links.fileSharing(id))),
  'post /werk/dossiers/:id/delen': (known) =>
    people(known).flatMap((id) =>
      post(
        links.fileSharing(id),
        {},
        // With the very worker who receives of A, as B and the worker of B could do.
        told(known),
        { ...told(known), werkadres: HOSTILE, waar: NOWHERE },
        { doe: 'trek-in', delen: known.guessed.sharingId },
      ),
    ),
  'get /werk/gedeeld/:id': ({ guessed }) => get(links.received(guessed.sharingId), links.received(HOSTILE)),
  'post /werk/gedeeld/:id': ({ guessed }) => post(links.received(guessed.sharingId), {}),
  'post /mijn/delen': ({ guessed }) => post(links.ownSharing(), { delen: guessed.sharingId }, { delen: HOSTILE }),

  'get /werk/zoeken': () => get(links.search()),
  'post /werk/zoeken': () =>
    ['Sanne', 'Lotte', 'Mark', 'overdracht', 'stil', 'weten', HOSTILE, ''].flatMap((zoek) =>
      post(links.search(), { zoek }),
    ),
  'get /werk/hulpvragen/:id/traject': () => get(links.requestStart(NOWHERE)),
  'post /werk/hulpvragen/:id/traject': () => post(links.requestStart(NOWHERE), { naam: 'Mark' }),
}
