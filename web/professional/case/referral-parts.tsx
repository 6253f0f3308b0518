import type { FC } from 'hono/jsx'
import type { TrajectoryDetail } from '../../../capabilities/cases/queries.ts'
import type { ReferralTold } from '../../../capabilities/cases/referring/queries.ts'
import { afterQuestions, referralQuestions } from '../../../capabilities/cases/referring/referral.ts'
import { givenIn } from '../../../capabilities/forms/given.ts'
import type { Question } from '../../../capabilities/programmes/definition.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { DayField, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { QuestionField } from '../../shell/form-fields.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay } from '../../words/format.ts'
import { steunfiguurWords } from '../../words/steunfiguren.ts'
import { answerInWords } from './event-words.ts'
import { text } from './frame.tsx'
import { Doing, faultAt, isBack, type PartProps } from './steunfiguur-parts.tsx'

type ReferralProps = PartProps & {
  referrals: readonly ReferralTold[]
  /** The trajectory in which a new one is recorded; none where the programme refers nobody. */
  into: TrajectoryDetail | undefined
}

/** Where the child was referred to online, what came of it, and the forms to say so. */
export const Referrals: FC<ReferralProps> = (props) => {
  const { page, referrals, into } = props
  const words = steunfiguurWords[page.lang]
  if (into === undefined && referrals.length === 0) return null
  return (
    <section aria-labelledby="verwezen">
      <h2 id="verwezen">{words.referred}</h2>
      <p class="soft">{words.referredLead}</p>
      {referrals.length === 0 ? <p class="soft">{words.noReferral}</p> : <ReferralTable {...props} />}
      {into === undefined ? null : (
        <Details summary={words.refer} isOpen={isBack(page, 'verwijs')}>
          <ReferForm {...props} into={into} />
        </Details>
      )}
      {referrals.length === 0 ? null : (
        <Details summary={words.resultSay} isOpen={isBack(page, 'vervolg')}>
          <ResultForm {...props} />
        </Details>
      )}
    </section>
  )
}

const said = (page: PageRequest, { detail }: ReferralTold, answers: ReferralTold['answers']): string =>
  Object.entries(answers)
    .map(([code, answer]) => answerInWords(page.lang, detail.definition, code, answer))
    .join(', ')

const ReferralTable: FC<ReferralProps> = ({ page, referrals }) => {
  const words = steunfiguurWords[page.lang]
  const resultOf = (one: ReferralTold) =>
    one.result === undefined
      ? words.resultOpen
      : words.resultOn(said(page, one, one.result.answers), formatDay(page.lang, one.result.on, 'year'))
  return (
    <DataTable
      lang={page.lang}
      caption={words.referred}
      captionUnseen
      head={words.days}
      columns={[{ head: words.where }, { head: words.kindOnline }, { head: words.result }]}
      stacked
      rows={referrals.map((one) => ({
        head: formatDay(page.lang, one.on, 'year'),
        cells: [one.organisation, said(page, one, one.answers), resultOf(one)],
      }))}
    />
  )
}

const Questions: FC<PartProps & { questions: readonly Question[] }> = ({ page, faults, questions }) => (
  <>
    {questions.map((question) => (
      <QuestionField
        lang={page.lang}
        question={question}
        given={givenIn(page.form, questions)}
        faults={faults}
        offered={{}}
        inline
      />
    ))}
  </>
)

const ReferForm: FC<ReferralProps & { into: TrajectoryDetail }> = (props) => {
  const { page, childId, known, into } = props
  const words = steunfiguurWords[page.lang]
  const at = faultAt(props)
  return (
    <form class="compact" method="post" action={links.fileSteunfiguren(childId)} novalidate>
      <Doing page={page} doing="verwijs" />
      <input type="hidden" name="traject" value={into.trajectory.id} />
      <Questions {...props} questions={referralQuestions(into.definition)} />
      <TextField
        name="verwijs-organisatie"
        label={words.where}
        value={text(page, 'verwijs-organisatie')}
        error={at('verwijs-organisatie')}
        autocomplete="off"
        suggestions={known}
      />
      <RadioGroup
        name="mee-eens"
        label={words.agreedRefer}
        inline
        value={text(page, 'mee-eens')}
        error={at('mee-eens')}
        choices={[
          { value: 'ja', label: words.agreedReferYes },
          { value: 'nee', label: words.agreedReferNo },
        ]}
      />
      <DayField
        name="verwijs-dag"
        label={words.when}
        value={text(page, 'verwijs-dag') || page.today}
        max={page.today}
        error={at('verwijs-dag')}
      />
      <Button>{words.referSave}</Button>
    </form>
  )
}

const ResultForm: FC<ReferralProps> = (props) => {
  const { page, childId, referrals } = props
  const words = steunfiguurWords[page.lang]
  const choices = referrals.map((one) => ({
    value: `${one.detail.trajectory.id} ${one.id}`,
    label: words.resultOne(one.organisation, said(page, one, one.answers), formatDay(page.lang, one.on, 'short')),
    isOpen: one.result === undefined,
  }))
  const [first] = referrals
  const next = choices.find(({ isOpen }) => isOpen) ?? choices[0]
  const questions = first === undefined ? [] : afterQuestions(first.detail.definition)
  return (
    <form class="compact" method="post" action={links.fileSteunfiguren(childId)} novalidate>
      <Doing page={page} doing="vervolg" />
      <RadioGroup
        name="verwijzing"
        label={words.resultWhich}
        value={text(page, 'verwijzing') || next?.value}
        choices={choices}
      />
      <Questions {...props} questions={questions} />
      <DayField
        name="vervolg-dag"
        label={words.when}
        value={text(page, 'vervolg-dag') || page.today}
        max={page.today}
        error={faultAt(props)('vervolg-dag')}
      />
      <Button>{words.resultSave}</Button>
    </form>
  )
}
