import type { Child, FC } from 'hono/jsx'
import { may } from '../../../capabilities/access/access.ts'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Provision, placeOf, provisionsInReach } from '../../../capabilities/access/queries.ts'
import type { Details, NewMember } from '../../../capabilities/families/files/person.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import type { Option } from '../../design/field.tsx'
import { FieldRow, SelectField, TextField } from '../../design/field.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { saidAt } from '../../shell/names.ts'
import { fileWords } from '../../words/files.ts'

/** As many rows for children as the page shows; a larger family adds the others later. */
const CHILDREN = [1, 2, 3, 4] as const
const LONGEST_MOMENT = 200

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

export type Typed = {
  readonly provisionId: string
  readonly members: readonly NewMember[]
  readonly details: Partial<Details>
  readonly errors: readonly FieldError[]
}

/** What was typed in the form below: whom it is about, the others, and how to reach the first one. */
export function typedIn(page: PageRequest): Typed {
  const words = fileWords[page.lang]
  const errors: FieldError[] = []
  if (text(page, 'uitvoering') === '') errors.push({ field: 'uitvoering', message: words.provisionNeeded })
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
  return { provisionId: text(page, 'uitvoering'), members, details: reaching(page), errors }
}

function reaching(page: PageRequest): Partial<Details> {
  const [when, voicemail, readBy] = [text(page, 'wanneer'), text(page, 'inspreken'), text(page, 'let-op')]
  return {
    phone: text(page, 'telefoon').slice(0, 40) || null,
    email: text(page, 'mail').slice(0, 254) || null,
    safeContact: {
      ...(when !== '' && { when: when.slice(0, LONGEST_MOMENT) }),
      ...((voicemail === 'yes' || voicemail === 'no') && { voicemail }),
      ...(readBy !== '' && { readBy: readBy.slice(0, 1000) }),
    },
  }
}

/** The provisions in which the actor may open a file, in words; none of a group, and none of a programme that retired. */
export async function provisionsToChoose(
  actor: Actor,
  page: PageRequest,
  isMeant: (one: Provision) => boolean = () => true,
): Promise<Option[]> {
  const programmes = await programmesKnown(actor)
  const ofPeople = programmes.filter(({ about }) => about !== 'group')
  const nameOf = (code: string) => ofPeople.find((one) => one.code === code)?.name[page.lang]
  return (await provisionsInReach(actor))
    .filter((one) => isMeant(one) && may(actor, 'change', 'trajectory', { ...placeOf(one), isAssigned: true }))
    .flatMap((one) => {
      const name = nameOf(one.programmeCode)
      return name === undefined
        ? []
        : [{ value: one.id, label: `${saidAt(page, one.municipalityId)(name)}, ${one.municipalityName}` }]
    })
}

export type Prefilled = Readonly<
  Partial<Record<'uitvoering' | 'naam' | 'telefoon' | 'mail' | 'wanneer' | 'inspreken' | 'let-op', string>>
>

type FormProps = {
  readonly page: PageRequest
  readonly action: string
  readonly provisions: readonly Option[]
  readonly errors: readonly FieldError[]
  /** What is known already, until something was typed. */
  readonly prefilled?: Prefilled
  readonly button: string
  readonly children?: Child
}

/** Everything that begins a file and its first trajectory, on one page. */
export const OpenForm: FC<FormProps> = ({ page, action, provisions, errors, prefilled = {}, button, children }) => {
  const words = fileWords[page.lang]
  const known: Readonly<Record<string, string | undefined>> = prefilled
  const value = (name: string) => (page.form.has(name) ? text(page, name) : (known[name] ?? ''))
  const field = (name: string) => ({
    ...{ name, value: value(name), error: errors.find((one) => one.field === name)?.message },
    autocomplete: 'off',
  })
  return (
    <>
      <ErrorSummary lang={page.lang} errors={[...errors]} />
      <form method="post" action={action}>
        {children}
        <SelectField
          {...field('uitvoering')}
          label={words.provision}
          options={withoutDefault(provisions, value('uitvoering'), words.provisionChoose)}
          required
        />
        <TextField {...field('naam')} label={words.whom} hint={words.whomHint} required />
        <FieldRow>
          <TextField {...field('telefoon')} label={words.phone} type="tel" />
          <TextField {...field('wanneer')} label={words.when} hint={words.whenHint} />
        </FieldRow>
        <RadioGroup
          name="inspreken"
          label={words.voicemail}
          value={value('inspreken') || 'unknown'}
          inline
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
            { value: 'unknown', label: words.notAsked },
          ]}
        />
        <FieldRow>
          <TextField {...field('mail')} label={words.mail} type="email" />
          <TextField {...field('let-op')} label={words.careful} hint={words.carefulHint} />
        </FieldRow>
        <TextField {...field('andere')} label={words.other} hint={words.otherHint} />
        <fieldset class="field">
          <legend>{words.children}</legend>
          <p class="hint small">{words.childrenHint}</p>
          {CHILDREN.map((n) => (
            <FieldRow>
              <TextField {...field(`kind-${n}`)} label={words.childName(n)} />
              <TextField {...field(`leeftijd-${n}`)} label={words.childAge(n)} />
            </FieldRow>
          ))}
        </fieldset>
        <Button>{button}</Button>
      </form>
    </>
  )
}

/** Of several nobody is chosen until somebody chooses: the first of a list is where nothing was meant to be. */
const withoutDefault = (provisions: readonly Option[], chosen: string, label: string): readonly Option[] =>
  provisions.length < 2 || provisions.some(({ value }) => value === chosen)
    ? provisions
    : [{ value: '', label }, ...provisions]
