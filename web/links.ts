type Lang = 'nl' | 'en'
/** The languages in which the pages that people need first stand as well. */
type MoreLang = 'ar' | 'tr' | 'pl' | 'uk'
type AnyLang = Lang | MoreLang

/** Where a public page is read: its language, and the municipality that somebody chose. Both stand in the address. */
export type Here = { readonly lang: Lang; readonly place?: string | undefined }

type AnyHere = { readonly lang: AnyLang; readonly place?: string | undefined }

const here = ({ lang, place }: AnyHere): string =>
  `${lang === 'nl' ? '' : `/${lang}`}${place === undefined ? '' : `/g/${place}`}`

/** The language beside Dutch and English that an address says. */
export const moreLangInAddress = (path: string): MoreLang | undefined =>
  path.match(/^\/(ar|tr|pl|uk)(?=\/|$)/)?.[1] as MoreLang | undefined // one of those four

/** The language that an address itself says, of the pages that are the same for everyone. */
export function langInAddress(path: string): Lang | undefined {
  if (/^\/en(\/|$)/.test(path)) return 'en'
  // What is not in the language of such an address is in Dutch.
  if (moreLangInAddress(path) !== undefined) return 'nl'
  return /^\/($|(g|informatie|begin|regelingen|zoeken|gemeente|hulp-in-de-buurt|stappen|ouderschapsplan|begrippen|chatten|nieuw\.xml)(\/|$))/.test(
    path,
  )
    ? 'nl'
    : undefined
}

/** Values of a municipality, and of those the ones that begin on a day. */
const ofMunicipality = (id: string | undefined, from: string | undefined): string =>
  id === undefined ? '' : `?gemeente=${id}${from === undefined ? '' : `&vanaf=${from}`}`

const addedIn = (municipality: string | undefined): string => (municipality === undefined ? '' : `/in/${municipality}`)

/** Every address of the product; pages link only through here. */
export const links = {
  home: (lang: AnyLang = 'nl', place?: string) => here({ lang, place }) || '/',
  page: (at: AnyHere, slug: string) => `${here(at)}/informatie/${slug}`,
  pageHelped: (at: AnyHere, slug: string) => `${here(at)}/informatie/${slug}/geholpen`,
  entrance: (at: Here, code: string) => `${here(at)}/begin/${code}`,
  chat: (at: Here, code: string) => `${here(at)}/chatten/${code}`,
  parentingPlan: (at: Here) => `${here(at)}/ouderschapsplan`,
  news: (at: Here) => `${here(at)}/nieuw.xml`,
  schemes: (at: Here) => `${here(at)}/regelingen`,
  scheme: (at: Here, code: string) => `${here(at)}/regelingen/${code}`,
  schemesCheck: (at: Here) => `${here(at)}/regelingen/kijken`,
  schemesRising: (at: Here) => `${here(at)}/regelingen/meer-inkomen`,
  sitemap: () => '/sitemap.xml',
  robots: () => '/robots.txt',
  terms: (at: Here) => `${here(at)}/begrippen`,
  find: (at: Here) => `${here(at)}/zoeken`,
  offers: (at: Here) => `${here(at)}/hulp-in-de-buurt`,
  offer: (at: Here, id: string) => `${here(at)}/hulp-in-de-buurt/${id}`,
  offersPaper: (at: Here) => `${here(at)}/hulp-in-de-buurt/krant`,
  offersPaperWord: (at: Here) => `${here(at)}/hulp-in-de-buurt/krant.docx`,
  offersPaperText: (at: Here) => `${here(at)}/hulp-in-de-buurt/krant.txt`,
  offerCheck: (token: string) => `/klopt-dit/${token}`,
  storyBack: (token: string) => `/verhaal-terug/${token}`,
  /** The short address of a campaign, as it stands on a poster. */
  campaignGo: (code: string) => `/ga/${code}`,
  steps: (at: Here) => `${here(at)}/stappen`,
  stepsPaper: (at: Here) => `${here(at)}/stappen/papier`,
  stepsCalendar: (at: Here) => `${here(at)}/stappen/agenda`,
  stepsKept: (at: Here) => `${here(at)}/stappen/code`,
  choosePlace: (lang: Lang) => `${here({ lang })}/gemeente`,
  quickExit: () => '/weg',
  language: (lang: Lang, back: string) => `/taal/${lang}?terug=${encodeURIComponent(back)}`,

  ask: () => '/vraag',
  /** Asking in the municipality that somebody reads in, so that its villages are offered first. */
  askIn: (at: Here) => `${here(at)}/vraag`,
  askChildIn: (at: Here) => `${here(at)}/vraag/kind`,
  askQuestion: () => '/vraag/stel',
  askChild: () => '/vraag/kind',
  askChildQuestion: () => '/vraag/kind/stel',
  askStatus: () => '/vraag/stand',
  askTakeBack: () => '/vraag/terug',
  danger: () => '/vraag/nu',

  signIn: (back?: string) => (back === undefined ? '/inloggen' : `/inloggen?terug=${encodeURIComponent(back)}`),
  secondFactor: (back?: string) =>
    back === undefined ? '/inloggen/code' : `/inloggen/code?terug=${encodeURIComponent(back)}`,
  recoveryCode: (back?: string) =>
    `/inloggen/code?manier=herstelcode${back === undefined ? '' : `&terug=${encodeURIComponent(back)}`}`,
  enrol: () => '/inloggen/instellen',
  passkey: (back?: string) =>
    back === undefined ? '/inloggen/sleutel' : `/inloggen/sleutel?terug=${encodeURIComponent(back)}`,
  signOn: (providerId: string, back?: string) =>
    `/inloggen/via/${providerId}${back === undefined ? '' : `?terug=${encodeURIComponent(back)}`}`,
  signOnReturn: (providerId: string) => `/inloggen/via/${providerId}/terug`,
  signOnOut: (providerId: string) => `/inloggen/via/${providerId}/uit`,
  signOnKeys: (providerId: string) => `/inloggen/via/${providerId}/sleutels`,
  signedOut: (providerId: string) => `/inloggen?uit=${providerId}`,
  renew: () => '/inloggen/nieuw-wachtwoord',
  signOut: () => '/uitloggen',
  invitation: (token: string) => `/uitnodiging/${token}`,
  ownPasskey: () => '/werk/mijn-account/sleutel',
  account: (done?: string) => (done === undefined ? '/werk/mijn-account' : `/werk/mijn-account?gedaan=${done}`),

  work: (done?: string) => (done === undefined ? '/werk' : `/werk?gedaan=${done}`),
  figures: () => '/beleid/cijfers',
  visits: () => '/beleid/bezoek',
  gaps: () => '/beleid/aanbod-en-vraag',
  requestLaws: () => '/beleid/hulpvragen-per-wet',
  passport: (code: string) => `/beleid/paspoorten/${code}`,
  passports: () => '/beleid/paspoorten',
  figureExport: (format: 'csv' | 'xlsx') => `/beleid/cijfers/${format}`,
  trajectories: () => '/werk/trajecten',
  trajectory: (id: string, done?: string) => `/werk/trajecten/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  caseStep: (id: string, to: string) => `/werk/trajecten/${id}/stap/${to}`,
  caseClose: (id: string, to: string, saved?: string) =>
    `/werk/trajecten/${id}/afsluiten/${to}${saved === undefined ? '' : `?bewaard=${saved}`}`,
  caseReopen: (id: string, to: string) => `/werk/trajecten/${id}/heropenen/${to}`,
  caseHanded: (id: string) => `/werk/trajecten/${id}/meegegeven`,
  caseAnswers: (id: string) => `/werk/trajecten/${id}/antwoorden`,
  caseMilestone: (id: string, code: string) => `/werk/trajecten/${id}/moment/${code}`,
  caseAnchor: (id: string, code: string) => `/werk/trajecten/${id}/begin/${code}`,
  caseWorkers: (id: string) => `/werk/trajecten/${id}/medewerkers`,
  caseBothSides: (id: string) => `/werk/trajecten/${id}/beide-kanten`,
  fileVoice: (id: string) => `/werk/dossiers/${id}/kind-gehoord`,
  fileSteunfiguren: (id: string, done?: string) =>
    `/werk/dossiers/${id}/iemand${done === undefined ? '' : `?gedaan=${done}`}`,
  fileFamily: (id: string) => `/werk/dossiers/${id}/gezin`,
  fileInvite: (id: string, done?: string) =>
    `/werk/dossiers/${id}/uitnodigen${done === undefined ? '' : `?gedaan=${done}`}`,
  fileReach: (id: string) => `/werk/dossiers/${id}/bereiken`,
  caseContact: (id: string) => `/werk/trajecten/${id}/contact`,

  standIn: (done?: string) => `/werk/vervanging${done === undefined ? '' : `?gedaan=${done}`}`,

  files: () => '/werk/dossiers',
  fileNew: () => '/werk/dossiers/nieuw',
  groupNew: () => '/werk/groepen/nieuw',
  file: (id: string, done?: string) => `/werk/dossiers/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  filePlan: (id: string) => `/werk/dossiers/${id}/plan`,
  fileGlass: (id: string) => `/werk/dossiers/${id}/met-reden`,
  fileSharing: (id: string, done?: string) =>
    `/werk/dossiers/${id}/delen${done === undefined ? '' : `?gedaan=${done}`}`,
  received: (id: string, done?: string) => `/werk/gedeeld/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  note: (fileId: string, noteId: string) => `/werk/dossiers/${fileId}/notities/${noteId}`,
  glassBreaks: () => '/werk/met-reden-geopend',
  ownFile: (done?: string) => `/mijn${done === undefined ? '' : `?gedaan=${done}`}`,
  ownSharing: () => '/mijn/delen',
  ownPlan: () => '/mijn/plan',

  imports: () => '/werk/importeren',
  importNew: () => '/werk/importeren/nieuw',
  import: (id: string, page = 1) => `/werk/importeren/${id}${page === 1 ? '' : `?blad=${page}`}`,
  importSheet: (id: string) => `/werk/importeren/${id}/blad`,
  importColumns: (id: string) => `/werk/importeren/${id}/kolommen`,
  importMappings: () => '/werk/importeren/indelingen',
  importMapping: (id: string) => `/werk/importeren/indelingen/${id}`,
  importMappingRemove: (id: string) => `/werk/importeren/indelingen/${id}/weg`,
  importRows: (id: string, page = 1) => `/werk/importeren/${id}/regels${page === 1 ? '' : `?blad=${page}`}`,
  importFaults: (id: string) => `/werk/importeren/${id}/regels/uitleg`,
  importCancel: (id: string) => `/werk/importeren/${id}/stoppen`,
  importUndo: (id: string) => `/werk/importeren/${id}/ongedaan`,
  importProgress: (id: string) => `/werk/importeren/${id}/voortgang`,
  messages: () => '/werk/berichten',
  running: () => '/werk/beheer',
  search: () => '/werk/zoeken',
  requests: (show?: string) => (show === undefined ? '/werk/hulpvragen' : `/werk/hulpvragen?toon=${show}`),
  requestNew: () => '/werk/hulpvragen/nieuw',
  request: (id: string, done?: string) => `/werk/hulpvragen/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  requestCircumstances: (id: string) => `/werk/hulpvragen/${id}/wat-speelt-er`,
  requestLadder: (id: string) => `/werk/hulpvragen/${id}/ladder`,
  requestStart: (id: string) => `/werk/hulpvragen/${id}/traject`,
  people: () => '/werk/mensen',
  teams: (organisationId?: string, done?: string) =>
    `/werk/teams${organisationId === undefined ? '' : `/${organisationId}`}${done === undefined ? '' : `?gedaan=${done}`}`,
  rightsReview: (done?: string) => (done === undefined ? '/werk/rechten' : `/werk/rechten?gedaan=${done}`),
  oddSignIns: () => '/werk/rechten/inloggen',
  organisationSignIns: () => '/werk/inloggen',
  organisationSignIn: (organisationId: string, done?: string) =>
    `/werk/inloggen/${organisationId}${done === undefined ? '' : `?gedaan=${done}`}`,
  systems: () => '/werk/systemen',
  system: (id: string) => `/werk/systemen/${id}`,
  apiDescription: () => '/api/v1/openapi.json',
  place: () => '/werk/gemeente',
  pagesKept: (more?: string) => `/werk/paginas${more === undefined ? '' : `?${more}`}`,
  pageBegun: () => '/werk/paginas/nieuw',
  /** `adding` is the municipality that adds to the page. */
  pageKept: (slug: string, language: string, adding?: string, more?: string) =>
    `/werk/paginas/${slug}/${language}${addedIn(adding)}${more === undefined ? '' : `?${more}`}`,
  pageText: (slug: string, language: string, adding?: string) =>
    `/werk/paginas/${slug}/${language}${addedIn(adding)}/tekst`,
  stepPlan: (done?: string) => `/werk/stappenplan${done === undefined ? '' : `?gedaan=${done}`}`,
  stepPlanQuestion: (code: string, done?: string) =>
    `/werk/stappenplan/vragen/${code}${done === undefined ? '' : `?gedaan=${done}`}`,
  stepPlanStep: (code: string, done?: string) =>
    `/werk/stappenplan/stappen/${code}${done === undefined ? '' : `?gedaan=${done}`}`,
  stepPlanChange: (code: string, done?: string) =>
    `/werk/stappenplan/knoppen/${code}${done === undefined ? '' : `?gedaan=${done}`}`,
  stepPlanExample: (code: string, done?: string) =>
    `/werk/stappenplan/voorbeelden/${code}${done === undefined ? '' : `?gedaan=${done}`}`,
  stepPlanPreview: (example?: string) =>
    `/werk/stappenplan/proef${example === undefined ? '' : `?voorbeeld=${example}`}`,
  stepPlanPublish: () => '/werk/stappenplan/openbaar',
  stepPlanVersion: (version: string) => `/werk/stappenplan/versies/${version}`,
  localOffer: (municipalityId?: string, more?: string) =>
    `/werk/aanbod${municipalityId === undefined ? '' : `/${municipalityId}`}${more === undefined ? '' : `?${more}`}`,
  localOfferFile: (municipalityId: string) => `/werk/aanbod/${municipalityId}/bestand`,
  localOfferImport: (municipalityId: string) => `/werk/aanbod/${municipalityId}/binnenhalen`,
  localOfferCard: (municipalityId: string, id: string, done?: string) =>
    `/werk/aanbod/${municipalityId}/kaart/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  stories: (municipalityId?: string) => `/werk/verhalen${municipalityId === undefined ? '' : `/${municipalityId}`}`,
  story: (municipalityId: string, id: string, done?: string) =>
    `/werk/verhalen/${municipalityId}/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  storyPaper: (municipalityId: string, id: string) => `/werk/verhalen/${municipalityId}/${id}/papier`,
  campaigns: () => '/werk/campagnes',
  campaignsFile: () => '/werk/campagnes/lijst/csv',
  campaign: (id: string, done?: string) =>
    `/werk/campagnes/campagne/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  campaignReach: (id: string, reachId: string) => `/werk/campagnes/campagne/${id}/bereik/${reachId}`,
  partners: (municipalityId?: string, more?: string) =>
    `/werk/partners${municipalityId === undefined ? '' : `/${municipalityId}`}${more === undefined || more === '' ? '' : `?${more}`}`,
  partnersFile: (municipalityId: string, form: string, more?: string) =>
    `/werk/partners/${municipalityId}/lijst/${form}${more === undefined || more === '' ? '' : `?${more}`}`,
  partner: (municipalityId: string, id: string, done?: string) =>
    `/werk/partners/${municipalityId}/partner/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  partnerAgreement: (municipalityId: string, partnerId: string, id: string) =>
    `/werk/partners/${municipalityId}/partner/${partnerId}/afspraak/${id}`,
  partnerTouch: (municipalityId: string, partnerId: string, id: string) =>
    `/werk/partners/${municipalityId}/partner/${partnerId}/contact/${id}`,
  testRounds: (municipalityId?: string) =>
    `/werk/testrondes${municipalityId === undefined ? '' : `/${municipalityId}`}`,
  testRound: (municipalityId: string, id: string, done?: string) =>
    `/werk/testrondes/${municipalityId}/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  testFinding: (municipalityId: string, roundId: string, id: string) =>
    `/werk/testrondes/${municipalityId}/${roundId}/bevinding/${id}`,
  gathered: (municipalityId?: string, done?: string) =>
    `/beleid/opgehaald${municipalityId === undefined ? '' : `/${municipalityId}`}${done === undefined ? '' : `?gedaan=${done}`}`,
  gatheredOne: (municipalityId: string, id: string) => `/beleid/opgehaald/${municipalityId}/inbreng/${id}`,
  recommendation: (municipalityId: string, id: string) => `/beleid/opgehaald/${municipalityId}/advies/${id}`,
  programmes: (done?: string) => `/werk/programmas${done === undefined ? '' : `?gedaan=${done}`}`,
  programme: (code: string, more?: string) => `/werk/programmas/${code}${more === undefined ? '' : `?${more}`}`,
  draft: (id: string, done?: string) => `/werk/programmas/concept/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  draftPart: (id: string, part: string, done?: string) =>
    `/werk/programmas/concept/${id}/${part}${done === undefined ? '' : `?gedaan=${done}`}`,
  draftThing: (id: string, part: string, at: string, done?: string) =>
    `/werk/programmas/concept/${id}/${part}/${at}${done === undefined ? '' : `?gedaan=${done}`}`,
  draftPreview: (id: string, as?: string) =>
    `/werk/programmas/concept/${id}/voorbeeld${as === undefined ? '' : `?als=${as}`}`,
  moneyKept: (municipalityId?: string, more?: string) =>
    `/werk/regelingen${municipalityId === undefined ? '' : `?gemeente=${municipalityId}${more === undefined ? '' : `&${more}`}`}`,
  moneyContact: (municipalityId?: string) =>
    `/werk/regelingen/contactpunt${municipalityId === undefined ? '' : `?gemeente=${municipalityId}`}`,
  moneyNorms: (municipalityId?: string, from?: string) =>
    `/werk/regelingen/normen${ofMunicipality(municipalityId, from)}`,
  moneyRule: (municipalityId: string | undefined, scheme: string, from?: string) =>
    `/werk/regelingen/bedragen/${scheme}${ofMunicipality(municipalityId, from)}`,
  names: (placeId?: string, done?: string) =>
    `/werk/namen${placeId === undefined ? '' : `?voor=${placeId}${done === undefined ? '' : `&gedaan=${done}`}`}`,
  nameKept: (code: string, placeId?: string) =>
    `/werk/namen/naam/${code}${placeId === undefined ? '' : `?voor=${placeId}`}`,
  searchWords: (placeId?: string, done?: string) =>
    `/werk/namen/zoekwoorden${placeId === undefined ? '' : `?voor=${placeId}${done === undefined ? '' : `&gedaan=${done}`}`}`,
  moneyOwn: (municipalityId?: string, code?: string) =>
    `/werk/regelingen/eigen${municipalityId === undefined ? '' : `?gemeente=${municipalityId}${code === undefined ? '' : `&code=${code}`}`}`,
  writing: () => '/werk/schrijfhulp',
  afterwards: (municipalityId?: string, more?: string) =>
    `/werk/daarna${municipalityId === undefined ? '' : `?gemeente=${municipalityId}${more === undefined ? '' : `&${more}`}`}`,
} as const

type CampaignPage = { readonly kind: 'voorpagina' | 'stappen' | 'hulp-in-de-buurt' | 'regelingen' } | CampaignNamed
type CampaignNamed = { readonly kind: 'informatie' | 'begin'; readonly code: string }

/** The page of this site that a campaign leads to. */
export function campaignPath(at: Here, to: CampaignPage): string {
  switch (to.kind) {
    case 'voorpagina':
      return links.home(at.lang, at.place)
    case 'stappen':
      return links.steps(at)
    case 'hulp-in-de-buurt':
      return links.offers(at)
    case 'regelingen':
      return links.schemes(at)
    case 'informatie':
      return links.page(at, to.code)
    case 'begin':
      return links.entrance(at, to.code)
  }
}
