/**
 * Around a form: sends it once. A second press while the first is on its way does nothing. The server makes one record
 * of a double submit anyhow; this only spares the wait. Without script the form works as it is.
 */
class ConfirmOnce extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', this.#sendOnce)
    addEventListener('pageshow', this.#open)
  }

  disconnectedCallback(): void {
    removeEventListener('pageshow', this.#open)
  }

  readonly #sendOnce = (event: SubmitEvent): void => {
    if (this.hasAttribute('data-sent')) {
      event.preventDefault()
      return
    }
    this.setAttribute('data-sent', '')
    // Not `disabled`: that would drop the button's own name and value from what is sent, and lose the focus.
    event.submitter?.setAttribute('aria-disabled', 'true')
  }

  /** A page that comes back from the browser's memory can be sent again. */
  readonly #open = (): void => {
    this.removeAttribute('data-sent')
    for (const button of this.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled')
  }
}

customElements.define('confirm-once', ConfirmOnce)
