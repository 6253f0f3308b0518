import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { municipalityWith } from '../../../capabilities/participation/queries.ts'
import { saveRound } from '../../../capabilities/participation/rounds/actions.ts'
import { type RoundTold, testRound } from '../../../capabilities/participation/rounds/queries.ts'
import { type Finding, type Round, STATES, SUBJECTS } from '../../../capabilities/participation/rounds/round.ts'
import { isId, newId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Facts } from '../../design/facts.tsx'
import { DayField, FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { type FormShown, formShown, typedNumber, typedOne, typedVersion } from '../../shell/typed.ts'
import { testRoundWords } from '../../words/test-rounds.ts'

/** One test round with what was found in it; an id that nobody knows yet is a new one for who records. */
export const get = guarded({ may: ['read', 'participation'], act: 'test-round.read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'participation'], act: 'test-round.changed' }, async (actor, page) => {
  const { gemeente = '', id = '' } = page.params
  const one = (name: string) => typedOne(page, name)
  const done = await saveRound(actor, {
    ...{ municipalityId: gemeente, id, ...typedVersion(page) },
    round: {
      ...{ title: one('title'), subject: one('subject'), siteVersion: one('siteVersion'), state: one('state') },
      ...{ fromOn: one('fromOn'), toOn: one('toOn'), parents: typedNumber(page, 'parents') },
      ...{ youngPeople: typedNumber(page, 'youngPeople'), ambassadors: typedNumber(page, 'ambassadors') },
      others: typedNumber(page, 'others'),
    },
  })
  if (done.ok) return redirect(links.testRound(gemeente, id, 'ronde'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', id = '' } = page.params
  const told = await testRound(actor, gemeente, id)
  const mayRecord = (await municipalityWith(actor, ['change', 'participation'], gemeente)) !== undefined
  if (!isId(id) || (told === undefined && !mayRecord)) return notFound()
  const words = testRoundWords[page.lang]
  const form = formShown(page, refused)
  const done: Readonly<Record<string, string>> = words.done
  const asked = page.query.get('gedaan') ?? ''
  const title = told?.round.title ?? words.newTitle
  const { status } = form
  return workPage(
    page,
    actor,
    { title, active: 'testRounds', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.testRounds(gemeente)} label={words.back} />
      <h1>{title}</h1>
      {refused === undefined && Object.hasOwn(done, asked) ? <Notice isNews>{done[asked]}</Notice> : null}
      {form.message === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: form.field, message: form.message }]} />
      )}
      {told === undefined ? null : <Findings page={page} told={told} mayRecord={mayRecord} />}
      {mayRecord ? (
        <RoundForm page={page} form={form} round={told?.round} />
      ) : told === undefined ? null : (
        <Told page={page} round={told.round} />
      )}
    </>,
  )
}

const Findings: FC<{ page: PageRequest; told: RoundTold; mayRecord: boolean }> = ({ page, told, mayRecord }) => {
  const { round, findings } = told
  const words = testRoundWords[page.lang]
  return (
    <section aria-labelledby="gezien">
      <h2 id="gezien">{words.findings}</h2>
      {findings.length === 0 ? <p class="soft">{words.noFindings}</p> : null}
      {findings.map((finding) => (
        <OneFinding page={page} finding={finding} mayRecord={mayRecord} />
      ))}
      {mayRecord ? (
        <ButtonRow>
          <LinkButton href={links.testFinding(round.municipalityId, round.id, newId())}>{words.addFinding}</LinkButton>
        </ButtonRow>
      ) : null}
    </section>
  )
}

const OneFinding: FC<{ page: PageRequest; finding: Finding; mayRecord: boolean }> = ({ page, finding, mayRecord }) => {
  const words = testRoundWords[page.lang]
  const { municipalityId, roundId, id, task, testers, slug, decision, done } = finding
  return (
    <article class="remark">
      <h3>{finding.finding}</h3>
      <Facts
        facts={[
          { term: words.task, value: task },
          { term: words.by, value: words.testers[testers] },
          { term: words.slug, value: slug ?? undefined },
          { term: words.decision, value: words.decisions[decision] },
          { term: words.did, value: done ?? undefined },
        ]}
      />
      {mayRecord ? (
        <p>
          <a href={links.testFinding(municipalityId, roundId, id)}>
            {words.change}
            <span class="unseen">: {finding.finding}</span>
          </a>
        </p>
      ) : null}
    </article>
  )
}

/** What a round was, for who only reads. */
const Told: FC<{ page: PageRequest; round: Round }> = ({ page, round }) => {
  const words = testRoundWords[page.lang]
  return (
    <Facts
      facts={[
        { term: words.subject, value: words.subjects[round.subject] },
        { term: words.version, value: round.siteVersion },
        { term: words.when, value: words.period(round.fromOn, round.toOn) },
        { term: words.state, value: words.states[round.state] },
        { term: words.testers.parents, value: String(round.parents) },
        { term: words.testers['young-people'], value: String(round.youngPeople) },
        { term: words.testers.ambassadors, value: String(round.ambassadors) },
        { term: words.testers.others, value: String(round.others) },
      ]}
    />
  )
}

type FormProps = { page: PageRequest; form: FormShown; round: Round | undefined }

const RoundForm: FC<FormProps> = ({ page, form, round }) => {
  const { gemeente = '', id = '' } = page.params
  const words = testRoundWords[page.lang]
  const { one, errorOf } = form
  const tied = (name: 'title' | 'subject' | 'siteVersion' | 'fromOn' | 'toOn' | 'state', other = '') => ({
    ...{ name, value: one(name, round?.[name] ?? other), error: errorOf(name) },
  })
  return (
    <form method="post" action={links.testRound(gemeente, id)} class="form" aria-labelledby="ronde">
      <h2 id="ronde">{words.round}</h2>
      {round === undefined ? null : <input type="hidden" name="_versie" value={String(round.rowVersion)} />}
      <TextField {...tied('title')} label={words.name} autocomplete="off" />
      <SelectField
        {...tied('subject')}
        label={words.subject}
        options={SUBJECTS.map((value) => ({ value, label: words.subjects[value] }))}
      />
      <TextField {...tied('siteVersion')} label={words.version} hint={words.versionHint} autocomplete="off" />
      <FieldRow>
        <DayField {...tied('fromOn', page.today)} label={words.fromOn} />
        <DayField {...tied('toOn', page.today)} label={words.toOn} />
      </FieldRow>
      <Counts {...{ page, form, round }} />
      <SelectField
        {...tied('state')}
        label={words.stateField}
        options={STATES.map((value) => ({ value, label: words.states[value] }))}
      />
      <Button look={round === undefined ? 'primary' : 'plain'}>{words.save}</Button>
    </form>
  )
}

const Counts: FC<FormProps> = ({ page, form: { one, errorOf }, round }) => {
  const words = testRoundWords[page.lang]
  const fields = [
    { name: 'parents', label: words.testers.parents },
    { name: 'youngPeople', label: words.testers['young-people'] },
    { name: 'ambassadors', label: words.testers.ambassadors },
    { name: 'others', label: words.testers.others },
  ] as const
  return (
    <fieldset class="field">
      <legend>{words.counts}</legend>
      <p class="hint small">{words.countsHint}</p>
      <FieldRow>
        {fields.map(({ name, label }) => (
          <TextField
            {...{ name, label, value: one(name, round?.[name] ?? 0), error: errorOf(name) }}
            type="number"
            autocomplete="off"
          />
        ))}
      </FieldRow>
    </fieldset>
  )
}
