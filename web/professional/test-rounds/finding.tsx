import type { Actor } from '../../../capabilities/access/actor.ts'
import { saveFinding } from '../../../capabilities/participation/rounds/actions.ts'
import { testRound } from '../../../capabilities/participation/rounds/queries.ts'
import { DECISIONS, TESTERS } from '../../../capabilities/participation/rounds/round.ts'
import { isId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { SelectField, TextArea, TextField } from '../../design/field.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedOne, typedVersion } from '../../shell/typed.ts'
import { testRoundWords } from '../../words/test-rounds.ts'

/** What testers ran into at one task, and what was done about it. */
export const get = guarded({ may: ['change', 'participation'], act: 'test-round.finding-read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded(
  { may: ['change', 'participation'], act: 'test-round.finding-changed' },
  async (actor, page) => {
    const { gemeente = '', ronde = '', id = '' } = page.params
    const one = (name: string) => typedOne(page, name)
    const done = await saveFinding(actor, {
      ...{ municipalityId: gemeente, roundId: ronde, id, ...typedVersion(page) },
      finding: {
        ...{ testers: one('testers'), task: one('task'), finding: one('finding'), slug: one('slug') },
        ...{ decision: one('decision'), done: one('done') },
      },
    })
    if (done.ok) return redirect(links.testRound(gemeente, ronde, 'bevinding'))
    return done.reason === 'not-found' ? notFound() : show(actor, page, done)
  },
)

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', ronde = '', id = '' } = page.params
  const told = await testRound(actor, gemeente, ronde)
  if (told === undefined || !isId(id)) return notFound()
  const finding = told.findings.find((one) => one.id === id)
  const words = testRoundWords[page.lang]
  const { one, errorOf, message, field, status } = formShown(page, refused)
  const tied = (name: 'testers' | 'task' | 'finding' | 'slug' | 'decision' | 'done') => ({
    ...{ name, value: one(name, finding?.[name]), error: errorOf(name) },
  })
  return workPage(
    page,
    actor,
    {
      title: words.findings,
      active: 'testRounds',
      ...(refused !== undefined && { status, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.testRound(gemeente, ronde)} label={told.round.title} />
      <h1>{words.findings}</h1>
      {message === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field, message }]} />}
      <form method="post" action={links.testFinding(gemeente, ronde, id)} class="form">
        {finding === undefined ? null : <input type="hidden" name="_versie" value={String(finding.rowVersion)} />}
        <SelectField
          {...tied('testers')}
          label={words.by}
          options={TESTERS.map((value) => ({ value, label: words.testers[value] }))}
        />
        <TextField {...tied('task')} label={words.task} autocomplete="off" />
        <TextArea {...tied('finding')} label={words.finding} hint={words.countsHint} rows={4} />
        <TextField {...tied('slug')} label={words.slug} hint={words.slugHint} autocomplete="off" />
        <SelectField
          {...tied('decision')}
          label={words.decision}
          options={DECISIONS.map((value) => ({ value, label: words.decisions[value] }))}
        />
        <TextArea {...tied('done')} label={words.did} hint={words.didHint} rows={3} />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}
