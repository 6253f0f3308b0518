import type { Actor } from '../../../capabilities/access/actor.ts'
import { factsKnown, publicPages } from '../../../capabilities/information/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { PARTS } from '../../../capabilities/step-plan/definition.ts'
import { addToStepPlan, changeStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { type Thing, withStepAdded, withThing } from '../../../capabilities/step-plan/editing/changes.ts'
import { mayKeepStepPlan } from '../../../capabilities/step-plan/editing/queries.ts'
import { toldStep, toldWords } from '../../../capabilities/step-plan/editing/told.ts'
import { allow, type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { SelectField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { beginPage, isNamed, LONGEST_NAME } from './beginning.tsx'
import { said } from './naming.ts'
import { RemoveThing, textIn } from './parts.tsx'
import { StepFields } from './step-fields.tsx'
import { type Found, NEW, showThing, thingFound } from './thing-page.tsx'

/** One step of the draft: its texts, for whom it is, and what belongs to it. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? begin(actor, page) : notFound()
  const found = await thingFound(actor, page, 'steps')
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.changed' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? add(actor, page) : notFound()
  const found = await thingFound(actor, page, 'steps')
  if (found === undefined) return notFound()
  const { spot, thing } = found
  const doing = textIn(page, 'doe')
  const [isGone, seal] = [doing === 'weg', textIn(page, '_zegel')]
  const typed = isGone ? thing : toldStep(page.form, thing, doing)
  const done = await changeStepPlan(actor, {
    ...{ spot, seal },
    changed: (plan) => allow(withThing(plan, spot, isGone ? undefined : typed)),
  })
  if (!done.ok) return done.reason === 'not-found' ? notFound() : show(actor, page, found, typed, done)
  return redirect(isGone ? links.stepPlan('minder') : links.stepPlanStep(spot.code, 'bewaard'))
})

async function add(actor: Actor, page: PageRequest): Promise<Reply> {
  const title = toldWords(page.form, 'title')
  const at = PARTS.find((part) => part === textIn(page, 'at')) ?? 'now'
  if (!isNamed(title)) return begin(actor, page, refuse('step-plan-name-needed', { most: LONGEST_NAME }))
  const added = await addToStepPlan(actor, (plan) => withStepAdded(plan, { title, at }))
  if (!added.ok) return begin(actor, page, added)
  return redirect(links.stepPlanStep(added.value.code, 'erbij'))
}

function begin(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = planFormWords[page.lang]
  return beginPage(actor, page, {
    ...{ title: words.newStepTitle, lead: words.newStepLead, action: links.stepPlanStep(NEW), refused },
    ...{ name: 'title', label: words.fields.title ?? '' },
    more: (
      <SelectField
        name="at"
        label={words.fields.at ?? ''}
        value={textIn(page, 'at')}
        options={PARTS.map((value) => ({ value, label: planScreenWords[page.lang].parts[value] }))}
      />
    ),
  })
}

async function show(
  actor: Actor,
  page: PageRequest,
  found: Found<'steps'>,
  typed?: Thing<'steps'>,
  refused?: Refused,
): Promise<Reply> {
  const words = planFormWords[page.lang]
  const { kept, spot, thing } = found
  const action = links.stepPlanStep(spot.code)
  const asked = { language: page.lang, place: { regionId: null, municipalityId: null } }
  const heads = await publicPages(actor, { ...asked, today: page.today, isDemo: page.isDemo })
  const titles = new Map(heads.map(({ slug, title }) => [slug, title]))
  const programmes = new Map((await programmesKnown(actor)).map(({ code, name }) => [code, name[page.lang]]))
  const named = (codes: Iterable<string>, names: ReadonlyMap<string, string>) =>
    [...codes].map((value) => ({ value, label: names.get(value) ?? value }))
  return showThing(actor, page, found, {
    title: `${planScreenWords[page.lang].step}: ${said(page.lang, thing.title) || thing.code}`,
    ...{ action, typed, refused },
    fields: (form) => (
      <>
        <StepFields
          form={form}
          step={typed ?? thing}
          pages={named(kept.known.pages.keys(), titles).toSorted((a, b) => a.label.localeCompare(b.label))}
          programmes={named(kept.known.programmes, programmes)}
          facts={factsKnown(actor).map(({ code, value }) => ({ code, value: value[page.lang] }))}
        />
        <Button name="doe" value="bewaar">
          {planScreenWords[page.lang].save}
        </Button>
      </>
    ),
    below: <RemoveThing {...{ plan: kept.draft, spot, action }} label={words.removeStep} what={words.removeStepWhat} />,
  })
}
