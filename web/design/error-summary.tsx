import type { FC } from 'hono/jsx'
import { designWords } from '../words/design.ts'
import type { Lang } from '../words/words.ts'

/** What is not right yet; `field` is the id of the field it is about. */
export type FieldError = { field?: string | undefined; message: string }

/**
 * What is not right yet on a form, above it, each with a link to its field. It takes the focus when the page opens,
 * also without script. Nothing when there is nothing wrong.
 */
export const ErrorSummary: FC<{ lang: Lang; errors: readonly FieldError[]; title?: string }> = ({
  lang,
  errors,
  title,
}) =>
  errors.length === 0 ? null : (
    // After a refused form the first thing to read is what to do about it, so it takes the focus.
    <div
      class="errors utrecht-alert utrecht-alert--error"
      role="alert"
      tabindex={-1}
      autofocus
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">{title ?? designWords[lang].errorsTitle(errors.length)}</h2>
      <ul class="errors-list">
        {errors.map(({ field, message }) => (
          <li>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
