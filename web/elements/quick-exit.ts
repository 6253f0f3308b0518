import { threePresses } from './three-presses.ts'

/**
 * Around the link that leaves the site. Covers the page at once and puts another page in its place, so that the back
 * button does not return here: on a press of the link, and on Escape three times. Without script it is a plain link.
 */
class QuickExit extends HTMLElement {
  readonly #pressed = threePresses()

  connectedCallback(): void {
    this.addEventListener('click', this.#leaveByLink)
    document.addEventListener('keydown', this.#countEscapes, { capture: true })
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#countEscapes, { capture: true })
  }

  readonly #leaveByLink = (event: MouseEvent): void => {
    event.preventDefault()
    this.#leave()
  }

  readonly #countEscapes = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.repeat && this.#pressed(event.timeStamp)) this.#leave()
  }

  #leave(): void {
    const to = this.querySelector('a')?.href ?? '/'
    const cover = document.createElement('div')
    cover.className = 'cover'
    document.title = '\u00a0'
    document.body.replaceChildren(cover)
    location.replace(to)
  }
}

customElements.define('quick-exit', QuickExit)
