import type { FC, PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** Text that opens on request, by the browser itself. */
export const Details: FC<PropsWithChildren<{ summary: string; isOpen?: boolean }>> = ({
  summary,
  isOpen,
  children,
}) => (
  <details class="utrecht-accordion__section" open={isOpen === true}>
    <summary>
      <Icon name="open" />
      {summary}
    </summary>
    <div class="opened">{children}</div>
  </details>
)
