import type { Actor } from '../../../capabilities/access/actor.ts'
import { eraseSaid, saveGathered } from '../../../capabilities/participation/gathered/actions.ts'
import { GROUPS, THEMES, WAYS } from '../../../capabilities/participation/gathered/gathered.ts'
import { allGathered } from '../../../capabilities/participation/gathered/queries.ts'
import { municipalityWith } from '../../../capabilities/participation/queries.ts'
import { isId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, FieldRow, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedNumber, typedOne, typedVersion } from '../../shell/typed.ts'
import { gatheredWords } from '../../words/gathered.ts'

/** What people said in one talk or meeting; an id that nobody knows yet is a new one. */
export const get = guarded({ may: ['change', 'participation'], act: 'gathered.read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'participation'], act: 'gathered.changed' }, async (actor, page) => {
  const { gemeente = '', id = '' } = page.params
  const one = (name: string) => typedOne(page, name)
  const isErasing = one('doe') === 'wis'
  const done = isErasing
    ? await eraseSaid(actor, gemeente, id)
    : await saveGathered(actor, {
        ...{ municipalityId: gemeente, id, today: page.today, ...typedVersion(page) },
        gathered: {
          ...{ heldOn: one('heldOn'), way: one('way'), group: one('group'), people: typedNumber(page, 'people') },
          ...{ theme: one('theme'), said: one('said'), recommendationId: one('recommendationId') },
        },
      })
  if (done.ok) return redirect(links.gathered(gemeente, isErasing ? 'gewist' : 'inbreng'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', id = '' } = page.params
  const all = await allGathered(actor, gemeente, page.today)
  const mayRecord = (await municipalityWith(actor, ['change', 'participation'], gemeente)) !== undefined
  if (all === undefined || !mayRecord || !isId(id)) return notFound()
  const kept = all.gathered.find((one) => one.id === id)
  const words = gatheredWords[page.lang]
  const { one, errorOf, message, field, status } = formShown(page, refused)
  const tied = (
    name: 'heldOn' | 'way' | 'group' | 'people' | 'theme' | 'said' | 'recommendationId',
    other: string = '',
  ) => ({ ...{ name, value: one(name, kept?.[name] ?? other), error: errorOf(name) } })
  const advice = all.recommendations.map((other) => ({ value: other.id, label: other.advice.slice(0, 80) }))
  return workPage(
    page,
    actor,
    {
      ...{ title: words.oneTitle, active: 'gathered', audience: 'policy' },
      ...(refused !== undefined && { status, refusedWith: refused.reason }),
    },
    <div class="report">
      <BackLink href={links.gathered(gemeente)} label={words.back} />
      <h1>{words.oneTitle}</h1>
      {message === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field, message }]} />}
      {kept?.said === null ? (
        <EmptyState title={words.erased}>
          <p>{words.saidHint}</p>
        </EmptyState>
      ) : (
        <form method="post" action={links.gatheredOne(gemeente, id)} class="form">
          {kept === undefined ? null : <input type="hidden" name="_versie" value={String(kept.rowVersion)} />}
          <TextArea {...tied('said')} label={words.saidField} hint={words.saidHint} rows={5} />
          <FieldRow>
            <DayField {...tied('heldOn', page.today)} label={words.heldOn} max={page.today} />
            <SelectField {...tied('way')} label={words.way} options={optionsOf(WAYS, words.ways)} />
          </FieldRow>
          <FieldRow>
            <SelectField {...tied('group')} label={words.groupField} options={optionsOf(GROUPS, words.groups)} />
            <TextField {...tied('people', '1')} label={words.people} type="number" autocomplete="off" />
          </FieldRow>
          <SelectField {...tied('theme')} label={words.themeField} options={optionsOf(THEMES, words.themes)} />
          <SelectField
            {...tied('recommendationId')}
            label={words.adviceField}
            options={[{ value: '', label: words.noAdvice }, ...advice]}
          />
          <Button>{words.save}</Button>
        </form>
      )}
      {kept === undefined || kept.said === null ? null : (
        <Details summary={words.erase}>
          <p>{words.eraseWhat}</p>
          <form method="post" action={links.gatheredOne(gemeente, id)}>
            <Button look="plain" name="doe" value="wis">
              {words.erase}
            </Button>
          </form>
        </Details>
      )}
    </div>,
  )
}

const optionsOf = <Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, label: labels[value] }))
