import type { ProgrammeDefinition, Question, Words } from '../programmes/definition.ts'

/** The parts of a programme definition that a registration file is read with. */
export type AskedProgramme = Pick<ProgrammeDefinition, 'questions' | 'phases' | 'reasons' | 'registration'>
export type AskedQuestion = Pick<
  Question,
  'code' | 'type' | 'ask' | 'asked' | 'required' | 'options' | 'other' | 'columns' | 'special' | 'when'
>

/** Whether a registration cannot do without an answer to this question. */
export const isNeeded = (question: AskedQuestion): boolean =>
  question.required === true && question.asked === 'registration' && question.when === undefined

/** The names of options or phases as one list per language, to tell what could have stood in a cell. */
export const namesOf = (named: readonly { readonly name: Words }[]): Words => ({
  nl: named.map((one) => one.name.nl).join(', '),
  en: named.map((one) => one.name.en).join(', '),
})
