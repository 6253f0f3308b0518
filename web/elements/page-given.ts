/** What the page brings along, written by our own server (`web/professional/pages/page-form.tsx`). */
export type Given = { readonly words: Readonly<Record<EditorWord, string>>; readonly names: Names }
export type Names = { readonly helplines: readonly string[]; readonly facts: readonly string[] }
export type EditorWord =
  | ('label' | 'toolbar' | 'help' | 'strong' | 'heading' | 'subheading' | 'bullets' | 'numbers' | 'quote' | 'plain')
  | ('link' | 'unlink' | 'place' | 'undo' | 'redo' | 'source' | 'rich' | 'linkTo' | 'linkWrong' | 'set' | 'cancel')
  | ('choose' | 'faulty')
