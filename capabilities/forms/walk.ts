import { allow, type Refused } from '../../foundation/result.ts'
import type { Answers } from '../cases/event.ts'
import { checkAnswers, type Given } from './answer.ts'
import { type Filling, newFilling, openFilling } from './filling.ts'
import type { FormDefinition, Offered } from './form.ts'
import { asGiven, givenIn } from './given.ts'
import { type FormPage, firstOpenPage, pageAfter, pageBefore, pagesOf } from './pages.ts'

/** The hidden fields and the button by which a form of one question per page goes on. */
export const WALK = { sealed: '_stand', page: '_stap', doing: '_doe', changing: '_wijzig', language: '_taal' } as const

/** The last page of every walk: everything that was answered, before it is sent. */
export const REVIEW = 'overzicht'

/** Where somebody is after a press on a button. */
export type Walk =
  | {
      readonly at: 'question'
      readonly page: FormPage
      readonly pages: readonly FormPage[]
      readonly filling: Filling
      readonly given: Given
      readonly faults: Readonly<Record<string, Refused>>
      /** On the way back to the review, after one answer is changed. */
      readonly isChanging: boolean
    }
  | { readonly at: 'review'; readonly pages: readonly FormPage[]; readonly filling: Filling }
  | { readonly at: 'send'; readonly filling: Filling }
  | { readonly at: 'refused'; readonly refused: Refused }

type Standing = { readonly form: FormDefinition; readonly offered: Offered; readonly filling: Filling }

/** Reads what a page of a form sent and says which page comes next; begins at the first when nothing was sent yet. */
export function walk(form: FormDefinition, sent: FormData, offered: Offered, now: Date): Walk {
  const sealed = textIn(sent, WALK.sealed)
  const opened = sealed === '' ? allow(newFilling()) : openFilling(form, sealed, now)
  if (!opened.ok) return { at: 'refused', refused: opened }
  const standing = { form, offered, filling: opened.value }
  const pages = pagesOf(form, opened.value.answers)
  const code = textIn(sent, WALK.page)
  const doing = textIn(sent, WALK.doing)
  const wanted = doing.startsWith('naar:') ? pages.find((page) => page.code === doing.slice(5)) : undefined
  if (wanted !== undefined) return show(standing, wanted, true)
  if (code === REVIEW) return fromReview(standing, doing)
  const page = pages.find((one) => one.code === code)
  if (page === undefined) {
    // Whoever was at a question that is no longer asked, and answered everything else, is done.
    const first = code === '' ? pages[0] : undefined
    return onward(standing, firstOpenPage(pages, opened.value.answers) ?? first)
  }
  return fromQuestion(standing, page, sent, doing)
}

function fromReview(standing: Standing, doing: string): Walk {
  const pages = pagesOf(standing.form, standing.filling.answers)
  const open = firstOpenPage(pages, standing.filling.answers)
  if (open !== undefined) return show(standing, open, true)
  if (doing === 'verstuur') return { at: 'send', filling: standing.filling }
  return doing === 'terug' ? onward(standing, pages.at(-1)) : onward(standing, undefined)
}

function fromQuestion(standing: Standing, page: FormPage, sent: FormData, doing: string): Walk {
  const given = givenIn(sent, page.questions)
  const { answers, faults } = checkAnswers(page.questions, given, standing.offered)
  const isChanging = textIn(sent, WALK.changing) !== ''
  const isOptional = page.questions.every(({ required }) => required !== true)
  if (doing === 'sla-over' && isOptional) return after(withAnswers(standing, page, {}), page, isChanging)
  const answered = withAnswers(standing, page, answers)
  if (doing === 'terug') {
    const pages = pagesOf(standing.form, answered.filling.answers)
    return show(answered, pageBefore(pages, page.code) ?? page, false)
  }
  if (Object.keys(faults).length === 0) return after(answered, page, isChanging)
  return { ...show(standing, page, isChanging), given, faults }
}

function after(standing: Standing, { code }: FormPage, isChanging: boolean): Walk {
  const pages = pagesOf(standing.form, standing.filling.answers)
  if (!isChanging) return onward(standing, pageAfter(pages, code))
  const open = firstOpenPage(pages, standing.filling.answers)
  return open === undefined ? onward(standing, undefined) : show(standing, open, true)
}

function onward(standing: Standing, page: FormPage | undefined): Walk {
  if (page !== undefined) return show(standing, page, false)
  return { at: 'review', pages: pagesOf(standing.form, standing.filling.answers), filling: standing.filling }
}

function show(standing: Standing, page: FormPage, isChanging: boolean): Extract<Walk, { at: 'question' }> {
  const { answers } = standing.filling
  const given = Object.fromEntries(page.questions.map(({ code }) => [code, asGiven(answers[code])]))
  const pages = pagesOf(standing.form, answers)
  return { at: 'question', page, pages, filling: standing.filling, given, faults: {}, isChanging }
}

/** The answers of this page take the place of what was answered there before. */
function withAnswers(standing: Standing, { questions }: FormPage, answers: Answers): Standing {
  const others = Object.entries(standing.filling.answers).filter(
    ([code]) => !questions.some((one) => one.code === code),
  )
  const all: Answers = { ...Object.fromEntries(others), ...answers }
  return { ...standing, filling: { ...standing.filling, answers: all } }
}

const textIn = (sent: FormData, name: string): string => {
  const value = sent.get(name)
  return typeof value === 'string' ? value : ''
}
