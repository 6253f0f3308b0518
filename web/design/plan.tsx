import type { Child, FC } from 'hono/jsx'
import { Icon } from './icon.tsx'

export type PlanLine = {
  body: string
  /** Who does it and by when, or when it was done. */
  about: string
  isDone: boolean
  /** A form with a button, for whoever may tick it. */
  control?: Child
}

/** A goal with what is done for it; done and open are told by sign and by words. */
export const Goal: FC<{ title: string; lines: readonly PlanLine[] }> = ({ title, lines }) => (
  <section class="goal">
    <h3>{title}</h3>
    {lines.length === 0 ? null : (
      <ul class="acts">
        {lines.map((line) => (
          <li class={line.isDone ? 'done' : undefined}>
            {line.isDone ? <Icon name="check" /> : <span class="todo" aria-hidden="true" />}
            <div>
              <p>{line.body}</p>
              {line.about === '' ? null : <p class="small soft">{line.about}</p>}
            </div>
            {line.control ?? null}
          </li>
        ))}
      </ul>
    )}
  </section>
)
