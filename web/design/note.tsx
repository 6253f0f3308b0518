import type { FC } from 'hono/jsx'
import { type FieldProps, Hint, Why } from './field.tsx'
import { Icon } from './icon.tsx'

export type Sight = {
  value: string
  label: string
  /** Who reads it when this is chosen, as a sentence. */
  readers: string
}

type NoteFieldProps = FieldProps & {
  value: string
  /** The words above who reads it, and above the choice. */
  question: string
  legend: string
  /** Name of the choice in the form. */
  sightName: string
  chosen: string
  sights: readonly Sight[]
}

/**
 * A text with who will read it attached to the field, and the choice that decides it. The sentence changes with the
 * choice by style alone, without script; a screen reader hears each choice with its own readers.
 */
export const NoteField: FC<NoteFieldProps> = (props) => {
  const { name, id = name, label, hint, error, value, question, legend, sightName, chosen, sights } = props
  return (
    <div class={`note-field field utrecht-form-field${error === undefined ? '' : ' fix utrecht-form-field--invalid'}`}>
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      <Hint id={id} hint={hint} />
      <div class="note-box">
        <textarea
          id={id}
          name={name}
          class="box utrecht-textbox utrecht-textarea"
          rows={5}
          maxlength={10_000}
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={[`${id}-readers`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ')}
        >
          {value}
        </textarea>
        <div id={`${id}-readers`} class="who-sees">
          <Icon name="eye" />
          <div>
            {sights.map((sight, at) => (
              <p class={`readers readers-${at}`}>
                <strong>{question}</strong> {sight.readers}
              </p>
            ))}
          </div>
        </div>
      </div>
      <Why id={id} error={error} />
      <fieldset class="seg utrecht-form-fieldset">
        <legend>{legend}</legend>
        {sights.map((sight, at) => (
          <label class="radio" for={`${sightName}-${at}`}>
            <input
              id={`${sightName}-${at}`}
              class={`utrecht-radio-button sight-${at}`}
              type="radio"
              name={sightName}
              value={sight.value}
              checked={sight.value === chosen}
            />
            <span>{sight.label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
