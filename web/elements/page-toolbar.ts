import type { EditorState } from 'prosemirror-state'
import { schema } from './page-document.ts'
import type { Given } from './page-given.ts'

/** What one press does to the chosen words or to the paragraph. */
export const TOOLS = [
  ...(['strong', 'heading', 'subheading', 'bullets', 'numbers', 'quote', 'plain'] as const),
  ...(['unlink', 'undo', 'redo'] as const),
] as const
export type Tool = (typeof TOOLS)[number]

type Doing = {
  readonly run: (tool: Tool) => void
  readonly link: (href: string) => boolean
  readonly place: (kind: string, code: string) => void
  readonly toggle: () => void
  /** Back to where one was writing. */
  readonly back: () => void
}

/** The buttons above the text of a page, one stop for Tab, walked by the arrow keys; and what a link or a fact asks first. */
export class PageToolbar {
  readonly element = document.createElement('div')
  readonly helpId = 'page-editor-help'
  readonly #bar = document.createElement('div')
  readonly #asked = document.createElement('div')
  readonly #said = paragraph('', 'small')
  readonly #tools = new Map<Tool, HTMLButtonElement>()
  readonly #toggle: HTMLButtonElement
  readonly #given: Given
  readonly #doing: Doing

  constructor(given: Given, doing: Doing) {
    this.#given = given
    this.#doing = doing
    const { words } = given
    this.element.className = 'page-tools'
    this.#bar.className = 'row'
    this.#bar.setAttribute('role', 'toolbar')
    this.#bar.setAttribute('aria-label', words.toolbar)
    for (const tool of TOOLS)
      this.#tools.set(
        tool,
        this.#add(words[tool], () => doing.run(tool)),
      )
    this.#add(words.link, () => this.#askLink())
    this.#add(words.place, () => this.#askPlace())
    this.#toggle = this.#add(words.source, doing.toggle)
    const help = paragraph(words.help, 'small soft')
    help.id = this.helpId
    this.#said.setAttribute('role', 'status')
    this.element.append(this.#bar, help, this.#said, this.#asked)
    this.#bar.addEventListener('keydown', this.#walk)
    this.#stopAt(this.#buttons()[0])
  }

  focus(): void {
    this.#bar.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus()
  }

  showLayout(state: EditorState): void {
    this.#shown(true)
    this.showState(state)
  }

  /** Only the marks: the other buttons have nothing to work on. */
  showMarks(why = ''): void {
    this.#shown(false)
    this.#said.textContent = why
  }

  /** Which of the buttons hold where the cursor is now. */
  showState({ selection, storedMarks }: EditorState): void {
    const { $from } = selection
    const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type.name)
    const { level } = $from.parent.attrs
    const isStrong = schema.marks.strong.isInSet(storedMarks ?? $from.marks()) !== undefined
    const pressed: Partial<Record<Tool, boolean>> = {
      strong: isStrong,
      heading: $from.parent.type.name === 'heading' && level === 2,
      subheading: $from.parent.type.name === 'heading' && level === 3,
      ...{ bullets: around.includes('bullets'), numbers: around.includes('numbers'), quote: around.includes('quote') },
    }
    for (const [tool, holds] of Object.entries(pressed))
      this.#tools.get(tool as Tool)?.setAttribute('aria-pressed', String(holds)) // the keys of this very record
  }

  #shown(isLayout: boolean): void {
    const { words } = this.#given
    this.#said.textContent = ''
    this.#asked.replaceChildren()
    this.#toggle.textContent = isLayout ? words.source : words.rich
    for (const button of this.#buttons()) button.hidden = !isLayout && button !== this.#toggle
    this.#stopAt(isLayout ? this.#buttons()[0] : this.#toggle)
  }

  #buttons = (): HTMLButtonElement[] => [...this.#bar.querySelectorAll('button')]

  #add(label: string, press: () => void): HTMLButtonElement {
    const made = button(label, press)
    this.#bar.append(made)
    return made
  }

  #stopAt(stop: HTMLButtonElement | undefined): void {
    for (const one of this.#buttons()) one.tabIndex = one === stop ? 0 : -1
  }

  readonly #walk = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.#doing.back()
      return
    }
    const shown = this.#buttons().filter((one) => !one.hidden)
    const now = shown.findIndex((one) => one === document.activeElement)
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: shown.length - 1 },
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = shown[(to + shown.length) % shown.length]
    this.#stopAt(next)
    next?.focus()
  }

  #askLink(): void {
    const { words } = this.#given
    const field = document.createElement('input')
    field.className = 'box utrecht-textbox'
    const set = () => {
      if (this.#doing.link(field.value.trim())) this.#close()
      else this.#said.textContent = words.linkWrong
    }
    this.#ask(words.linkTo, field, set)
  }

  #askPlace(): void {
    const { words, names } = this.#given
    const field = document.createElement('select')
    field.className = 'utrecht-select'
    for (const code of names.helplines) field.add(new Option(code, `helpline ${code}`))
    for (const code of names.facts) field.add(new Option(code, `fact ${code}`))
    this.#ask(words.choose, field, () => {
      const [kind = '', code = ''] = field.value.split(' ')
      this.#doing.place(kind, code)
      this.#close()
    })
  }

  #ask(label: string, field: HTMLInputElement | HTMLSelectElement, set: () => void): void {
    const { words } = this.#given
    const said = document.createElement('label')
    field.id = 'page-editor-asked'
    said.htmlFor = field.id
    said.textContent = label
    const buttons = document.createElement('div')
    buttons.className = 'row'
    const cancel = () => {
      this.#close()
      this.#doing.back()
    }
    buttons.append(button(words.set, set), button(words.cancel, cancel))
    this.#asked.className = 'page-asked'
    this.#asked.replaceChildren(said, field, buttons)
    this.#asked.onkeydown = (event) => {
      if (event.key === 'Escape') cancel()
      // The form around it is not sent by this field.
      if (event.key !== 'Enter' || event.target !== field) return
      event.preventDefault()
      set()
    }
    field.focus()
  }

  #close(): void {
    this.#said.textContent = ''
    this.#asked.className = ''
    this.#asked.replaceChildren()
  }
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button--plain utrecht-button utrecht-button--secondary-action'
  made.textContent = label
  made.addEventListener('click', press)
  return made
}

function paragraph(text: string, look: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.className = look
  made.textContent = text
  return made
}
