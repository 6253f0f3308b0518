import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** What every field has: a label, perhaps help, and perhaps what is not right yet. */
export type FieldProps = {
  name: string
  label: string
  /** Shown between label and field, and read out with it. */
  hint?: string | undefined
  /** What is not right and what to do, in words. */
  error?: string | undefined
  /** Defaults to the name; needed when a name stands on a page twice. */
  id?: string | undefined
  required?: boolean | undefined
  /** The label is the heading of the page, because the page asks nothing else first. */
  isHeading?: boolean | undefined
  /** The language of what is typed, where it is another than that of the page. */
  textLanguage?: string | undefined
}

type InputProps = FieldProps & {
  value?: string | undefined
  autocomplete?: string | undefined
}

/** Attributes that tie a control to its label, hint and error. */
function tied({ name, id = name, hint, error, required, textLanguage }: FieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    name,
    required: required === true,
    lang: textLanguage,
    dir: textLanguage === undefined ? undefined : ('auto' as const),
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  }
}

const boxClass = (error: string | undefined, extra = ''): string =>
  `box ${extra} utrecht-textbox${error === undefined ? '' : ' utrecht-textbox--invalid'}`.replace('  ', ' ')

/** Label, hint and error around one control. */
const Field: FC<PropsWithChildren<FieldProps>> = ({ name, id = name, label, hint, error, isHeading, children }) => (
  <div class={`field utrecht-form-field${error === undefined ? '' : ' fix utrecht-form-field--invalid'}`}>
    <AsHeading isHeading={isHeading}>
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
    </AsHeading>
    <Hint id={id} hint={hint} />
    {children}
    <Why id={id} error={error} />
  </div>
)

export const AsHeading: FC<PropsWithChildren<{ isHeading: boolean | undefined }>> = ({ isHeading, children }) =>
  isHeading === true ? <h1>{children}</h1> : <>{children}</>

export const Hint: FC<{ id: string; hint: string | undefined }> = ({ id, hint }) =>
  hint === undefined ? null : (
    <p id={`${id}-hint`} class="hint small utrecht-form-field-description">
      {hint}
    </p>
  )

export const Why: FC<{ id: string; error: string | undefined }> = ({ id, error }) =>
  error === undefined ? null : (
    <strong id={`${id}-error`} class="why utrecht-form-field-error-message">
      {error}
    </strong>
  )

type TextProps = InputProps & {
  type?: 'text' | 'email' | 'tel' | 'number' | 'search'
  /** What may well be meant, offered by the browser while one types; anything else may be typed as well. */
  suggestions?: readonly string[] | undefined
}

/** One line of text. */
export const TextField: FC<TextProps> = (props) => (
  <Field {...props}>
    <input
      {...tied(props)}
      class={boxClass(props.error)}
      type={props.type ?? 'text'}
      value={props.value}
      autocomplete={props.autocomplete}
      spellcheck={props.type === 'email' ? false : undefined}
      list={isSuggesting(props) ? `${props.id ?? props.name}-list` : undefined}
    />
    {isSuggesting(props) ? (
      <datalist id={`${props.id ?? props.name}-list`}>
        {props.suggestions?.map((one) => (
          <option value={one} />
        ))}
      </datalist>
    ) : null}
  </Field>
)

const isSuggesting = ({ suggestions }: TextProps): boolean => suggestions !== undefined && suggestions.length > 0

/** A password, never filled in again by us. */
export const PasswordField: FC<FieldProps & { autocomplete: 'current-password' | 'new-password' }> = (props) => (
  <Field {...props}>
    <input {...tied(props)} class={boxClass(props.error)} type="password" autocomplete={props.autocomplete} />
  </Field>
)

/** A code of six digits from an app; phones offer it themselves. */
export const CodeField: FC<FieldProps> = (props) => (
  <Field {...props}>
    <input
      {...tied(props)}
      class={boxClass(props.error, 'box--code')}
      type="text"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={10}
      spellcheck={false}
    />
  </Field>
)

/** A file; `accept` as in HTML (`.csv,text/csv`). */
export const FileField: FC<FieldProps & { accept?: string }> = (props) => (
  <Field {...props}>
    <input {...tied(props)} class={boxClass(props.error)} type="file" accept={props.accept} />
  </Field>
)

/** A day by the browser's own day field; `value`, `min` and `max` are ISO days. */
export const DayField: FC<InputProps & { min?: string | undefined; max?: string | undefined }> = (props) => (
  <Field {...props}>
    <input
      {...tied(props)}
      class={boxClass(props.error, 'box--day')}
      type="date"
      value={props.value}
      min={props.min}
      max={props.max}
    />
  </Field>
)

type AreaProps = InputProps & {
  rows?: number
  /** The language of the text, or `form:` and the field that says it: the browser tells under it what could be easier. */
  writingHelp?: string
}

/** Text of more than one line. */
export const TextArea: FC<AreaProps> = (props) => (
  <Field {...props}>
    <textarea
      {...tied(props)}
      class={`${boxClass(props.error)} utrecht-textarea`}
      rows={props.rows ?? 5}
      data-writing-help={props.writingHelp}
    >
      {props.value ?? ''}
    </textarea>
  </Field>
)

export type Option = { value: string; label: string }

/** One choice out of a list that is too long to show; otherwise use RadioGroup. */
export const SelectField: FC<InputProps & { options: readonly Option[] }> = (props) => (
  <Field {...props}>
    <span class="select">
      {/* Where something is always chosen, nothing can be left open. */}
      <select
        {...tied(props)}
        required={props.required === true && props.options[0]?.value === ''}
        class="utrecht-select"
        autocomplete={props.autocomplete}
      >
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  </Field>
)

/** Small fields beside each other, such as the filters above a figure. */
export const FieldRow: FC<{ children: Child }> = ({ children }) => <div class="fields">{children}</div>
