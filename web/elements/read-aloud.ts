import { localVoice, type Reading, readingOut } from './reading-out.ts'

const BLOCKS = 'h1, h2, h3, p, li'
/** Where a long word may break; a voice would stop there. */
const SOFT_HYPHEN = '\u00ad'

/**
 * Reads the text of the page out, with a voice of the device itself. Not to be seen before there is such a voice for the
 * language of the page, and never with another: that would send the text to whoever keeps the voice. Silent once the page is
 * left or hidden behind the way out.
 */
class ReadAloud extends HTMLElement {
  readonly #main = button()
  readonly #stop = button()
  #parts: readonly HTMLElement[] = []
  #reader: ReturnType<typeof readingOut> | undefined

  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return
    this.#parts = partsToRead()
    this.#reader = this.#makeReader()
    this.#main.addEventListener('click', () => this.#reader?.press())
    this.#stop.addEventListener('click', () => {
      this.#reader?.stop()
      this.#main.focus()
    })
    const heard = document.createElement('span')
    heard.className = 'small soft'
    heard.textContent = this.dataset.heard ?? ''
    this.replaceChildren(this.#main, this.#stop, heard)
    this.#show('silent', -1)
    this.#offer()
    speechSynthesis.addEventListener('voiceschanged', this.#offer)
    addEventListener('pagehide', this.#silence)
  }

  disconnectedCallback(): void {
    this.#silence()
    if ('speechSynthesis' in window) speechSynthesis.removeEventListener('voiceschanged', this.#offer)
    removeEventListener('pagehide', this.#silence)
  }

  /** Voices come and go: a browser tells them some time after the page stands. */
  readonly #offer = (): void => {
    this.hidden = this.#voice() === undefined
    if (this.hidden) this.#silence()
  }

  readonly #silence = (): void => this.#reader?.stop()

  readonly #voice = () => localVoice(speechSynthesis.getVoices(), this.dataset.lang ?? '')

  #makeReader(): ReturnType<typeof readingOut> {
    return readingOut(
      this.#parts.length,
      {
        isLocal: () => this.#voice() !== undefined,
        say: (part, { ended, failed }) => {
          const voice = this.#voice()
          if (voice === undefined) return failed()
          const words = new SpeechSynthesisUtterance(this.#parts[part]?.innerText.replaceAll(SOFT_HYPHEN, '') ?? '')
          words.voice = voice
          words.lang = voice.lang.replace('_', '-')
          words.onend = ended
          words.onerror = failed
          speechSynthesis.speak(words)
        },
        pause: () => speechSynthesis.pause(),
        resume: () => speechSynthesis.resume(),
        cancel: () => {
          // A voice that waits stays waiting for the next one too, unless it is told to go on first.
          speechSynthesis.resume()
          speechSynthesis.cancel()
        },
      },
      this.#show,
    )
  }

  readonly #show = (reading: Reading, part: number): void => {
    const { start = '', pause = '', onward = '', stop = '' } = this.dataset
    this.#main.textContent = { silent: start, reading: pause, paused: onward }[reading]
    this.#stop.textContent = stop
    this.#stop.hidden = reading === 'silent'
    if (reading === 'reading' && part < 0) return
    for (const [at, block] of this.#parts.entries())
      block.classList.toggle('being-read', reading === 'paused' ? block.classList.contains('being-read') : at === part)
  }
}

function button(): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button--plain utrecht-button utrecht-button--secondary-action'
  return made
}

/** The blocks of the text in their order; a line of a list that holds paragraphs is read by those. */
function partsToRead(): HTMLElement[] {
  const roots = [...document.querySelectorAll<HTMLElement>('main h1, main .lead, [data-read-aloud]')]
  return roots
    .flatMap((root) => (root.matches(BLOCKS) ? [root] : [...root.querySelectorAll<HTMLElement>(BLOCKS)]))
    .filter((block) => block.querySelector(BLOCKS) === null && block.innerText.trim() !== '')
}

customElements.define('read-aloud', ReadAloud)
