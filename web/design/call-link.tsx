import type { FC } from 'hono/jsx'

/** A number that a phone calls when it is pressed. */
export const CallLink: FC<{ number: string | undefined }> = ({ number = '' }) => (
  <a class="phone" href={`tel:${number.replace(/[ -]/g, '')}`}>
    {number}
  </a>
)
