import { keptSteps } from './kept-steps.ts'

/**
 * Around a page of the steps: sends its form without loading a new page, so that the browser's own Back shows the question
 * before, and not "send this form again?". Every page stands in the history under the same address; what it held is in the
 * memory of this one document and nowhere else, and gone when the document is left. Without script each press loads a page,
 * and the page's own Back button goes back.
 */
const kept = keptSteps<string>()
let isListening = false

class StepWalk extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', this.#send)
    if (isListening) return
    isListening = true
    addEventListener('popstate', showKept)
    addEventListener('pagehide', forget)
    addEventListener('pageshow', beginAnew)
  }

  #isSent = false

  readonly #send = (event: SubmitEvent): void => {
    const { submitter, target } = event
    if (!(target instanceof HTMLFormElement) || submitter?.hasAttribute('data-leaves') === true) return
    event.preventDefault()
    if (this.#isSent) return
    this.#isSent = true
    void send(target, submitter)
  }
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value))
    const action = submitter?.getAttribute('formaction') ?? form.action
    const answer = await fetch(action, { method: 'POST', body, cache: 'no-store', credentials: 'same-origin' })
    const next = mainOf(await answer.text())
    if (next === undefined) throw new Error('no page of ours')
    const here = asChosen(document.querySelector('main'))
    history.replaceState(kept.keep(history.state, here), '')
    history.pushState(kept.next(next), '')
    show(next)
  } catch {
    // The page as it would have been without script.
    form.closest('step-walk')?.replaceWith(form)
    form.requestSubmit(submitter)
  }
}

/** The page with what was chosen on it, so that going back shows that too. */
function asChosen(main: HTMLElement | null): string {
  for (const input of main?.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]') ?? [])
    input.toggleAttribute('checked', input.checked)
  return main?.innerHTML ?? ''
}

const mainOf = (html: string): string | undefined =>
  new DOMParser().parseFromString(html, 'text/html').querySelector('main:has(step-walk)')?.innerHTML

function show(inside: string): void {
  const main = document.querySelector('main')
  if (main === null) return
  main.innerHTML = inside
  scrollTo(0, 0)
  const first = main.querySelector<HTMLElement>('.errors') ?? main.querySelector<HTMLElement>('h1')
  first?.setAttribute('tabindex', '-1')
  first?.focus()
}

function showKept(event: PopStateEvent): void {
  const inside = kept.at(event.state)
  if (inside === undefined) location.reload()
  else show(inside)
}

const forget = (): void => kept.forget()

/** A page that the browser kept whole shows no answers when somebody comes back to it. */
function beginAnew(event: PageTransitionEvent): void {
  if (event.persisted) location.reload()
}

customElements.define('step-walk', StepWalk)
