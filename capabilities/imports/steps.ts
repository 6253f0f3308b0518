/** How far an import is. */
export const IMPORT_STATES = ['uploaded', 'checked', 'running', 'done', 'cancelled', 'undone', 'refused'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export type ImportStep = 'choose-columns' | 'correct' | 'commit' | 'cancel' | 'publish' | 'refuse' | 'undo'

const allowedFrom: Readonly<Record<ImportStep, readonly ImportState[]>> = {
  'choose-columns': ['uploaded', 'checked'],
  correct: ['checked'],
  commit: ['checked'],
  cancel: ['uploaded', 'checked', 'running'],
  publish: ['running'],
  refuse: ['running'],
  undo: ['done'],
}

/** Whether an import in this state may take this step. */
export const mayStep = (state: ImportState, step: ImportStep): boolean => allowedFrom[step].includes(state)

/** Whether somebody still has to do something with the import; after that its file is gone. */
export const isOpen = (state: ImportState): boolean => state === 'uploaded' || state === 'checked'
