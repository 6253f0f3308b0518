import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, NOWHERE, people, post } from './asking.ts'
import { CASE_ASKS } from './asks-of-cases.ts'
import { PUBLIC_ASKS } from './asks-of-everyone.ts'
import { OFFER_ASKS } from './asks-of-offers.ts'
import { PAGE_ASKS } from './asks-of-pages.ts'
import { PARTICIPATION_ASKS } from './asks-of-participation.ts'
import { PROGRAMME_ASKS } from './asks-of-programmes.ts'

export type { Ask, Known } from './asking.ts'

const LONG = 'a'.repeat(11_000)

const imports = (path: (id: string) => string) => () => get(path(NOWHERE), path('1'))

/**
 * What is asked of every page that `web/routes.ts` lists, as somebody with B's knowledge could ask it: as meant, empty,
 * huge, hostile, and with numbers of A's side. A page that is not in this table fails a test.
 */
export const ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /': () => get('/'),
  'get /en': () => get('/en'),
  ...PUBLIC_ASKS,
  'get /vraag': () => get('/vraag'),
  'get /vraag/stel': () => get('/vraag/stel'),
  'post /vraag/stel': () =>
    post('/vraag/stel', { _doe: 'verder' }, { _stand: HOSTILE }, { _gemeente: HOSTILE }, { _doe: 'elders' }),
  ...Object.fromEntries(
    ['', '/en'].flatMap((lang) =>
      ['vraag', 'vraag/kind'].map((ask) => [`get ${lang}/g/:place/${ask}`, () => get(`${lang}/g/nergens/${ask}`)]),
    ),
  ),
  'get /vraag/kind': () => get('/vraag/kind'),
  'get /vraag/kind/stel': () => get('/vraag/kind/stel'),
  'post /vraag/kind/stel': () => post('/vraag/kind/stel', { _doe: 'verder' }),
  'get /vraag/stand': () => get('/vraag/stand'),
  'post /vraag/stand': () => post('/vraag/stand', { code: 'BBBB-CCCC-DDDD' }),
  'get /vraag/terug': () => get('/vraag/terug'),
  'post /vraag/terug': () => post('/vraag/terug', { code: 'BBBB-CCCC-DDDD' }),
  'get /vraag/nu': () => get('/vraag/nu'),

  'get /inloggen': () => get('/inloggen?terug=/werk'),
  'post /inloggen': () => post('/inloggen', {}),
  'get /inloggen/code': () => get('/inloggen/code'),
  'post /inloggen/code': () => post('/inloggen/code', {}),
  'get /inloggen/sleutel': () => get('/inloggen/sleutel?terug=/werk'),
  'post /inloggen/sleutel': () => post('/inloggen/sleutel', {}, { antwoord: '{}' }, { antwoord: HOSTILE }),
  'get /inloggen/via/:id': () => get(`/inloggen/via/${NOWHERE}`, '/inloggen/via/1?terug=/werk'),
  'get /inloggen/via/:id/terug': () => get(`/inloggen/via/${NOWHERE}/terug?code=1&state=2`),
  'get /inloggen/via/:id/uit': () => get(`/inloggen/via/${NOWHERE}/uit`),
  'get /inloggen/via/:id/sleutels': () => get(`/inloggen/via/${NOWHERE}/sleutels`),
  'get /inloggen/instellen': () => get('/inloggen/instellen'),
  'post /inloggen/instellen': () => post('/inloggen/instellen', {}),
  'get /inloggen/nieuw-wachtwoord': () => get('/inloggen/nieuw-wachtwoord'),
  'post /inloggen/nieuw-wachtwoord': () =>
    post('/inloggen/nieuw-wachtwoord', {}, { current: HOSTILE, next: HOSTILE, again: HOSTILE }),
  'get /uitnodiging/:token': () => get('/uitnodiging/geen'),
  'post /uitnodiging/:token': () => post('/uitnodiging/geen', {}),
  'post /uitloggen': () => post('/uitloggen', {}),
  'get /werk/mijn-account/sleutel': () => get('/werk/mijn-account/sleutel'),
  'post /werk/mijn-account/sleutel': () =>
    post(
      '/werk/mijn-account/sleutel',
      {},
      { doe: 'naam', sleutel: NOWHERE, naam: 'x' },
      { doe: 'weg', sleutel: NOWHERE },
    ),
  'get /werk/schrijfhulp': () => get('/werk/schrijfhulp'),
  'post /werk/schrijfhulp': () =>
    post('/werk/schrijfhulp', {}, { taal: 'nl', tekst: 'Indien je komt.' }, { taal: 'en', tekst: HOSTILE }),
  'get /werk/mijn-account': () => get('/werk/mijn-account'),
  'post /werk/mijn-account': () =>
    post('/werk/mijn-account', { doe: 'mail-uit' }, { doe: 'beeindig', sessie: NOWHERE }),

  'get /werk': () => get('/werk'),
  'post /werk': ({ guessed, persons: { sanne } }) =>
    post(
      '/werk',
      {},
      ...['take', 'see', 'done', 'tick', HOSTILE].map((doe) => ({ doe, nummer: guessed.trajectoryId, versie: '1' })),
      { doe: 'done', nummer: guessed.trajectoryId, moment: 'look-back', versie: '1' },
      { doe: 'tick', nummer: NOWHERE, plan: sanne, versie: HOSTILE },
    ),
  'get /werk/trajecten': ({ guessed }) =>
    get(
      '/werk/trajecten',
      '/werk/trajecten?fase=walking',
      '/werk/trajecten?kern=noord',
      `/werk/trajecten?na=2030-01-01.${guessed.trajectoryId}`,
    ),
  'post /werk/trajecten': () =>
    post(
      '/werk/trajecten?fase=walking',
      {},
      { doe: 'bewaar', filternaam: 'Loopt mee' },
      { doe: 'bewaar', filternaam: HOSTILE },
    ),
  'get /werk/vervanging': () => get('/werk/vervanging'),
  'post /werk/vervanging': ({ provisionId, actors: { colleague, workerOfSanne } }) =>
    post(
      '/werk/vervanging',
      {},
      { uitvoering: provisionId, collega: HOSTILE, vanaf: '2099-01-01', tot: HOSTILE },
      { uitvoering: provisionId, weg: workerOfSanne.personId, collega: colleague.personId },
      { doe: 'stop', vervanging: NOWHERE },
    ),
  'get /werk/trajecten/:id': ({ trajectories: { sanne, mark, lotte }, guessed }) =>
    get(...[mark, sanne, lotte, guessed.trajectoryId].map((id) => links.trajectory(id))),
  'get /werk/dossiers': () => get('/werk/dossiers'),
  'get /werk/dossiers/nieuw': () => get('/werk/dossiers/nieuw'),
  'post /werk/dossiers/nieuw': ({ provisionId }) =>
    post(
      '/werk/dossiers/nieuw',
      {},
      { uitvoering: provisionId, naam: 'Mark', andere: 'Sanne', 'kind-1': 'Lotte', 'leeftijd-1': '9' },
    ),
  'get /werk/dossiers/:id/uitnodigen': (known) => get(...people(known).map((id) => links.fileInvite(id))),
  'post /werk/dossiers/:id/uitnodigen': (known) =>
    people(known).flatMap((id, at) =>
      // A key of its own, from which the code on the page comes.
      post(
        links.fileInvite(id),
        {},
        { besproken: 'ja', _sleutel: NOWHERE.replace(/.$/, String(at + 1)) },
        { besproken: HOSTILE },
      ),
    ),
  'get /werk/dossiers/:id': (known) => get(...people(known).map((id) => links.file(id))),
  'post /werk/dossiers/:id': (known) => [
    ...people(known).flatMap((id) => post(links.file(id), { notitie: 'Een notitie.', 'hoort-in': 'own-file' })),
    ...post(
      links.file(known.persons.mark),
      { notitie: '' },
      { notitie: LONG },
      { notitie: HOSTILE, 'hoort-in': 'shared-plan' },
      { notitie: 'x', 'hoort-in': 'safety', 'mag-lezen': known.actors.workerOfSanne.personId },
      { notitie: 'x', 'hoort-in': 'safety', 'mag-lezen': [HOSTILE, known.actors.second.personId] },
    ),
  ],
  'post /werk/dossiers/:id/plan': ({ persons: { sanne, mark, lotte }, planId, itemId, actors }) => [
    ...post(
      links.filePlan(mark),
      { doe: 'open', 'doet-mee': [sanne, lotte] },
      { doe: 'open', 'doet-mee': HOSTILE },
      { doe: 'klaar', plan: planId, regel: itemId, versie: '1' },
      { doe: 'klaar', plan: planId, regel: itemId, versie: HOSTILE },
      { plan: planId, soort: 'goal', 'plan-zin': 'Rust bij het wisselen', wie: sanne },
      { plan: planId, soort: 'action', 'plan-zin': LONG, wie: actors.workerOfSanne.personId },
    ),
    ...post(links.filePlan(sanne), { doe: 'open' }, { doe: 'klaar', plan: planId, regel: itemId, versie: '1' }),
  ],
  'get /werk/dossiers/:id/met-reden': (known) => get(...people(known).map(links.fileGlass)),
  'post /werk/dossiers/:id/met-reden': (known) =>
    people(known).flatMap((id) =>
      post(links.fileGlass(id), { reden: '' }, { reden: 'Er is haast en niemand anders.' }),
    ),
  'get /werk/dossiers/:id/notities/:note': ({ persons: { sanne, mark, lotte }, notes, guessed }) =>
    get(
      links.note(mark, notes.ofMark),
      ...[notes.ofSanne, guessed.noteId].flatMap((note) => [sanne, mark, lotte].map((id) => links.note(id, note))),
    ),
  'post /werk/dossiers/:id/notities/:note': ({ persons: { sanne, mark }, notes, guessed }) =>
    [
      [mark, notes.ofMark],
      [mark, notes.ofSanne],
      [sanne, notes.ofSanne],
      [sanne, guessed.noteId],
    ].flatMap(([id = '', note = '']) => post(links.note(id, note), { notitie: 'Anders gezegd.' }, { notitie: '' })),
  'get /werk/met-reden-geopend': () => get('/werk/met-reden-geopend'),
  'get /mijn': () => get('/mijn'),
  'post /mijn/plan': ({ planId, itemId }) =>
    post('/mijn/plan', { plan: planId, regel: itemId, versie: '1', doe: 'klaar' }, { plan: HOSTILE }),

  'get /werk/hulpvragen': () => get(...['nieuw', 'opgepakt', 'klaar', HOSTILE].map((show) => links.requests(show))),
  'get /werk/hulpvragen/nieuw': () => get('/werk/hulpvragen/nieuw'),
  'post /werk/hulpvragen/nieuw': () => post('/werk/hulpvragen/nieuw', {}, { doe: 'advies' }),
  'get /werk/hulpvragen/:id': () => get(links.request(NOWHERE)),
  // By its own address one is told that a colleague has a request (decision 12); what it looks like one is not.
  'post /werk/hulpvragen/:id': ({ guessed: { requestId }, persons: { sanne }, provisionId }) => [
    ...post(
      links.request(NOWHERE),
      { stap: 'take', versie: '1' },
      { doorgeven: provisionId, akkoord: 'ja', mee: 'name', versie: '2' },
    ),
    ...post(links.request(requestId), { lijkt: sanne, besluit: 'same-person', versie: '1' }, { lijkt: HOSTILE }),
  ],
  'get /werk/hulpvragen/:id/wat-speelt-er': ({ guessed: { requestId } }) =>
    get(...[NOWHERE, requestId].map(links.requestCircumstances)),
  'post /werk/hulpvragen/:id/wat-speelt-er': ({ guessed: { requestId } }) =>
    [NOWHERE, requestId].flatMap((id) =>
      post(links.requestCircumstances(id), { versie: '2' }, { versie: HOSTILE, money: 'yes', words: LONG }),
    ),
  'get /werk/hulpvragen/:id/ladder': ({ guessed: { requestId } }) =>
    get(...[NOWHERE, requestId].map(links.requestLadder)),
  'post /werk/hulpvragen/:id/ladder': ({ guessed: { requestId } }) =>
    [NOWHERE, requestId].flatMap((id) =>
      post(links.requestLadder(id), { versie: '2' }, { versie: '2', heavy: 'used', 'heavy-why': HOSTILE }),
    ),

  'get /werk/importeren': () => get('/werk/importeren'),
  'get /werk/importeren/nieuw': () => get('/werk/importeren/nieuw'),
  'post /werk/importeren/nieuw': () => post('/werk/importeren/nieuw', {}),
  'get /werk/importeren/indelingen': () => get('/werk/importeren/indelingen'),
  'get /werk/importeren/indelingen/:id': () => get(links.importMapping(NOWHERE)),
  'post /werk/importeren/indelingen/:id': () => post(links.importMapping(NOWHERE), {}, { naam: HOSTILE }),
  'post /werk/importeren/indelingen/:id/weg': () => post(links.importMappingRemove(NOWHERE), {}),
  'get /werk/importeren/:id': imports((id) => links.import(id)),
  'get /werk/importeren/:id/blad': imports(links.importSheet),
  'post /werk/importeren/:id/blad': () => post(links.importSheet(NOWHERE), {}),
  'get /werk/importeren/:id/kolommen': imports(links.importColumns),
  'post /werk/importeren/:id/kolommen': () => post(links.importColumns(NOWHERE), {}),
  'get /werk/importeren/:id/regels': imports((id) => links.importRows(id)),
  'post /werk/importeren/:id/regels': () => post(links.importRows(NOWHERE), {}),
  'get /werk/importeren/:id/regels/uitleg': imports(links.importFaults),
  'get /werk/importeren/:id/voortgang': imports(links.importProgress),
  'post /werk/importeren/:id/stoppen': () => post(links.importCancel(NOWHERE), {}),
  'post /werk/importeren/:id/ongedaan': () => post(links.importUndo(NOWHERE), {}),
  'get /werk/berichten': () => get('/werk/berichten'),
  'get /werk/beheer': () => get('/werk/beheer'),
  'get /werk/mensen': () => get('/werk/mensen'),
  'post /werk/mensen': () => post('/werk/mensen', {}),
  'get /werk/rechten': () => get('/werk/rechten'),
  'get /werk/rechten/inloggen': () => get('/werk/rechten/inloggen'),
  'post /werk/rechten': () =>
    post('/werk/rechten', {}, { recht: NOWHERE, doe: 'houd', reden: 'Nodig.' }, { recht: HOSTILE, reden: HOSTILE }),
  'get /werk/inloggen': () => get('/werk/inloggen'),
  'get /werk/inloggen/:id': () => get(links.organisationSignIn(NOWHERE)),
  'post /werk/inloggen/:id': () =>
    post(
      links.organisationSignIn(NOWHERE),
      {},
      { doe: 'aan' },
      { doe: 'probeer' },
      { doe: 'groep-weg', regel: HOSTILE },
    ),
  'get /werk/systemen': () => get('/werk/systemen'),
  'post /werk/systemen': () => post('/werk/systemen', {}, { naam: HOSTILE, rol: 'registration-system' }),
  'get /werk/systemen/:id': ({ actors }) => get(...[NOWHERE, actors.second.personId].map(links.system)),
  'post /werk/systemen/:id': ({ actors }) =>
    [NOWHERE, actors.second.personId].flatMap((id) => post(links.system(id), { doe: 'sleutel' }, { doe: 'uit' })),
  'get /werk/gemeente': () => get('/werk/gemeente'),
  'get /werk/teams': () => get('/werk/teams'),
  'get /werk/teams/:id': ({ organisationId }) => get(...[organisationId, NOWHERE].map((id) => links.teams(id))),
  'post /werk/teams/:id': ({ organisationId, provisionId, municipalityId, actors }) =>
    post(
      links.teams(organisationId),
      {},
      { doe: 'maak', naam: HOSTILE },
      { doe: 'naam', team: NOWHERE, naam: 'Team Zee' },
      { doe: 'erin', team: NOWHERE, persoon: actors.second.personId, rol: 'coordinator', gemeente: municipalityId },
      { doe: 'aanbod', aanbod: provisionId, team: NOWHERE },
    ),
  'get /werk/groepen/nieuw': ({ provisionId }) =>
    get('/werk/groepen/nieuw', `/werk/groepen/nieuw?uitvoering=${provisionId}`),
  'post /werk/groepen/nieuw': ({ provisionId }) =>
    post('/werk/groepen/nieuw', {}, { uitvoering: provisionId, dag: HOSTILE }),
  'post /werk/gemeente': () => post('/werk/gemeente', {}),

  ...OFFER_ASKS,
  ...PAGE_ASKS,
  ...PARTICIPATION_ASKS,
  ...PROGRAMME_ASKS,
  'get /werk/daarna': ({ municipalityId }) => get('/werk/daarna', links.afterwards(municipalityId)),
  'post /werk/daarna': ({ municipalityId }) => post(links.afterwards(municipalityId), {}, { naam: HOSTILE }),

  'get /werk/regelingen': ({ municipalityId }) => get('/werk/regelingen', links.moneyKept(municipalityId)),
  'post /werk/regelingen': ({ municipalityId }) =>
    post(links.moneyKept(municipalityId), {}, { _versie: '0', doe: 'openbaar', klopt: HOSTILE }, { doe: 'weg' }),
  'get /werk/regelingen/contactpunt': ({ municipalityId }) => get(links.moneyContact(municipalityId)),
  'post /werk/regelingen/contactpunt': ({ municipalityId }) =>
    post(links.moneyContact(municipalityId), {}, { name: HOSTILE, phone: HOSTILE, _versie: '0' }),
  'get /werk/regelingen/normen': ({ municipalityId }) => get(links.moneyNorms(municipalityId, HOSTILE)),
  'post /werk/regelingen/normen': ({ municipalityId }) =>
    post(links.moneyNorms(municipalityId), {}, { single: HOSTILE }),
  'get /werk/regelingen/eigen': ({ municipalityId }) =>
    get(links.moneyOwn(), links.moneyOwn(municipalityId, 'eigen-geen'), links.moneyOwn(NOWHERE)),
  'post /werk/regelingen/eigen': ({ municipalityId }) => [
    ...post(links.moneyOwn(municipalityId), {}, { _versie: '0', 'name/nl': HOSTILE }),
    ...post(links.moneyOwn(NOWHERE, 'eigen-geen'), { doe: 'weg', _versie: '1' }),
  ],
  'get /werk/regelingen/bedragen/:scheme': ({ municipalityId }) =>
    get(links.moneyRule(municipalityId, 'meedoen-kinderen'), links.moneyRule(NOWHERE, 'geen')),
  'post /werk/regelingen/bedragen/:scheme': ({ municipalityId }) =>
    post(links.moneyRule(municipalityId, 'meedoen-kinderen'), {}, { _versie: '0', gives: HOSTILE }, { doe: 'weg' }),

  ...CASE_ASKS,

  'get /beleid/cijfers': () => get('/beleid/cijfers', '/beleid/cijfers?per=pace'),
  'get /beleid/bezoek': () =>
    get('/beleid/bezoek', '/beleid/bezoek?gebied=geen', '/beleid/bezoek?maand=2026-01-01', '/beleid/bezoek?maand=x'),
  'get /beleid/hulpvragen-per-wet': () =>
    get('/beleid/hulpvragen-per-wet', '/beleid/hulpvragen-per-wet?jaar=2025', '/beleid/hulpvragen-per-wet?jaar=x'),
  'get /beleid/cijfers/csv': () => get('/beleid/cijfers/csv'),
  'get /beleid/cijfers/xlsx': () => get('/beleid/cijfers/xlsx'),
  'get /beleid/paspoorten': () => get('/beleid/paspoorten'),
  'get /beleid/paspoorten/:code': () => get('/beleid/paspoorten/fathers-walk-walkers'),
}
