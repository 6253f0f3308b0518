import type { FC } from 'hono/jsx'
import { designWords } from '../words/design.ts'
import type { Lang } from '../words/words.ts'
import { Icon } from './icon.tsx'

/**
 * The steps of a task, with the one that is now. `now` counts from 0. Each step says in words whether it is done.
 */
export const Steps: FC<{ lang: Lang; steps: readonly string[]; now: number }> = ({ lang, steps, now }) => {
  const words = designWords[lang]
  return (
    <ol class="steps utrecht-ordered-list" aria-label={words.steps}>
      {steps.map((step, index) => (
        <li class={index < now ? 'done' : undefined} aria-current={index === now ? 'step' : undefined}>
          <span class="step" aria-hidden="true">
            {index < now ? <Icon name="check" /> : index + 1}
          </span>
          {index < now ? <span class="unseen">{words.stepDone}</span> : null}
          {step}
        </li>
      ))}
    </ol>
  )
}

/** Above one question of a few: where somebody is, in words and in short lines. `now` counts from 1. */
export const Wizard: FC<{ lang: Lang; now: number; all: number; isMost?: boolean }> = ({ lang, now, all, isMost }) => (
  <div class="wizard">
    <p class="soft">{(isMost === true ? designWords[lang].questionOfMost : designWords[lang].questionOf)(now, all)}</p>
    <svg class="wizard-lines" viewBox={`0 0 ${all * 40} 4`} aria-hidden="true" focusable="false">
      {Array.from({ length: all }, (_, index) => (
        <rect class={index < now ? 'done' : undefined} x={index * 40} width="34" height="4" rx="2" />
      ))}
    </svg>
  </div>
)
