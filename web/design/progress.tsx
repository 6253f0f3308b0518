import type { FC } from 'hono/jsx'

type ProgressProps = {
  /** What is going on: `Regels bewaren`. */
  label: string
  done: number
  /** 0 when nobody knows how much there is. */
  all: number
  /** How far it is, in words: `1.200 van 5.000 regels`. */
  words: string
  /**
   * Address that answers `ProgressNews`; with script the bar then follows it.
   * Without script the page gives a link to look again.
   */
  news?: string | undefined
}

/** How far a long task is: a bar and the words. */
export const Progress: FC<ProgressProps> = ({ label, done, all, words, news }) => (
  <import-progress data-news={news}>
    <div class="progress">
      <label for="progress">{label}</label>
      <progress
        id="progress"
        max={all === 0 ? undefined : all}
        value={all === 0 ? undefined : done}
        aria-describedby="progress-words"
      />
      <p id="progress-words" class="small soft tabular">
        {words}
      </p>
      <p class="unseen" role="status" />
    </div>
  </import-progress>
)
