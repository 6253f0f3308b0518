/** How far a long task is; `next` is the page to go to when it is over, also when it failed. */
type ProgressNews = { done: number; all: number; words: string; next?: string }

const EVERY_MS = 1000
/** A screen reader hears how far it is this often, not on every change. */
const SAY_EVERY_MS = 10_000

/**
 * Around a progress bar: asks how far the task is (`data-news`) and moves the bar and the words with it.
 * Without script the page keeps the last state and gives a link to look again.
 */
class ImportProgress extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #saidAt = 0

  connectedCallback(): void {
    if (this.dataset.news !== undefined) this.#timer = setTimeout(this.#ask, EVERY_MS)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
  }

  readonly #ask = async (): Promise<void> => {
    const news = await fetchNews(this.dataset.news ?? '')
    if (news?.next !== undefined) {
      location.replace(news.next)
      return
    }
    if (news !== undefined) this.#show(news)
    if (this.isConnected) this.#timer = setTimeout(this.#ask, EVERY_MS)
  }

  #show(news: ProgressNews): void {
    const bar = this.querySelector('progress')
    if (bar !== null && news.all > 0) Object.assign(bar, { max: news.all, value: news.done })
    const [words, said] = [this.querySelector('#progress-words'), this.querySelector('[role=status]')]
    if (words !== null) words.textContent = news.words
    if (said !== null && Date.now() - this.#saidAt > SAY_EVERY_MS) {
      said.textContent = news.words
      this.#saidAt = Date.now()
    }
  }
}

/** What the server says, or nothing when it cannot be reached now: the next time may do. */
async function fetchNews(address: string): Promise<ProgressNews | undefined> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' } })
    // Our own server wrote it, by the type above.
    return response.ok ? ((await response.json()) as ProgressNews) : undefined
  } catch {
    return undefined
  }
}

customElements.define('import-progress', ImportProgress)
