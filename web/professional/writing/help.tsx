import type { FC, PropsWithChildren } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { everydayWords } from '../../../capabilities/information/writing/queries.ts'
import type { Lang } from '../../words/words.ts'
import { writingWords } from '../../words/writing.ts'

/**
 * Around a form: under each `textarea` with `data-writing-help` the browser shows what could be easier while somebody types.
 * The page names the script (`moreScript: 'writing-help.js'`); without script the form is as it was.
 */
export const WritingHelp: FC<PropsWithChildren<{ actor: Actor; lang: Lang }>> = ({ actor, lang, children }) => {
  const { sentences, result } = writingWords[lang]
  return (
    <writing-help data-given={JSON.stringify({ words: everydayWords(actor), sentences, result })}>
      {children}
    </writing-help>
  )
}
