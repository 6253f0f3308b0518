import type { FC } from 'hono/jsx'
import { AsHeading, type FieldProps, Hint, Why } from './field.tsx'

export type Choice = { value: string; label: string; hint?: string }

type GroupProps = FieldProps & {
  choices: readonly Choice[]
  /** Beside each other and without borders, for dense work screens. */
  inline?: boolean
}

/** One answer out of a few, all of them in sight. */
export const RadioGroup: FC<GroupProps & { value?: string | undefined }> = (props) => (
  <Group {...props} type="radio" checked={props.value === undefined ? [] : [props.value]} />
)

/** As many answers as fit. */
export const CheckboxGroup: FC<GroupProps & { values?: readonly string[] }> = (props) => (
  <Group {...props} type="checkbox" checked={props.values ?? []} />
)

const Group: FC<GroupProps & { type: 'radio' | 'checkbox'; checked: readonly string[] }> = (props) => {
  const { id = props.name, hint, error } = props
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset
      class={`field utrecht-form-fieldset${error === undefined ? '' : ' fix utrecht-form-fieldset--invalid'}`}
      aria-describedby={described === '' ? undefined : described}
      role={props.type === 'radio' ? 'radiogroup' : undefined}
      aria-invalid={props.type === 'radio' && error !== undefined ? 'true' : undefined}
    >
      <legend class="utrecht-form-fieldset__legend">
        <AsHeading isHeading={props.isHeading}>{props.label}</AsHeading>
      </legend>
      <Hint id={id} hint={hint} />
      <div class={props.inline === true ? 'choices choices--inline' : 'choices'}>
        {props.choices.map((choice, index) => (
          <OneChoice {...props} choice={choice} id={index === 0 ? id : `${id}-${index + 1}`} />
        ))}
      </div>
      <Why id={id} error={error} />
    </fieldset>
  )
}

/** The first choice carries the id of the group, so that an error summary can link to it. */
const OneChoice: FC<
  GroupProps & { type: 'radio' | 'checkbox'; checked: readonly string[]; choice: Choice; id: string }
> = (props) => (
  <label class={`choice utrecht-form-label utrecht-form-label--${props.type}`} for={props.id}>
    <input
      id={props.id}
      class={props.type === 'radio' ? 'utrecht-radio-button' : 'utrecht-checkbox'}
      type={props.type}
      name={props.name}
      value={props.choice.value}
      checked={props.checked.includes(props.choice.value)}
      required={props.type === 'radio' && props.required === true}
    />
    <span>
      {props.choice.label}
      {props.choice.hint === undefined ? null : <span class="hint small">{props.choice.hint}</span>}
    </span>
  </label>
)
