import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Given } from '../../../capabilities/forms/answer.ts'
import { newFilling, sealFilling } from '../../../capabilities/forms/filling.ts'
import type { FormDefinition, FormQuestion, Offered } from '../../../capabilities/forms/form.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { ASKERS, STAFF_CHANNELS } from '../../../capabilities/help-requests/request.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { FieldRow, SelectField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { DraftNotice, DraftOwnerField } from '../../shell/draft-notice.tsx'
import { faultsInWords, QuestionField } from '../../shell/form-fields.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { formWords } from '../../words/forms.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { requestCodes, requestWords } from '../../words/requests.ts'
import type { Lang } from '../../words/words.ts'

export type NewSaid = {
  readonly given: Given
  readonly faults?: Readonly<Record<string, Refused>>
  readonly refused?: Refused
  readonly savedAt?: Date | undefined
  /** What was refused is the counting of advice. */
  readonly isAdvice?: boolean
}

type NewProps = {
  readonly actor: Actor
  readonly page: PageRequest
  readonly form: FormDefinition
  readonly offered: Offered
  readonly said: NewSaid
  /** Where this person may enter requests: names by code. */
  readonly municipalities: ReadonlyMap<string, string>
}

/** Every question at once, and below it the counting of advice without a name. */
export const NewView: FC<NewProps> = (props) => {
  const { page, said } = props
  const words = requestWords[page.lang]
  const isCounted = page.query.get('gedaan') === 'geteld'
  return (
    <>
      <BackLink href={links.requests()} label={words.back} />
      <h1>{words.newTitle}</h1>
      <p class="soft">{words.newLead}</p>
      {isCounted ? (
        <Notice isNews>
          <p>{words.counted}</p>
        </Notice>
      ) : null}
      <ErrorSummary lang={page.lang} errors={errorsIn(props)} />
      <DraftNotice lang={page.lang} savedAt={said.savedAt} action={links.requestNew()} />
      <RequestForm {...props} />
      <AdviceForm {...props} />
    </>
  )
}

function errorsIn({ page, form, said }: NewProps): FieldError[] {
  const { faults = {}, refused } = said
  const whole = refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]
  const channel = faults.channel
  const via = channel === undefined ? [] : [{ field: 'channel', message: refusalSentence(page.lang, channel) }]
  return [...whole, ...via, ...faultsInWords(page.lang, form.questions, faults)]
}

const RequestForm: FC<NewProps> = ({ actor, page, form, offered, said }) => {
  const { lang } = page
  const [words, codes] = [requestWords[lang], requestCodes[lang]]
  const { given, faults = {} } = said
  const sent = page.form.get(WALK.sealed)
  // After a failed check the same key goes along, so that a second try is still the same request.
  const isAgain = typeof sent === 'string' && said.refused?.reason.startsWith('form-') !== true
  const sealed = isAgain ? sent : sealFilling(form, newFilling(), page.now)
  const channel = faults.channel
  return (
    <form class="compact" method="post" action={links.requestNew()} novalidate>
      <input type="hidden" name={WALK.sealed} value={sealed} />
      <DraftOwnerField actor={actor} page={page} />
      <RadioGroup
        name="channel"
        label={words.channel}
        inline
        value={given.channel?.[0]}
        error={channel === undefined ? undefined : refusalSentence(lang, channel)}
        choices={STAFF_CHANNELS.map((one) => ({ value: one, label: codes.channels[one] }))}
      />
      {form.questions.map((question) => (
        <QuestionField {...{ lang, question, given, faults, offered }} aside={dependsOn(form, question, lang)} inline />
      ))}
      <ButtonRow>
        <Button>{words.save}</Button>
      </ButtonRow>
    </form>
  )
}

/** A question that is not always asked says with which answer it is: without script all of them stand there. */
function dependsOn(form: FormDefinition, { when }: FormQuestion, lang: Lang): string | undefined {
  const on = when && form.questions.find(({ code }) => code === when.question)
  if (when === undefined || on === undefined) return undefined
  const names = (on.options ?? []).filter(({ code }) => when.is.includes(code)).map(({ name }) => name[lang])
  return formWords[lang].onlyWhen(names.join(', '))
}

const AdviceForm: FC<NewProps> = ({ page, municipalities }) => {
  const [words, codes] = [requestWords[page.lang], requestCodes[page.lang]]
  return (
    <section aria-labelledby="advies">
      <h2 id="advies">{words.adviceTitle}</h2>
      <p class="soft">{words.adviceLead}</p>
      <form method="post" action={links.requestNew()}>
        <FieldRow>
          <SelectField
            name="advies-wie"
            label={words.asker}
            options={ASKERS.map((one) => ({ value: one, label: codes.askers[one] }))}
          />
          <SelectField
            name="advies-via"
            label={words.via}
            options={STAFF_CHANNELS.map((one) => ({ value: one, label: codes.channels[one] }))}
          />
          <SelectField
            name="advies-gemeente"
            label={words.municipality}
            options={[...municipalities].map(([value, label]) => ({ value, label }))}
          />
          <Button look="plain" name="doe" value="tel">
            {words.count}
          </Button>
        </FieldRow>
      </form>
    </section>
  )
}
