import './writing-help.ts'
import { baseKeymap, chainCommands, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { documentOf, linkTarget, schema, textOf } from './page-document.ts'
import type { Given } from './page-given.ts'
import { PageToolbar, type Tool } from './page-toolbar.ts'

const { nodes, marks } = schema

/** Back to a plain paragraph, out of any list or quote. */
const plain: Command = chainCommands(setBlockType(nodes.paragraph), liftListItem(nodes.item), lift)

/**
 * Around the field with the text of a page: shows it as it looks, with buttons for what the format knows. The field stays,
 * holds the text with its marks all the time, and is what is sent; a text that the format does not know is left to it.
 */
class PageEditor extends HTMLElement {
  #view: EditorView | undefined
  #toolbar: PageToolbar | undefined

  connectedCallback(): void {
    const field = this.querySelector('textarea')
    if (field === null || this.#toolbar !== undefined) return
    const given = JSON.parse(this.dataset.given ?? '') as Given // our own server wrote it, by the type above
    const bar = new PageToolbar(given, {
      run: (tool) => this.#run(tool),
      link: (href) => this.#link(href),
      place: (kind, code) => this.#place(kind, code),
      toggle: () => (this.#view === undefined ? this.#showLayout(field, given) : this.#showMarks(field)),
      back: () => (this.#view === undefined ? field.focus() : this.#view.focus()),
    })
    this.#toolbar = bar
    field.before(bar.element)
    // What is wrong stands at a line of the marks.
    if (field.getAttribute('aria-invalid') === 'true') bar.showMarks()
    else this.#showLayout(field, given)
  }

  disconnectedCallback(): void {
    this.#view?.destroy()
  }

  #showLayout(field: HTMLTextAreaElement, { words }: Given): void {
    const document = documentOf(field.value)
    if (document === undefined) {
      this.#toolbar?.showMarks(words.faulty)
      return
    }
    const place = globalThis.document.createElement('div')
    field.before(place)
    this.#view = new EditorView(
      { mount: place },
      {
        state: EditorState.create({
          doc: document,
          plugins: [rules, keymap(this.#keys()), keymap(baseKeymap), history()],
        }),
        attributes: attributesOf(field, words.label, this.#toolbar?.helpId ?? ''),
        dispatchTransaction: (transaction) => {
          const view = this.#view
          if (view === undefined) return
          view.updateState(view.state.apply(transaction))
          this.#toolbar?.showState(view.state)
          if (!transaction.docChanged) return
          field.value = textOf(view.state.doc)
          field.dispatchEvent(new Event('input', { bubbles: true }))
        },
      },
    )
    field.hidden = true
    this.#toolbar?.showLayout(this.#view.state)
  }

  #showMarks(field: HTMLTextAreaElement): void {
    this.#view?.destroy()
    this.querySelector('.ProseMirror')?.remove()
    this.#view = undefined
    field.hidden = false
    this.#toolbar?.showMarks()
    field.focus()
  }

  /** Tab is left alone, so that who walks by keyboard gets out of the text. */
  #keys(): Record<string, Command> {
    const toBar: Command = () => {
      this.#toolbar?.focus()
      return true
    }
    return {
      ...{ 'Mod-b': toggleMark(marks.strong), 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo, 'Alt-F10': toBar },
      ...{ Enter: splitListItem(nodes.item), 'Mod-]': sinkListItem(nodes.item), 'Mod-[': liftListItem(nodes.item) },
    }
  }

  #run(tool: Tool): void {
    const view = this.#view
    if (view === undefined) return
    COMMANDS[tool](view.state, view.dispatch, view)
    view.focus()
  }

  /** Makes the chosen words a link; without chosen words the address itself is written. False for what is no link. */
  #link(href: string): boolean {
    const view = this.#view
    if (view === undefined || linkTarget(href) === undefined) return false
    const mark = marks.link.create({ to: href })
    const { from, to, empty } = view.state.selection
    const { tr } = view.state
    view.dispatch(empty ? tr.replaceSelectionWith(schema.text(href, [mark]), false) : tr.addMark(from, to, mark))
    view.focus()
    return true
  }

  #place(kind: string, code: string): void {
    const view = this.#view
    if (view === undefined) return
    view.dispatch(view.state.tr.replaceSelectionWith(nodes.placed.create({ kind, code })))
    view.focus()
  }
}

const COMMANDS: Readonly<Record<Tool, Command>> = {
  strong: toggleMark(marks.strong),
  heading: setBlockType(nodes.heading, { level: 2 }),
  subheading: setBlockType(nodes.heading, { level: 3 }),
  bullets: wrapInList(nodes.bullets),
  numbers: wrapInList(nodes.numbers),
  quote: wrapIn(nodes.quote),
  plain,
  unlink: toggleMark(marks.link),
  undo,
  redo,
}

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, ([, given = '']) => ({ level: given.length })),
    wrappingInputRule(/^\s*-\s$/, nodes.bullets),
    wrappingInputRule(/^1\.\s$/, nodes.numbers),
    wrappingInputRule(/^\s*>\s$/, nodes.quote),
  ],
})

function attributesOf(field: HTMLTextAreaElement, label: string, helpId: string): Record<string, string> {
  const described = [helpId, field.getAttribute('aria-describedby') ?? ''].join(' ').trim()
  return {
    ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-describedby': described },
    ...{ class: 'page-text box', dir: 'auto', ...(field.lang !== '' && { lang: field.lang }) },
  }
}

customElements.define('page-editor', PageEditor)
