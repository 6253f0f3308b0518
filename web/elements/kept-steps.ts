/** What stands in the history of the browser: a number without meaning, and never what a page held. */
export type Mark = { readonly step: number }

/** Pages of one document by number, in memory alone. */
export function keptSteps<Page>() {
  let pages = new Map<number, Page>()
  let last = 0
  const numberOf = (mark: unknown): number | undefined =>
    typeof mark === 'object' && mark !== null && 'step' in mark && typeof mark.step === 'number' ? mark.step : undefined
  const keepAs = (step: number, page: Page): Mark => {
    pages.set(step, page)
    last = step
    return { step }
  }
  return {
    /** Keeps the page where somebody stands; what lay after it is gone, as it is in the history. */
    keep: (mark: unknown, page: Page): Mark => {
      const step = numberOf(mark) ?? 0
      pages = new Map([...pages].filter(([one]) => one <= step))
      return keepAs(step, page)
    },
    next: (page: Page): Mark => keepAs(last + 1, page),
    at: (mark: unknown): Page | undefined => pages.get(numberOf(mark) ?? 0),
    forget: (): void => pages.clear(),
  }
}
