import { may } from '../../../capabilities/access/access.ts'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Provision, placeOf, provisionsInReach } from '../../../capabilities/access/queries.ts'
import { startTrajectory } from '../../../capabilities/cases/person/actions.ts'
import { changeDetails, openFamily } from '../../../capabilities/families/files/actions.ts'
import type { NewMember } from '../../../capabilities/families/files/person.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { fileWords } from '../../words/files.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** As many rows for children as the page shows; a larger family adds the others later. */
const CHILDREN = [1, 2, 3, 4] as const

export const get = guarded({ may: ['change', 'trajectory'], act: 'file.begun' }, (actor, page) => show(actor, page, []))

export const post = guarded({ may: ['change', 'trajectory'], act: 'file.opened' }, async (actor, page) => {
  const read = readForm(page)
  if (read.errors.length > 0) return show(actor, page, read.errors)
  const opened = await open(actor, page, read.members)
  if (!opened.ok) return show(actor, page, [{ field: 'naam', message: refusalSentence(page.lang, opened) }])
  return redirect(links.file(opened.value.personId))
})

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

function readForm(page: PageRequest): { members: NewMember[]; errors: FieldError[] } {
  const words = fileWords[page.lang]
  const errors: FieldError[] = []
  if (text(page, 'naam') === '') errors.push({ field: 'naam', message: words.nameNeeded })
  const members: NewMember[] = [{ kind: 'adult', role: 'parent', name: text(page, 'naam') }]
  if (text(page, 'andere') !== '') members.push({ kind: 'adult', role: 'parent', name: text(page, 'andere') })
  for (const n of CHILDREN) {
    const [name, age] = [text(page, `kind-${n}`), text(page, `leeftijd-${n}`)]
    if (name === '' && age === '') continue
    if (age !== '' && !/^(?:\d|1\d|2[0-5])$/.test(age)) errors.push({ field: `leeftijd-${n}`, message: words.ageWrong })
    members.push({
      kind: 'child',
      role: 'child',
      name,
      ...(age !== '' && { age: { years: Number(age), statedOn: page.today } }),
    })
  }
  return { members, errors }
}

/** The family, the file of the one it is about, a trajectory, and how to reach that person: all or nothing. */
async function open(
  actor: Actor,
  page: PageRequest,
  members: readonly NewMember[],
): Promise<Answer<{ personId: string }>> {
  const provision = (await provisionsToWorkIn(actor)).find((one) => one.id === text(page, 'uitvoering'))
  const definition = (await programmesKnown(actor)).find((one) => one.code === provision?.programmeCode)
  if (provision === undefined || definition === undefined) return refuse('not-found')
  const worker = { accountId: actor.personId, role: definition.roles.worker[0] ?? 'worker' }
  const family = await openFamily(actor, provision.id, { members, worker: { ...worker, fromOn: page.today } })
  if (!family.ok) return family
  const [personId = ''] = family.value.personIds
  const started = await startTrajectory(actor, {
    ...{ provisionId: provision.id, personId, worker },
    registration: {
      ...{ answers: {}, special: {}, originalWords: [], holdsOn: page.today, approximateDay: false },
      phase: definition.registration.phase,
    },
  })
  if (!started.ok) return started
  const voicemail = text(page, 'inspreken')
  const changed = await changeDetails(actor, personId, {
    rowVersion: 1,
    change: {
      phone: text(page, 'telefoon') || null,
      safeContact: {
        ...(text(page, 'wanneer') !== '' && { when: text(page, 'wanneer').slice(0, 200) }),
        ...((voicemail === 'yes' || voicemail === 'no') && { voicemail }),
      },
    },
  })
  return changed.ok ? allow({ personId }) : changed
}

async function provisionsToWorkIn(actor: Actor): Promise<Provision[]> {
  const all = await provisionsInReach(actor)
  return all.filter((one) => may(actor, 'change', 'trajectory', { ...placeOf(one), isAssigned: true }))
}

async function show(actor: Actor, page: PageRequest, errors: readonly FieldError[]) {
  const words = fileWords[page.lang]
  const [provisions, programmes] = [await provisionsToWorkIn(actor), await programmesKnown(actor)]
  const nameOf = (code: string) => programmes.find((one) => one.code === code)?.name[page.lang] ?? code
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  const field = (name: string) => ({ name, value: text(page, name), error: errorOf(name) })
  return workPage(
    page,
    actor,
    {
      title: words.newTitle,
      active: 'files',
      ...(errors.length > 0 && { status: 400, refusedWith: 'file-not-opened' }),
    },
    <>
      <BackLink href={links.files()} label={words.back} />
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.newLead}</p>
      <ErrorSummary lang={page.lang} errors={errors} />
      <form method="post" action={links.fileNew()}>
        <SelectField
          name="uitvoering"
          label={words.provision}
          value={text(page, 'uitvoering')}
          options={provisions.map((one) => ({
            value: one.id,
            label: `${nameOf(one.programmeCode)}, ${one.municipalityName}`,
          }))}
        />
        <TextField {...field('naam')} label={words.whom} hint={words.whomHint} autocomplete="off" required />
        <FieldRow>
          <TextField {...field('telefoon')} label={words.phone} type="tel" autocomplete="off" />
          <TextField {...field('wanneer')} label={words.when} hint={words.whenHint} autocomplete="off" />
        </FieldRow>
        <RadioGroup
          name="inspreken"
          label={words.voicemail}
          value={text(page, 'inspreken') || 'unknown'}
          inline
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
            { value: 'unknown', label: words.notAsked },
          ]}
        />
        <TextField {...field('andere')} label={words.other} hint={words.otherHint} autocomplete="off" />
        <fieldset class="field">
          <legend>{words.children}</legend>
          <p class="hint small">{words.childrenHint}</p>
          {CHILDREN.map((n) => (
            <FieldRow>
              <TextField {...field(`kind-${n}`)} label={words.childName(n)} autocomplete="off" />
              <TextField {...field(`leeftijd-${n}`)} label={words.childAge(n)} autocomplete="off" />
            </FieldRow>
          ))}
        </fieldset>
        <Button>{words.open}</Button>
      </form>
    </>,
  )
}
