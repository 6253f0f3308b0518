/**
 * Around the form of a key: asks the device to make one or to show one (`data-kind`), with what the server asks
 * (`data-options`), and sends the answer with the form. Without it, or in a browser that cannot, the page says what else
 * there is: the form stays hidden and the note stays in sight.
 */
class PassKey extends HTMLElement {
  connectedCallback(): void {
    if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return
    const [form, note] = [this.querySelector('form'), this.querySelector('[data-without]')]
    if (form !== null) form.hidden = false
    if (note !== null) note.toggleAttribute('hidden', true)
    this.addEventListener('submit', this.#ask)
  }

  readonly #ask = (event: SubmitEvent): void => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    this.#say('')
    void this.#answer().then(
      (answer) => {
        const field = form.elements.namedItem('antwoord')
        if (field instanceof HTMLInputElement) field.value = JSON.stringify(answer)
        form.submit()
      },
      () => this.#say(this.dataset.failed ?? ''),
    )
  }

  async #answer(): Promise<unknown> {
    const asked: unknown = JSON.parse(this.dataset.options ?? '{}')
    const credential =
      this.dataset.kind === 'create'
        ? await navigator.credentials.create({
            // Our own server wrote it for this browser.
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
              asked as PublicKeyCredentialCreationOptionsJSON,
            ),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked as PublicKeyCredentialRequestOptionsJSON),
          })
    if (!(credential instanceof PublicKeyCredential)) throw new Error('no key')
    return credential.toJSON()
  }

  #say(words: string): void {
    const said = this.querySelector('[role=status]')
    if (said !== null) said.textContent = words
  }
}

customElements.define('pass-key', PassKey)
