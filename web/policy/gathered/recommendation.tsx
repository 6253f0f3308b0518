import type { Actor } from '../../../capabilities/access/actor.ts'
import { saveRecommendation } from '../../../capabilities/participation/gathered/actions.ts'
import { STATES } from '../../../capabilities/participation/gathered/gathered.ts'
import { allGathered } from '../../../capabilities/participation/gathered/queries.ts'
import { municipalityWith } from '../../../capabilities/participation/queries.ts'
import { isId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedOne, typedVersion } from '../../shell/typed.ts'
import { gatheredWords } from '../../words/gathered.ts'

/** One recommendation with what was decided about it; an id that nobody knows yet is a new one. */
export const get = guarded({ may: ['change', 'participation'], act: 'gathered.advice-read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded(
  { may: ['change', 'participation'], act: 'gathered.advice-changed' },
  async (actor, page) => {
    const { gemeente = '', id = '' } = page.params
    const one = (name: string) => typedOne(page, name)
    const done = await saveRecommendation(actor, {
      ...{ municipalityId: gemeente, id, today: page.today, ...typedVersion(page) },
      recommendation: {
        ...{ advice: one('advice'), state: one('state'), decidedBy: one('decidedBy') },
        ...{ decidedOn: one('decidedOn'), why: one('why') },
      },
    })
    if (done.ok) return redirect(links.gathered(gemeente, 'advies'))
    return done.reason === 'not-found' ? notFound() : show(actor, page, done)
  },
)

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', id = '' } = page.params
  const all = await allGathered(actor, gemeente, page.today)
  const mayRecord = (await municipalityWith(actor, ['change', 'participation'], gemeente)) !== undefined
  if (all === undefined || !mayRecord || !isId(id)) return notFound()
  const kept = all.recommendations.find((one) => one.id === id)
  const words = gatheredWords[page.lang]
  const { one, errorOf, message, field, status } = formShown(page, refused)
  const tied = (name: 'advice' | 'state' | 'decidedBy' | 'decidedOn' | 'why') => ({
    ...{ name, value: one(name, kept?.[name]), error: errorOf(name) },
  })
  return workPage(
    page,
    actor,
    {
      ...{ title: words.adviceTitle, active: 'gathered', audience: 'policy' },
      ...(refused !== undefined && { status, refusedWith: refused.reason }),
    },
    <div class="report">
      <BackLink href={links.gathered(gemeente)} label={words.back} />
      <h1>{words.adviceTitle}</h1>
      {message === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field, message }]} />}
      <form method="post" action={links.recommendation(gemeente, id)} class="form">
        {kept === undefined ? null : <input type="hidden" name="_versie" value={String(kept.rowVersion)} />}
        <TextArea {...tied('advice')} label={words.adviceWords} rows={3} />
        <SelectField
          {...tied('state')}
          label={words.stateField}
          hint={words.stateHint}
          options={STATES.map((value) => ({ value, label: words.states[value] }))}
        />
        <TextField {...tied('decidedBy')} label={words.decidedBy} hint={words.decidedByHint} autocomplete="off" />
        <DayField {...tied('decidedOn')} label={words.decidedOn} max={page.today} />
        <TextArea {...tied('why')} label={words.whyField} rows={3} />
        <Button>{words.save}</Button>
      </form>
    </div>,
  )
}
