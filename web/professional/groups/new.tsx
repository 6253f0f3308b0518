import type { Actor } from '../../../capabilities/access/actor.ts'
import { provisionWithId, villagesIn } from '../../../capabilities/access/queries.ts'
import { openGroup } from '../../../capabilities/cases/groups/actions.ts'
import { givenIn } from '../../../capabilities/forms/given.ts'
import type { ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { parseDay } from '../../../foundation/day.ts'
import { isId, newId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { DayField, type Option, SelectField } from '../../design/field.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { groupWords } from '../../words/groups.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { type Asking, answersIn, faultsByQuestion, formQuestion, QuestionsPart } from '../case/questions.tsx'
import { groupsToChoose } from './choose.ts'

export const get = guarded({ may: ['change', 'trajectory'], act: 'group.begun' }, async (actor, page) => {
  const groups = await groupsToChoose(actor, page)
  const asked = page.query.get('uitvoering') ?? (groups.length === 1 ? groups[0]?.value : undefined)
  const chosen = groups.find(({ value }) => value === asked)
  if (chosen === undefined) return choose(actor, page, groups)
  const at = await askedAt(actor, page, chosen)
  return at === undefined ? notFound() : ask(actor, page, at, { errors: [], faults: {} })
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'group.opened' }, async (actor, page) => {
  const groups = await groupsToChoose(actor, page)
  const chosen = groups.find(({ value }) => value === text(page, 'uitvoering'))
  const at = chosen && (await askedAt(actor, page, chosen))
  if (at === undefined) return notFound()
  const { answers, faults } = answersIn(at.asking)
  const on = parseDay(text(page, 'dag'))
  const errors = faultsByQuestion(page, at.asking, faults)
  if (on === undefined || on > page.today) errors.unshift({ field: 'dag', message: groupWords[page.lang].dayWrong })
  if (on === undefined || errors.length > 0) return ask(actor, page, at, { errors, faults })
  const key = text(page, '_sleutel')
  const given = { key: isId(key) ? key : newId(), provisionId: at.chosen.value, answers, on }
  const opened = await openGroup(actor, given)
  if (opened.ok) return redirect(links.trajectory(opened.value.trajectoryId))
  if (opened.reason === 'not-found') return notFound()
  return ask(actor, page, at, { errors: [{ field: 'dag', message: refusalSentence(page.lang, opened) }], faults: {} })
})

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

/** More than one kind of group: which one comes first, because each asks questions of its own. */
function choose(actor: Actor, page: PageRequest, groups: readonly Option[]) {
  const words = groupWords[page.lang]
  return workPage(
    page,
    actor,
    { title: words.title, active: 'trajectories' },
    <>
      <BackLink href={links.trajectories()} label={words.back} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {groups.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
      ) : (
        <form method="get" action={links.groupNew()} class="form">
          <SelectField name="uitvoering" label={words.which} options={groups} />
          <Button>{words.choose}</Button>
        </form>
      )}
    </>,
  )
}

type At = { readonly chosen: Option; readonly definition: ProgrammeDefinition; readonly asking: Asking }
type Wrong = { readonly errors: readonly FieldError[]; readonly faults: Readonly<Record<string, Refused>> }

/** What the programme asks at the beginning, with what was filled in. */
async function askedAt(actor: Actor, page: PageRequest, chosen: Option): Promise<At | undefined> {
  const [provision, programmes] = await Promise.all([provisionWithId(actor, chosen.value), programmesKnown(actor)])
  const definition = programmes.find(({ code }) => code === provision?.programmeCode)
  if (provision === undefined || definition === undefined) return undefined
  const questions = definition.questions
    .filter(({ asked }) => asked === 'registration')
    .map((one) => ({ ...formQuestion(one), ...(one.required === true && { required: true }) }))
  const places = (await villagesIn(actor, provision.municipalityId)).map(({ code, name }) => ({ code, name }))
  const offered = Object.fromEntries(
    questions.filter(({ type }) => type === 'place').map(({ code }) => [code, places] as const),
  )
  return { chosen, definition, asking: { questions, offered, stored: {}, given: givenIn(page.form, questions) } }
}

function ask(actor: Actor, page: PageRequest, { chosen, definition, asking }: At, { errors, faults }: Wrong) {
  const words = groupWords[page.lang]
  const key = text(page, '_sleutel')
  return workPage(
    page,
    actor,
    {
      title: words.title,
      active: 'trajectories',
      ...(errors.length > 0 && { status: 400, refusedWith: 'group-not-opened' }),
    },
    <>
      <BackLink href={links.trajectories()} label={words.back} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <strong>{chosen.label}</strong>
      </p>
      <ErrorSummary lang={page.lang} errors={[...errors]} />
      <form class="compact" method="post" action={links.groupNew()} novalidate>
        <input type="hidden" name="uitvoering" value={chosen.value} />
        <input type="hidden" name="_sleutel" value={isId(key) ? key : newId()} />
        <DayField
          name="dag"
          label={words.day}
          value={text(page, 'dag') || page.today}
          max={page.today}
          error={errors.find(({ field }) => field === 'dag')?.message}
        />
        <QuestionsPart page={page} asking={asking} faults={faults} definition={definition} />
        <Button>{words.begin}</Button>
      </form>
    </>,
  )
}
