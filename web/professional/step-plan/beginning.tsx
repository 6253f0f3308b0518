import type { Child } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { toldWords } from '../../../capabilities/step-plan/editing/told.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { TextField } from '../../design/field.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'

export const LONGEST_NAME = 120

/** Whether a new thing has a name in both languages, of which its code is made. */
export const isNamed = ({ nl, en }: { nl: string; en: string }): boolean =>
  [nl, en].every((one) => one !== '' && one.length <= LONGEST_NAME)

type Beginning = {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly name: string
  readonly label: string
  readonly more?: Child
  readonly refused?: Refused | undefined
}

/** A new step or example person: only what it is called; the rest comes after that. */
export function beginPage(actor: Actor, page: PageRequest, beginning: Beginning): Promise<Reply> {
  const { title, lead, action, name, label, more, refused } = beginning
  const words = planFormWords[page.lang]
  const typed = toldWords(page.form, name)
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  return workPage(
    page,
    actor,
    { title, active: 'pages', ...refusedAs(refused) },
    <div class="kept-pages">
      <BackLink href={links.stepPlan()} label={planScreenWords[page.lang].back} />
      <h1>{title}</h1>
      <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [{ field: `${name}/nl`, message: error }]} />
      <p class="soft">{lead}</p>
      <form method="post" action={action} novalidate class="plan-form">
        <div class="both-languages">
          <TextField
            name={`${name}/nl`}
            label={words.inDutch(label)}
            value={typed.nl}
            error={error}
            textLanguage="nl"
            autocomplete="off"
          />
          <TextField
            name={`${name}/en`}
            label={words.inEnglish(label)}
            value={typed.en}
            textLanguage="en"
            autocomplete="off"
          />
        </div>
        {more}
        <Button>{words.begin}</Button>
      </form>
    </div>,
  )
}
