import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { logContact, type NewContact } from '../../../capabilities/cases/contacts/actions.ts'
import { type ContactFaults, contactQuestions } from '../../../capabilities/cases/contacts/contact.ts'
import { givenIn } from '../../../capabilities/forms/given.ts'
import { parseDay } from '../../../foundation/day.ts'
import { isId } from '../../../foundation/id.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import type { FieldError } from '../../design/error-summary.tsx'
import { DayField, FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { QuestionField } from '../../shell/form-fields.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { caseWords } from '../../words/case.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { NoteParts, noteTold } from '../files/note-parts.tsx'
import { afterCase, type Case, caseAt, casePage, errorsOf, KEY, keyOf, standingIn, text } from './frame.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'contact.begun' },
  withTyped(async (actor, page) => {
    const found = await caseAt(actor, page)
    return found === undefined ? notFound() : show(actor, page, found)
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'contact.logged' },
  forgetsTyped(async (actor, page) => {
    const { id = '' } = page.params
    if (!isId(id)) return notFound()
    const milestone = milestoneChosen(text(page, 'moment'))
    const told: NewContact = {
      key: keyOf(page),
      on: parseDay(text(page, 'dag')) ?? page.today,
      minutes: text(page, 'minuten'),
      isReached: text(page, 'bereikt') !== 'nee',
      given: (questions) => givenIn(page.form, questions),
      note: noteTold(page),
      ...(milestone !== undefined && { milestone }),
    }
    const logged = await logContact(actor, id, told, { isLast: true })
    if (logged.ok) return redirect(afterCase(id, logged.value.personId, 'contact'))
    const found = logged.reason === 'not-found' ? undefined : await caseAt(actor, page)
    if (found === undefined) return notFound()
    const { faults = {} } = logged
    const atField = Object.entries(faults).map(([field, fault]) => ({
      field,
      message: refusalSentence(page.lang, fault),
    }))
    const field = logged.reason.startsWith('note-') || logged.reason === 'contact-text-nowhere' ? 'notitie' : 'moment'
    const errors = atField.length > 0 ? atField : errorsOf(page, logged, field)
    return show(actor, page, found, { errors, faults, refused: logged })
  }),
)

type NotRight = {
  readonly errors: readonly FieldError[]
  readonly faults: ContactFaults
  readonly refused: Parameters<typeof errorsOf>[1]
}

/** A milestone and its outcome travel as one choice. */
function milestoneChosen(chosen: string): { code: string; outcome?: string } | undefined {
  const [code = '', outcome] = chosen.split(' ')
  if (code === '') return undefined
  return { code, ...(outcome !== undefined && { outcome }) }
}

function show(actor: Actor, page: PageRequest, found: Case, wrong?: NotRight): Promise<Reply> {
  const words = caseWords[page.lang]
  return casePage(actor, page, found, {
    title: words.contact,
    lead: words.contactLead,
    ...(wrong !== undefined && { errors: wrong.errors, refused: wrong.refused }),
    body: <ContactForm {...{ actor, page, found, wrong }} />,
  })
}

type FormProps = { actor: Actor; page: PageRequest; found: Case; wrong: NotRight | undefined }

const ContactForm: FC<FormProps> = ({ actor, page, found, wrong }) => {
  const words = caseWords[page.lang]
  const { definition, trajectory } = found.detail
  const at: At = (field) => wrong?.errors.find((one) => one.field === field)
  const questions = contactQuestions(definition)
  const due = dueChoices(page, found)
  return (
    <form class="compact" method="post" action={links.caseContact(trajectory.id)} novalidate>
      <TypedKept actor={actor} page={page} />
      <input type="hidden" name={KEY} value={keyOf(page)} />
      <WhenPart page={page} at={at} isOfGroup={definition.about === 'group'} />
      {questions.map((question) => (
        <QuestionField
          lang={page.lang}
          question={question}
          given={givenIn(page.form, questions)}
          faults={wrong?.faults ?? {}}
          offered={{}}
          inline
        />
      ))}
      {due.length === 0 ? null : (
        <SelectField
          name="moment"
          label={words.was}
          value={text(page, 'moment')}
          error={at('moment')?.message}
          options={[{ value: '', label: words.wasNothing }, ...due]}
        />
      )}
      {found.file === undefined || !found.isMine ? null : (
        <NoteParts
          {...{ page, actor, file: found.file, names: found.names }}
          error={at('notitie')}
          label={words.said}
          hint={words.saidHint}
        />
      )}
      <Button>{words.save}</Button>
    </form>
  )
}

type At = (field: string) => FieldError | undefined

const WhenPart: FC<{ page: PageRequest; at: At; isOfGroup: boolean }> = ({ page, at, isOfGroup }) => {
  const words = caseWords[page.lang]
  return (
    <>
      <FieldRow>
        <DayField
          name="dag"
          label={words.day}
          value={text(page, 'dag') || page.today}
          max={page.today}
          error={at('dag')?.message}
        />
        <TextField
          name="minuten"
          label={words.minutesAsked}
          hint={words.minutesHint}
          value={text(page, 'minuten')}
          autocomplete="off"
          error={at('minuten')?.message}
        />
      </FieldRow>
      {isOfGroup ? null : (
        <RadioGroup
          name="bereikt"
          label={words.reached}
          hint={words.reachedHint}
          inline
          value={text(page, 'bereikt') || 'ja'}
          choices={[
            { value: 'ja', label: words.reachedYes },
            { value: 'nee', label: words.reachedNo },
          ]}
        />
      )}
    </>
  )
}

/** The milestones that are due by now and not done, each with every outcome it can have. */
function dueChoices(page: PageRequest, { detail }: Case): { value: string; label: string }[] {
  const { definition } = detail
  return standingIn(detail, page.today).flatMap(({ code, state }) => {
    const milestone = definition.milestones.find((one) => one.code === code)
    if (milestone === undefined || state === 'done' || state === 'early') return []
    const name = milestone.name[page.lang]
    if (milestone.outcomes === undefined) return [{ value: code, label: name }]
    return milestone.outcomes.map((outcome) => ({
      value: `${code} ${outcome.code}`,
      label: `${name}: ${outcome.name[page.lang]}`,
    }))
  })
}
