import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, NOWHERE, post } from './asking.ts'

/** Programmes hold nothing of a family; who helps one changes none, so every answer is that the page is not there. */
export const PROGRAMME_ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /werk/programmas': () => get(links.programmes()),
  'post /werk/programmas': () =>
    post(links.programmes(), {}, { naam: 'Naam', 'naam-engels': 'Name', voor: '0', _sleutel: NOWHERE }),
  'get /werk/programmas/:code': () => get(links.programme('open-door'), links.programme(HOSTILE)),
  'post /werk/programmas/:code': ({ municipalityId }) =>
    post(links.programme('open-door'), { doe: 'stop' }, { doe: 'geef', gemeente: municipalityId }),
  'get /werk/programmas/concept/:id': () => get(links.draft(NOWHERE)),
  'post /werk/programmas/concept/:id': () => post(links.draft(NOWHERE), { doe: 'publiceer' }),
  'get /werk/programmas/concept/:id/voorbeeld': () => get(links.draftPreview(NOWHERE)),
  'get /werk/programmas/concept/:id/:deel': () => get(links.draftPart(NOWHERE, 'phases')),
  'post /werk/programmas/concept/:id/:deel': () => post(links.draftPart(NOWHERE, 'phases'), { doe: 'weg' }),
  'get /werk/programmas/concept/:id/:deel/:nummer': () => get(links.draftThing(NOWHERE, 'phases', '1')),
  'post /werk/programmas/concept/:id/:deel/:nummer': () =>
    post(links.draftThing(NOWHERE, 'phases', '1'), { 'name/nl': HOSTILE }),
}
