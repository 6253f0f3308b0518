/**
 * What stands around a page in one of the languages beside Dutch and English. A machine made these words too; who proofreads
 * the first page of a language reads them with it.
 */
export type TranslatedWords = {
  readonly layout: {
    readonly product: string
    readonly toContent: string
    readonly leave: string
    readonly leaveMore: string
    readonly languages: string
    readonly siteNav: string
    readonly footNav: string
  }
  readonly foot: string
  readonly start: string
  /** Of a page that is not there, or not in this language. */
  readonly missing: { readonly title: string; readonly text: string }
  readonly privacy: string
  readonly accessibility: string
  /** Said of words that no person checked yet. */
  readonly unread: string
  /** Said of a text that a fact makes uncertain; in the demo only. */
  readonly uncertain: string
  readonly dutchOriginal: string
  /** Behind a link that leads to a page in Dutch. */
  readonly inDutch: string
  readonly inEnglish: string
  readonly related: string
  readonly sources: string
  readonly sourceChecked: (day: string) => string
  readonly reviewOn: (day: string) => string
  readonly history: string
  readonly demo: string
  readonly lineSite: (name: string) => string
  /** Whether the page helped, and what is said after it. */
  readonly helped: {
    readonly question: string
    readonly yes: string
    readonly no: string
    readonly why: string
    readonly thanks: string
    readonly thanksWhat: string
    readonly tooMany: (minutes: string) => string
    readonly toPage: string
  }
  readonly help: {
    readonly title: string
    readonly text: string
    readonly ask: string
    readonly independent: string
    readonly notSafe: string
    readonly callNow: string
  }
  readonly front: {
    readonly windowTitle: string
    readonly title: string
    readonly lead: string
    readonly pages: string
    readonly reach: string
    readonly reachText: string
    readonly callMe: string
    readonly interpreter: string
    readonly interpreterText: string
    readonly municipality: string
    readonly municipalityText: string
    readonly others: string
    readonly othersText: string
    readonly unsafe: string
  }
  readonly readAloud: {
    readonly start: string
    readonly pause: string
    readonly onward: string
    readonly stop: string
    /** On a page about safety: a voice is heard by others. */
    readonly heard: string
  }
}
