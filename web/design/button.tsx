import type { FC, PropsWithChildren } from 'hono/jsx'

type Look = 'primary' | 'plain' | 'danger'

const classes: Readonly<Record<Look, string>> = {
  primary: 'button utrecht-button utrecht-button--primary-action',
  plain: 'button button--plain utrecht-button utrecht-button--secondary-action',
  danger: 'button button--danger utrecht-button utrecht-button--secondary-action utrecht-button--danger',
}

type ButtonProps = PropsWithChildren<{
  look?: Look
  /** Sent with the form, so that one form can hold more than one button. */
  name?: string
  value?: string
  /** Another address than the form's own. */
  formAction?: string
  /** What comes is a file, or a page of another kind. */
  leaves?: boolean
  /** What comes opens beside this page. */
  opensBeside?: boolean
  /** Sends the form without the browser's own checks, for "back" and "cancel". */
  skipChecks?: boolean
}>

/** A button that sends its form. One filled (primary) button on a screen; the rest are plain. */
export const Button: FC<ButtonProps> = ({
  look = 'primary',
  name,
  value,
  formAction,
  leaves,
  opensBeside,
  skipChecks,
  children,
}) => (
  <button
    type="submit"
    class={classes[look]}
    name={name}
    value={value}
    formaction={formAction}
    data-leaves={leaves}
    formtarget={opensBeside ? '_blank' : undefined}
    formnovalidate={skipChecks}
  >
    {children}
  </button>
)

/** A link that looks like a button, because following it is the next step. */
export const LinkButton: FC<PropsWithChildren<{ href: string; look?: Look; download?: boolean }>> = (props) => (
  <a
    class={`${classes[props.look ?? 'primary']} utrecht-link utrecht-link--button`}
    href={props.href}
    download={props.download === true}
  >
    {props.children}
  </a>
)

/**
 * An action that cannot be done now: it stays visible, can be reached by keyboard and says why.
 * `id` ties the reason to the button.
 */
export const RefusedButton: FC<PropsWithChildren<{ id: string; reason: string }>> = ({ id, reason, children }) => (
  <div class="refused">
    <button
      type="button"
      class={`${classes.plain} utrecht-button--disabled`}
      aria-disabled="true"
      aria-describedby={`${id}-reason`}
    >
      {children}
    </button>
    <p id={`${id}-reason`} class="small soft">
      {reason}
    </p>
  </div>
)

/** Buttons and links beside each other. */
export const ButtonRow: FC<PropsWithChildren> = ({ children }) => <div class="row utrecht-button-group">{children}</div>
