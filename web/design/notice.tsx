import type { FC, PropsWithChildren } from 'hono/jsx'
import { EmptyTray } from './drawing.tsx'

type NoticeProps = PropsWithChildren<{
  title?: string
  tone?: 'calm' | 'danger'
  /** Read out when it appears: for what an action brought about. */
  isNews?: boolean
}>

/** Something that needs to be known before going on. */
export const Notice: FC<NoticeProps> = ({ title, tone = 'calm', isNews, children }) => (
  <div
    class={
      tone === 'danger'
        ? 'notice notice--danger utrecht-alert utrecht-alert--warning'
        : 'notice utrecht-alert utrecht-alert--info'
    }
    role={isNews === true ? 'status' : undefined}
  >
    {title === undefined ? null : <h2>{title}</h2>}
    {children}
  </div>
)

/** A list that holds nothing yet: says so, and what to do. */
export const EmptyState: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <div class="empty">
    <EmptyTray />
    <h2>{title}</h2>
    {children}
  </div>
)
