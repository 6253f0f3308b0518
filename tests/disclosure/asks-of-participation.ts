import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, NOWHERE, post } from './asking.ts'

/** Stories, campaigns, partners, test rounds and gathered input hold nothing of a family. */
export const PARTICIPATION_ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /werk/verhalen': () => get(links.stories()),
  'get /werk/verhalen/:gemeente': ({ municipalityId }) => get(links.stories(municipalityId), links.stories(NOWHERE)),
  'get /werk/verhalen/:gemeente/:id': ({ municipalityId }) => get(links.story(municipalityId, NOWHERE)),
  'post /werk/verhalen/:gemeente/:id': ({ municipalityId }) =>
    post(
      links.story(municipalityId, NOWHERE),
      {},
      { doe: 'zet', _versie: '1' },
      { doe: 'bewaar', wordsNl: HOSTILE },
      { doe: 'akkoord', _versie: '1', askedBy: HOSTILE },
    ),
  'get /werk/verhalen/:gemeente/:id/papier': ({ municipalityId }) => get(links.storyPaper(municipalityId, NOWHERE)),
  'get /verhaal-terug/:token': () => get(links.storyBack('bcdf-ghjk-mnpq-rtvw-xyz3-4678'), links.storyBack('x')),
  'post /verhaal-terug/:token': () =>
    ['bcdf-ghjk-mnpq-rtvw-xyz3-4678', 'x'].flatMap((token) => post(links.storyBack(token), {})),
  'get /werk/testrondes': () => get(links.testRounds()),
  'get /werk/testrondes/:gemeente': ({ municipalityId }) =>
    get(links.testRounds(municipalityId), links.testRounds(NOWHERE)),
  'get /werk/testrondes/:gemeente/:id': ({ municipalityId }) => get(links.testRound(municipalityId, NOWHERE)),
  'post /werk/testrondes/:gemeente/:id': ({ municipalityId }) =>
    post(links.testRound(municipalityId, NOWHERE), {}, { _versie: '1', title: HOSTILE }),
  'get /werk/testrondes/:gemeente/:ronde/bevinding/:id': ({ municipalityId }) =>
    get(links.testFinding(municipalityId, NOWHERE, NOWHERE)),
  'post /werk/testrondes/:gemeente/:ronde/bevinding/:id': ({ municipalityId }) =>
    post(links.testFinding(municipalityId, NOWHERE, NOWHERE), {}, { finding: HOSTILE }),
  'get /ga/:code': () => get(...['bestaat-niet', encodeURIComponent(HOSTILE)].map(links.campaignGo)),
  'get /werk/campagnes': () => get(links.campaigns()),
  'get /werk/campagnes/lijst/csv': () => get(links.campaignsFile()),
  'get /werk/campagnes/campagne/:id': () => get(links.campaign(NOWHERE), links.campaign('x')),
  'post /werk/campagnes/campagne/:id': () =>
    post(links.campaign(NOWHERE), {}, { _versie: '1', name: HOSTILE }, { code: HOSTILE, leadsTo: HOSTILE }),
  'get /werk/campagnes/campagne/:id/bereik/:bereik': () => get(links.campaignReach(NOWHERE, NOWHERE)),
  'post /werk/campagnes/campagne/:id/bereik/:bereik': () =>
    post(links.campaignReach(NOWHERE, NOWHERE), {}, { reach: HOSTILE, source: HOSTILE }),
  'get /werk/partners': () => get(links.partners()),
  'get /werk/partners/:gemeente': ({ municipalityId }) =>
    get(links.partners(municipalityId, 'toon=old&soort=school'), links.partners(NOWHERE)),
  'get /werk/partners/:gemeente/lijst/csv': ({ municipalityId }) =>
    get(links.partnersFile(municipalityId, 'csv'), links.partnersFile(NOWHERE, 'csv')),
  'get /werk/partners/:gemeente/lijst/xlsx': () => get(links.partnersFile(NOWHERE, 'xlsx')),
  'get /werk/partners/:gemeente/partner/:id': () => get(links.partner(NOWHERE, NOWHERE)),
  'post /werk/partners/:gemeente/partner/:id': ({ municipalityId }) =>
    post(links.partner(municipalityId, NOWHERE), {}, { _versie: '1', name: HOSTILE }),
  'get /werk/partners/:gemeente/partner/:partner/afspraak/:id': ({ municipalityId }) =>
    get(links.partnerAgreement(municipalityId, NOWHERE, NOWHERE)),
  'post /werk/partners/:gemeente/partner/:partner/afspraak/:id': ({ municipalityId }) =>
    post(links.partnerAgreement(municipalityId, NOWHERE, NOWHERE), {}, { what: HOSTILE }),
  'get /werk/partners/:gemeente/partner/:partner/contact/:id': ({ municipalityId }) =>
    get(links.partnerTouch(municipalityId, NOWHERE, NOWHERE)),
  'post /werk/partners/:gemeente/partner/:partner/contact/:id': ({ municipalityId }) =>
    post(links.partnerTouch(municipalityId, NOWHERE, NOWHERE), {}, { about: HOSTILE }),
  'get /beleid/aanbod-en-vraag': () => get(links.gaps(), `${links.gaps()}?gebied=${encodeURIComponent(HOSTILE)}`),
  'get /beleid/opgehaald': () => get(links.gathered()),
  'get /beleid/opgehaald/:gemeente': ({ municipalityId }) =>
    get(links.gathered(municipalityId), links.gathered(NOWHERE)),
  'get /beleid/opgehaald/:gemeente/inbreng/:id': ({ municipalityId }) =>
    get(links.gatheredOne(municipalityId, NOWHERE)),
  'post /beleid/opgehaald/:gemeente/inbreng/:id': ({ municipalityId }) =>
    post(links.gatheredOne(municipalityId, NOWHERE), {}, { doe: 'wis' }, { said: HOSTILE }),
  'get /beleid/opgehaald/:gemeente/advies/:id': ({ municipalityId }) =>
    get(links.recommendation(municipalityId, NOWHERE)),
  'post /beleid/opgehaald/:gemeente/advies/:id': ({ municipalityId }) =>
    post(links.recommendation(municipalityId, NOWHERE), {}, { advice: HOSTILE }),
}
