import { adviceOn, type EverydayWords } from '../../capabilities/information/writing/advice.ts'
import { type Sentences, type Told, tellAdvice } from '../../capabilities/information/writing/told.ts'

/** What the page brings along, written by our own server (`web/professional/writing/help.tsx`). */
type Given = { readonly words: EverydayWords; readonly sentences: Sentences; readonly result: string }

/** Who stops typing this long gets advice; a screen reader hears of it only when the number of remarks changed. */
const QUIET_MS = 700

/**
 * Around fields of text that carry `data-writing-help` with the language of the text, or with `form:` and the name of the
 * field that says the language: shows under each what could be easier. Reads along in the page and sends nothing.
 */
class WritingHelp extends HTMLElement {
  #given: Given | undefined
  readonly #timers = new Map<HTMLTextAreaElement, ReturnType<typeof setTimeout>>()

  connectedCallback(): void {
    this.#given = JSON.parse(this.dataset.given ?? '') as Given // our own server wrote it, by the type above
    this.addEventListener('input', this.#typed)
    this.addEventListener('change', this.#changed)
    for (const field of this.#fields()) if (field.value.trim() !== '') this.#look(field)
    for (const spare of this.querySelectorAll('[data-without-script]')) spare.toggleAttribute('hidden', true)
  }

  disconnectedCallback(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }

  #fields(): NodeListOf<HTMLTextAreaElement> {
    return this.querySelectorAll('textarea[data-writing-help]')
  }

  readonly #typed = (event: Event): void => {
    const field = event.target
    if (!(field instanceof HTMLTextAreaElement) || field.dataset.writingHelp === undefined) return
    clearTimeout(this.#timers.get(field))
    this.#timers.set(
      field,
      setTimeout(() => this.#look(field), QUIET_MS),
    )
  }

  /** Another language was chosen for a text. */
  readonly #changed = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) return
    for (const field of this.#fields()) if (field.dataset.writingHelp?.startsWith('form:')) this.#look(field)
  }

  #look(field: HTMLTextAreaElement): void {
    const given = this.#given
    if (given === undefined) return
    const told = tellAdvice(adviceOn(field.value, languageOf(field), given.words), given.sentences)
    const box = this.#boxOf(field, given.result)
    const status = box.querySelector('[role=status]')
    if (status !== null && status.textContent !== told.summary) status.textContent = told.summary
    box.querySelector('[data-lines]')?.replaceChildren(...told.lines.map(line))
    box
      .querySelector('[data-more]')
      ?.replaceChildren(...[told.more, told.scores, told.limits].filter(Boolean).map(paragraph))
  }

  #boxOf(field: HTMLTextAreaElement, label: string): Element {
    const id = `${field.id}-writing`
    const before = document.getElementById(id)
    if (before !== null) return before
    const box = document.createElement('section')
    box.id = id
    box.className = 'writing'
    box.setAttribute('aria-label', label)
    const [status, lines, more] = [paragraph(''), document.createElement('ul'), document.createElement('div')]
    status.className = ''
    status.setAttribute('role', 'status')
    lines.setAttribute('data-lines', '')
    more.setAttribute('data-more', '')
    box.append(status, lines, more)
    field.after(box)
    return box
  }
}

function languageOf(field: HTMLTextAreaElement): 'nl' | 'en' {
  const said = field.dataset.writingHelp ?? ''
  if (!said.startsWith('form:') || field.form === null) return said === 'en' ? 'en' : 'nl'
  return new FormData(field.form).get(said.slice('form:'.length)) === 'en' ? 'en' : 'nl'
}

function line({ says, quote }: Told['lines'][number]): HTMLLIElement {
  const item = document.createElement('li')
  const q = document.createElement('q')
  q.textContent = quote
  item.append(`${says} `, q)
  return item
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.className = 'small soft'
  made.textContent = text
  return made
}

customElements.define('writing-help', WritingHelp)
