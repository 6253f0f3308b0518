import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { PersonFile } from '../../../capabilities/families/files/queries.ts'
import type { ShownSharing } from '../../../capabilities/families/sharing/sharing.ts'
import { byGoal, type PlanItem } from '../../../capabilities/family-plan/plan.ts'
import type { SharedPlan } from '../../../capabilities/family-plan/queries.ts'
import { Button } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { DayField, type Option, SelectField, TextField } from '../../design/field.tsx'
import { Goal } from '../../design/plan.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay, formatList } from '../../words/format.ts'
import { planWords } from '../../words/plan.ts'
import { alsoRead } from '../sharing/parties.ts'
import { who } from './sights.ts'

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

type PlanProps = {
  page: PageRequest
  actor: Actor
  file: PersonFile
  plan: SharedPlan | undefined
  names: ReadonlyMap<string, string>
  sharings: readonly ShownSharing[]
}

/** What the family shares: beside the file, never in it. */
export const PlanPane: FC<PlanProps> = (props) => {
  const { page, file, plan } = props
  const words = planWords[page.lang]
  return (
    <aside class="plan" aria-labelledby="plan">
      <h2 id="plan">{words.title}</h2>
      {plan === undefined ? <OpenForm page={page} file={file} /> : <Open {...props} plan={plan} />}
      <p class="small soft">{words.holds}</p>
      <p class="small soft">{page.said(words.way)}</p>
    </aside>
  )
}

const Open: FC<PlanProps & { plan: SharedPlan }> = ({ page, actor, file, plan, names, sharings }) => {
  const words = planWords[page.lang]
  const { participants, items } = plan
  const elsewhere = alsoRead(page.lang, sharings, 'plan', page.today)
  const owner = (item: PlanItem): string =>
    item.ownerAccountId === null
      ? (participants.find((one) => one.id === item.ownerPersonId)?.name ?? '')
      : who(page.lang, actor, item.ownerAccountId, names.get(item.ownerAccountId) ?? words.worker)
  const about = (item: PlanItem): string =>
    item.doneOn === null
      ? words.by(owner(item), item.dueOn === null ? '' : formatDay(page.lang, item.dueOn, 'short'))
      : [owner(item), words.doneOn(formatDay(page.lang, item.doneOn, 'short'))].filter(Boolean).join(', ')
  return (
    <>
      <p class="small soft">
        {words.readBy(
          formatList(
            page.lang,
            participants.map((one) => one.name ?? ''),
          ),
        )}
      </p>
      {elsewhere === undefined ? null : <p class="small soft">{elsewhere}</p>}
      <p class="small soft">
        {words.director(who(page.lang, actor, plan.plan.directorId, names.get(plan.plan.directorId) ?? words.worker))}
      </p>
      {byGoal(items).map(({ goal, items: under }) => (
        <Goal
          title={goal?.body ?? words.loose}
          lines={under.map((item) => ({
            body: item.body,
            about: about(item),
            isDone: item.doneOn !== null,
            control: item.kind === 'action' ? <Tick page={page} file={file} item={item} /> : undefined,
          }))}
        />
      ))}
      <Details summary={words.addMore} isOpen={page.form.has('plan-zin') || items.length === 0}>
        <AddForm page={page} file={file} plan={plan} elsewhere={elsewhere} />
      </Details>
    </>
  )
}

const Tick: FC<{ page: PageRequest; file: PersonFile; item: PlanItem }> = ({ page, file, item }) => {
  const words = planWords[page.lang]
  const isDone = item.doneOn !== null
  return (
    <form method="post" action={links.filePlan(file.person.id)}>
      <input type="hidden" name="plan" value={item.planId} />
      <input type="hidden" name="regel" value={item.id} />
      <input type="hidden" name="versie" value={String(item.rowVersion)} />
      <Button look="plain" name="doe" value={isDone ? 'open-weer' : 'klaar'}>
        {isDone ? words.untick : words.tick}
        <span class="unseen">: {item.body}</span>
      </Button>
    </form>
  )
}

const OpenForm: FC<{ page: PageRequest; file: PersonFile }> = ({ page, file }) => {
  const words = planWords[page.lang]
  const others = file.members.filter((one) => one.id !== file.person.id && one.kind === 'adult')
  return (
    <>
      <p>{words.none}</p>
      <Details summary={words.open}>
        <form method="post" action={links.filePlan(file.person.id)}>
          <fieldset class="field">
            <legend>{words.openWho}</legend>
            <p class="hint small">{words.openHint}</p>
            {others.map((one) => (
              <label class="radio" for={`mee-${one.id}`}>
                <input
                  id={`mee-${one.id}`}
                  class="utrecht-checkbox"
                  type="checkbox"
                  name="doet-mee"
                  value={one.id}
                  checked
                />
                <span>{one.name}</span>
              </label>
            ))}
          </fieldset>
          <Button look="plain" name="doe" value="open">
            {words.open}
          </Button>
        </form>
      </Details>
    </>
  )
}

type AddProps = { page: PageRequest; file: PersonFile; plan: SharedPlan; elsewhere: string | undefined }

const AddForm: FC<AddProps> = ({ page, file, plan, elsewhere }) => {
  const words = planWords[page.lang]
  const goals = plan.items.filter((one) => one.kind === 'goal')
  const owners: Option[] = [
    { value: 'ik', label: words.me },
    ...plan.participants.map((one) => ({ value: one.id, label: one.name ?? '' })),
    { value: '', label: words.nobody },
  ]
  const kinds = (['goal', 'action', 'agreement'] as const).map((kind) => ({ value: kind, label: words[kind] }))
  return (
    <form method="post" action={links.filePlan(file.person.id)}>
      <input type="hidden" name="plan" value={plan.plan.id} />
      <SelectField
        name="soort"
        label={words.kind}
        value={text(page, 'soort') || (goals.length === 0 ? 'goal' : 'action')}
        options={kinds}
      />
      <TextField
        name="plan-zin"
        label={words.body}
        hint={[words.bodyHint, elsewhere].filter(Boolean).join(' ')}
        value={text(page, 'plan-zin')}
        autocomplete="off"
      />
      <SelectField
        name="doel"
        label={words.forGoal}
        value={text(page, 'doel') || goals.at(-1)?.id}
        options={[...goals.map((one) => ({ value: one.id, label: one.body })), { value: '', label: words.noGoal }]}
      />
      <SelectField
        name="wie"
        label={words.owner}
        value={text(page, 'wie') || (goals.length === 0 ? '' : 'ik')}
        options={owners}
      />
      <DayField name="uiterlijk" label={words.due} value={text(page, 'uiterlijk')} />
      <Button look="plain" name="doe" value="voeg-toe">
        {words.add}
      </Button>
    </form>
  )
}
