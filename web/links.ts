/** Every address of the product; pages link only through here. */
export const links = {
  home: (lang: 'nl' | 'en' = 'nl') => (lang === 'en' ? '/en' : '/'),
  quickExit: () => '/weg',
  language: (lang: 'nl' | 'en', back: string) => `/taal/${lang}?terug=${encodeURIComponent(back)}`,

  ask: () => '/vraag',
  askQuestion: () => '/vraag/stel',
  askChild: () => '/vraag/kind',
  askChildQuestion: () => '/vraag/kind/stel',
  askStatus: () => '/vraag/stand',
  danger: () => '/vraag/nu',

  signIn: (back?: string) => (back === undefined ? '/inloggen' : `/inloggen?terug=${encodeURIComponent(back)}`),
  secondFactor: (back?: string) =>
    back === undefined ? '/inloggen/code' : `/inloggen/code?terug=${encodeURIComponent(back)}`,
  recoveryCode: (back?: string) =>
    `/inloggen/code?manier=herstelcode${back === undefined ? '' : `&terug=${encodeURIComponent(back)}`}`,
  enrol: () => '/inloggen/instellen',
  signOut: () => '/uitloggen',
  invitation: (token: string) => `/uitnodiging/${token}`,
  account: (done?: string) => (done === undefined ? '/werk/mijn-account' : `/werk/mijn-account?gedaan=${done}`),

  work: () => '/werk',
  figures: () => '/beleid/cijfers',
  passport: (code: string) => `/beleid/paspoorten/${code}`,
  passports: () => '/beleid/paspoorten',
  figureExport: (format: 'csv' | 'xlsx') => `/beleid/cijfers/${format}`,
  trajectories: () => '/werk/trajecten',
  trajectory: (id: string) => `/werk/trajecten/${id}`,

  imports: () => '/werk/importeren',
  importNew: () => '/werk/importeren/nieuw',
  import: (id: string) => `/werk/importeren/${id}`,
  importColumns: (id: string) => `/werk/importeren/${id}/kolommen`,
  importRows: (id: string, page = 1) => `/werk/importeren/${id}/regels${page === 1 ? '' : `?blad=${page}`}`,
  importFaults: (id: string) => `/werk/importeren/${id}/regels/uitleg`,
  importCancel: (id: string) => `/werk/importeren/${id}/stoppen`,
  importUndo: (id: string) => `/werk/importeren/${id}/ongedaan`,
  importProgress: (id: string) => `/werk/importeren/${id}/voortgang`,
  requests: (show?: string) => (show === undefined ? '/werk/hulpvragen' : `/werk/hulpvragen?toon=${show}`),
  requestNew: () => '/werk/hulpvragen/nieuw',
  request: (id: string, done?: string) => `/werk/hulpvragen/${id}${done === undefined ? '' : `?gedaan=${done}`}`,
  people: () => '/werk/mensen',
  place: () => '/werk/gemeente',
} as const
