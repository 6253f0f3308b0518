import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, NOWHERE, post } from './asking.ts'

/** The local offer holds nothing of a family; who helps one keeps none, so every answer is that the page is not there. */
export const OFFER_ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /werk/aanbod': () => get(links.localOffer()),
  'get /werk/aanbod/:gemeente': ({ municipalityId }) =>
    get(links.localOffer(municipalityId), links.localOffer(NOWHERE)),
  'post /werk/aanbod/:gemeente': ({ municipalityId }) =>
    post(links.localOffer(municipalityId), {}, { vraag: NOWHERE }, { vraag: HOSTILE }),
  'get /werk/aanbod/:gemeente/bestand': ({ municipalityId }) => get(links.localOfferFile(municipalityId)),
  'get /werk/aanbod/:gemeente/binnenhalen': ({ municipalityId }) => get(links.localOfferImport(municipalityId)),
  'post /werk/aanbod/:gemeente/binnenhalen': ({ municipalityId }) =>
    post(links.localOfferImport(municipalityId), {}, { inhoud: '[]' }, { doe: 'alles', inhoud: HOSTILE }),
  'get /werk/aanbod/:gemeente/kaart/:id': ({ municipalityId }) => get(links.localOfferCard(municipalityId, NOWHERE)),
  'post /werk/aanbod/:gemeente/kaart/:id': ({ municipalityId }) =>
    post(
      links.localOfferCard(municipalityId, NOWHERE),
      {},
      { doe: 'public', _versie: '1' },
      { doe: 'bewaar', name: HOSTILE },
    ),
}
