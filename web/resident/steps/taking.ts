import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { paperOfSteps } from '../../../capabilities/step-plan/actions.ts'
import { calendarOf, remindersOf } from '../../../capabilities/step-plan/calendar.ts'
import { PARTS, type Step } from '../../../capabilities/step-plan/definition.ts'
import type { Paper } from '../../../capabilities/step-plan/paper.ts'
import { isAfraid, stepsFor } from '../../../capabilities/step-plan/steps.ts'
import { termIn } from '../../../capabilities/step-plan/terms.ts'
import { links } from '../../links.ts'
import { download, guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { helpInLines } from '../../shell/help-beside.tsx'
import { stepsWords } from '../../words/steps.ts'
import { type StepsAround, stepsAround } from './around.ts'
import { mayTakeAlong, type Standing, standingAfter } from './standing.ts'
import { answered } from './walk.tsx'

/** Opened by itself a file has no steps in it, so it leads to the beginning. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const known = await stepsAround(actor, page)
  return known === undefined ? notFound() : redirect(links.steps(known.around.here))
})

/** The steps as a PDF. Its name and title tell nothing; somebody who is afraid gets it only after asking again. */
export const postPaper = guarded({ may: 'everyone', isSigningIn: true }, (actor, page) =>
  taken(actor, page, async ({ known, lines, ...standing }) => {
    const paper = paperOf(page, known, { ...standing, lines })
    const made = await paperOfSteps(actor, { paper, address: page.browser.address })
    if (!made.ok) return answered(page, known, standing, made)
    return download({ name: 'stappen.pdf', type: 'application/pdf', body: made.value })
  }),
)

/** The steps as days in a calendar, in which they are numbers and nothing else. */
export const postCalendar = guarded({ may: 'everyone', isSigningIn: true }, (actor, page) =>
  taken(actor, page, ({ known, filling }) => {
    const reminders = remindersOf(stepsFor(known.plan, filling.answers), page.today)
    const word = stepsWords[page.lang].step
    const text = calendarOf({ reminders, word, planId: filling.submitKey, madeAt: page.now })
    return download({ name: 'stappen.ics', type: 'text/calendar; charset=utf-8', body: new TextEncoder().encode(text) })
  }),
)

type Steps = Extract<Standing, { at: 'steps' }>
type Taken = Pick<Steps, 'filling' | 'shown'> & { readonly lines: readonly Helpline[] }

/** What comes of the steps that were sent; the page itself when there are none yet, or when they may not be taken along. */
async function taken(
  actor: Actor,
  page: PageRequest,
  make: (given: Steps & Taken & { readonly known: StepsAround }) => Reply | Promise<Reply>,
): Promise<Reply> {
  const known = await stepsAround(actor, page)
  if (known === undefined) return notFound()
  const standing = standingAfter(known.plan, page)
  if (standing.at !== 'steps' || !mayTakeAlong(known.plan, standing.filling.answers, standing.shown))
    return answered(page, known, standing)
  return make({ ...standing, known, lines: known.lines })
}

function paperOf(page: PageRequest, known: StepsAround, { filling, shown, lines }: Taken): Paper {
  const { lang } = page
  const words = stepsWords[lang]
  const steps = stepsFor(known.plan, filling.answers)
  const isAlone = isAfraid(known.plan, filling.answers)
  const helping = { lang, known, isAlone, helped: new Map<string, number>() }
  const numbered = steps.map((step, nth) => {
    const number = nth + 1
    const help = helpInLines({ ...step, number }, helping)
    return { ...inWords(page, known, step), help, number, at: step.at }
  })
  return {
    lang,
    title: words.windowTitle,
    heading: words.planTitle,
    lead: isAlone ? words.planLeadAlone : words.planLead(known.around.municipality?.name),
    isLarge: shown.isLarge,
    parts: PARTS.map((part) => ({
      title: (isAlone ? words.partsAlone : words.parts)[part],
      steps: numbered.filter(({ at }) => at === part),
    })).filter((part) => part.steps.length > 0),
    helpWord: words.helpHere,
    readWord: words.read,
    calls: lines
      .filter(({ code }) => code === 'emergency' || code === 'safe-home')
      .map(({ name, number = '', what }) =>
        name[lang] === number ? `${what[lang]}: ${number}` : `${name[lang]}: ${number} (${what[lang]})`,
      ),
    last: words.noAdviceText,
  }
}

function inWords({ lang, origin }: PageRequest, known: StepsAround, step: Step) {
  const { facts, titles, around } = known
  const words = stepsWords[lang]
  const term = step.term && termIn(step.term, lang, facts)?.text
  const documents = (step.documents ?? []).map(({ name }) => name[lang]).join('; ')
  return {
    title: step.title[lang],
    why: step.why[lang],
    how: (step.how ?? []).map((line) => line[lang]),
    facts: [
      { name: words.who, text: step.who[lang] },
      { name: words.term, text: term ?? '' },
      { name: words.documents, text: documents },
    ].filter(({ text }) => text !== ''),
    read: step.pages.flatMap(({ slug }) => {
      const title = titles.get(slug)
      return title === undefined ? [] : [{ title, href: origin + links.page(around.here, slug) }]
    }),
  }
}
