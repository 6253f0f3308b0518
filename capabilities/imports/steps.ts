/** How far an import is. */
export const IMPORT_STATES = [
  ...(['uploaded', 'checked', 'running', 'done'] as const),
  ...(['cancelled', 'undoing', 'undone', 'refused'] as const),
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export type ImportStep =
  | 'choose-columns'
  | 'correct'
  | 'commit'
  | 'cancel'
  | 'publish'
  | 'refuse'
  | 'undo'
  | 'take-back'

const allowedFrom: Readonly<Record<ImportStep, readonly ImportState[]>> = {
  'choose-columns': ['uploaded', 'checked'],
  correct: ['checked'],
  commit: ['checked'],
  cancel: ['uploaded', 'checked', 'running'],
  publish: ['running'],
  refuse: ['running'],
  undo: ['done'],
  'take-back': ['done', 'undoing'],
}

/** Whether an import in this state may take this step. */
export const mayStep = (state: ImportState, step: ImportStep): boolean => allowedFrom[step].includes(state)

/** Whether its rows are there, or were. */
export const wasBroughtIn = (state: ImportState): boolean => ['done', 'undoing', 'undone'].includes(state)

/** Whether somebody still has to do something with the import; after that its file is gone. */
export const isOpen = (state: ImportState): boolean => state === 'uploaded' || state === 'checked'
