import type { TypedBlock, TypedPlan, WordsOfPlan } from './parenting-plan-word.ts'

type Said = WordsOfPlan & { readonly busy: string; readonly saved: string; readonly failed: string }

/** The name tells nothing, because it stays among the downloads. */
const FILE_NAME = 'plan.docx'

/**
 * Around the questions of a parenting plan: saves what was typed as a Word file, made in this browser. Asks before the page
 * closes with something that was not saved. Keeps nothing: whatever way the page is left, the answers are wiped.
 */
class ParentingPlan extends HTMLElement {
  #isBusy = false

  connectedCallback(): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
    for (const part of this.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
    this.addEventListener('input', this.#typed)
    this.addEventListener('click', this.#pressed)
    // The way out of the site stands outside this element, and nothing may ask or stay on it.
    document.addEventListener('click', this.#leaving, { capture: true })
    addEventListener('pagehide', this.#forget)
    addEventListener('beforeprint', this.#toPaper)
    addEventListener('afterprint', this.#fromPaper)
  }

  /** Also when the page is covered by the way out of the site: no question may hold it up. */
  disconnectedCallback(): void {
    this.#forget()
    document.removeEventListener('click', this.#leaving, { capture: true })
    removeEventListener('pagehide', this.#forget)
    removeEventListener('beforeprint', this.#toPaper)
    removeEventListener('afterprint', this.#fromPaper)
  }

  readonly #typed = (): void => addEventListener('beforeunload', this.#ask)

  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault()
    event.returnValue = true // browsers of a few years ago listen to this only
  }

  readonly #leaving = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('[data-quick-exit]') !== null) this.#forget()
  }

  readonly #forget = (): void => {
    removeEventListener('beforeunload', this.#ask)
    this.#fromPaper()
    for (const box of this.querySelectorAll('textarea')) box.value = ''
  }

  readonly #pressed = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    if (event.target.closest('[data-print]') !== null) print()
    if (event.target.closest('[data-save]') !== null) void this.#save()
  }

  async #save(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    const words = JSON.parse(this.dataset.words ?? '') as Said // written by the page
    this.#say(words.busy)
    try {
      const { planAsWord } = (await import(this.dataset.word ?? '')) as typeof import('./parenting-plan-word.ts')
      download(await planAsWord(this.#plan(words), words))
      removeEventListener('beforeunload', this.#ask)
      this.#say(words.saved)
    } catch {
      this.#say(words.failed)
    }
    this.#isBusy = false
  }

  #say(text: string): void {
    const said = this.querySelector('[data-said]')
    if (said !== null) said.textContent = text
  }

  #plan({ lang }: Said): TypedPlan {
    const madeOn = new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long' }).format(new Date())
    const parts = [...this.querySelectorAll<HTMLElement>('[data-block]')]
    return { madeOn, blocks: parts.map(blockOf).filter(isWanted) }
  }

  /** A box on paper shows no more than its height: what was typed is written out beside it. */
  readonly #toPaper = (): void => {
    for (const box of this.querySelectorAll('textarea')) {
      if (box.value.trim() === '') continue
      const typed = document.createElement('p')
      typed.className = 'typed'
      typed.textContent = box.value
      box.after(typed)
    }
  }

  readonly #fromPaper = (): void => {
    for (const typed of this.querySelectorAll('.typed')) typed.remove()
  }
}

type Part = TypedBlock & { readonly isOpen: boolean }

function blockOf(part: HTMLElement): Part {
  const questions = [...part.querySelectorAll('[data-question]')].map((question) => ({
    ask: question.querySelector('label')?.textContent ?? '',
    answer: question.querySelector('textarea')?.value ?? '',
  }))
  const isOpen = !(part instanceof HTMLDetailsElement) || part.open
  return { title: part.querySelector('h2, h3')?.textContent ?? '', questions, isOpen }
}

/** What may be added is in the plan when somebody opened it or wrote something in it. */
const isWanted = ({ isOpen, questions }: Part): boolean =>
  isOpen || questions.some(({ answer }) => answer.trim() !== '')

function download(file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = FILE_NAME
  link.click()
  // The browser reads the file after this task, and then it may go.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS)
}

const KEPT_FOR_MS = 10_000

customElements.define('parenting-plan', ParentingPlan)
