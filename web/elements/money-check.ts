import { assess } from '../../capabilities/money-help/assess.ts'
import { householdIn } from '../../capabilities/money-help/household.ts'
import type { MunicipalRules } from '../../capabilities/money-help/rules.ts'
import { type Sentences, type Told, tellAll } from '../../capabilities/money-help/told.ts'
import type { Day } from '../../foundation/day.ts'
import type { Refused } from '../../foundation/result.ts'

/** What the page brings along, written by our own server (`web/resident/money/for-browser.ts`). */
type Given = {
  readonly lang: 'nl' | 'en'
  readonly rules: MunicipalRules
  readonly day: Day
  readonly isDemo: boolean
  readonly sentences: Sentences
  readonly words: { readonly resultLead: string; readonly resultNone: string }
  readonly refusals: Readonly<Record<string, string>>
  readonly schemes: Readonly<Record<string, { readonly name: string; readonly href: string }>>
}

/**
 * Around the form of the quick check: works out what there may be in the page itself, so that no answer leaves it. Without
 * script the form is posted and the server gives the same page.
 */
class MoneyCheck extends HTMLElement {
  #given: Given | undefined
  #isShown = false

  connectedCallback(): void {
    this.#given = JSON.parse(this.dataset.given ?? '') as Given // our own server wrote it, by the type above
    this.addEventListener('submit', this.#submitted)
    this.addEventListener('change', this.#changed)
    for (const note of document.querySelectorAll('[data-with-script], [data-without-script]'))
      note.toggleAttribute('hidden', note.hasAttribute('data-without-script'))
  }

  readonly #submitted = (event: SubmitEvent): void => {
    // To another page with the same answers, by a button of its own: that page is made on the server.
    if (event.submitter?.hasAttribute('formaction') === true) return
    event.preventDefault()
    if (this.#workOut()) this.querySelector<HTMLElement>('#uitkomst')?.focus()
    else this.querySelector<HTMLElement>('.fix input, .fix select')?.focus() // a group of choices cannot be focused itself
  }

  readonly #changed = (): void => {
    if (this.#isShown) this.#workOut()
  }

  /** Whether the answers were right, so that there is something to show. */
  #workOut(): boolean {
    const [given, form] = [this.#given, this.querySelector('form')]
    if (given === undefined || form === null) return false
    const typed = new FormData(form)
    const { household, faults } = householdIn((field) => String(typed.get(field) ?? ''))
    this.querySelector('.errors')?.remove()
    this.#showFaults(form, faults, given)
    if (household === undefined) return false
    this.#showResult(tellAll(assess(household, given.rules, given), given.sentences, writtenIn(given.lang)), given)
    return true
  }

  #showFaults(form: HTMLFormElement, faults: Readonly<Record<string, Refused>>, { refusals }: Given): void {
    for (const field of form.querySelectorAll('.field')) {
      const control = field.querySelector('input, select')
      const name = control?.getAttribute('name') ?? ''
      const fault = faults[name]
      field.querySelector('.why')?.remove()
      field.classList.toggle('fix', fault !== undefined)
      const invalid = field.matches('fieldset') ? field : control
      invalid?.toggleAttribute('aria-invalid', false)
      describe(invalid, `${name}-error`, fault !== undefined)
      if (fault === undefined) continue
      const why = document.createElement('strong')
      why.className = 'why utrecht-form-field-error-message'
      why.id = `${name}-error`
      why.textContent = refusals[fault.reason] ?? ''
      field.append(why)
      invalid?.setAttribute('aria-invalid', 'true')
    }
  }

  #showResult(told: readonly Told[], { schemes, words }: Given): void {
    const [result, list] = [this.querySelector('[data-result]'), this.querySelector('[data-chances]')]
    list?.replaceChildren(...told.map((one) => this.#chance(one, schemes[one.scheme])))
    const count = (verdict: Told['verdict']): number => told.filter((one) => one.verdict === verdict).length
    const [good, perhaps] = [count('good-chance'), count('perhaps')]
    const lead =
      good + perhaps === 0
        ? words.resultNone
        : words.resultLead.replace('{good}', String(good)).replace('{perhaps}', String(perhaps))
    setText(result, '[data-lead]', lead)
    result?.toggleAttribute('hidden', false)
    this.#isShown = true
  }

  #chance(told: Told, scheme: Given['schemes'][string] | undefined): Node {
    const template = this.querySelector<HTMLTemplateElement>('template[data-chance]')
    const item = (template?.content.firstElementChild?.cloneNode(true) ?? document.createElement('li')) as Element // a clone of an element is one
    item.className = `chance chance--${told.verdict}`
    setText(item, '[data-says]', told.says)
    setText(item, '[data-name]', scheme?.name ?? '')
    item.querySelector('[data-name]')?.setAttribute('href', scheme?.href ?? '#')
    item.querySelector('[data-because]')?.replaceChildren(...told.because.map(line))
    item.querySelector('[data-changes]')?.replaceChildren(...told.change.map(line))
    item.querySelector('[data-change]')?.toggleAttribute('hidden', told.change.length === 0)
    return item
  }
}

/** Ties a field to what is wrong with it, or looses it again. */
function describe(control: Element | null | undefined, id: string, isWrong: boolean): void {
  const others = (control?.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  const all = isWrong ? [...others, id] : others
  if (all.length === 0) control?.removeAttribute('aria-describedby')
  else control?.setAttribute('aria-describedby', all.join(' '))
}

function setText(within: Element | null, selector: string, text: string): void {
  const found = within?.querySelector(selector)
  if (found !== null && found !== undefined) found.textContent = text
}

function line(text: string): HTMLLIElement {
  const item = document.createElement('li')
  item.textContent = text
  return item
}

/** As the server writes amounts and days (`web/words/format.ts`). */
function writtenIn(lang: 'nl' | 'en') {
  const locale = lang === 'nl' ? 'nl-NL' : 'en-GB'
  const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    amount: (cents: number) => `EUR\u00a0${amounts.format(cents / 100)}`,
    day: (text: string) => days.format(new Date(`${text}T12:00:00Z`)),
  }
}

customElements.define('money-check', MoneyCheck)
