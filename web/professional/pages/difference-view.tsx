import type { FC } from 'hono/jsx'
import { differenceOf } from '../../../capabilities/information/editing/difference.ts'
import type { PageLanguage } from '../../../capabilities/information/front-matter.ts'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import type { Lang } from '../../words/words.ts'

/** What readers read of a page, as one text. */
export const whole = ({ title, summary, body }: { title: string; summary: string; body: string }): string =>
  `${title}\n\n${summary}\n\n${body}`

/** What went and came between two texts; said in words too, for who does not see the lines. */
export const Difference: FC<{ lang: Lang; language: PageLanguage; was: string; is: string }> = (props) => {
  const words = pagesKeptWords[props.lang]
  const pieces = differenceOf(props.was, props.is)
  return (
    <>
      <p class="small soft">{pieces.every(({ kind }) => kind === 'same') ? words.same : words.compareWhat}</p>
      <div class="difference" lang={props.language} dir="auto">
        {pieces.map(({ kind, text }) =>
          kind === 'same' ? (
            text
          ) : kind === 'gone' ? (
            <del>
              <span class="unseen"> {words.gone} </span>
              {text}
              <span class="unseen"> {words.end} </span>
            </del>
          ) : (
            <ins>
              <span class="unseen"> {words.fresh} </span>
              {text}
              <span class="unseen"> {words.end} </span>
            </ins>
          ),
        )}
      </div>
    </>
  )
}
