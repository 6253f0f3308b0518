import type { FC } from 'hono/jsx'
import { links } from '../../links.ts'
import { askWords } from '../../words/ask.ts'
import type { Lang } from '../../words/words.ts'

/** The request is in: the code, and what happens now. */
export const DoneView: FC<{ lang: Lang; code: string; isChild: boolean; isSelf: boolean }> = (props) => {
  const { lang, code, isChild, isSelf } = props
  const words = askWords[lang]
  const next = isChild
    ? isSelf
      ? words.childDoneNextSelf
      : words.childDoneNext
    : isSelf
      ? words.doneNextSelf
      : words.doneNext
  return (
    <div class={isChild ? 'question child' : 'question'}>
      <div>
        <h1>{words.doneTitle}</h1>
        <p class="lead">{isChild ? words.childDoneLead : words.doneLead}</p>
        <p class="reference-code">
          <span class="unseen">{words.code}: </span>
          <strong>{code}</strong>
        </p>
        <h2>{words.doneWhat}</h2>
        <p>{next}</p>
        <p class="row">
          <a href={links.askStatus()}>{words.doneStatus}</a>
        </p>
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.safely}</h2>
          <p>{words.doneClose}</p>
        </section>
        {isChild ? (
          <section>
            <h2>{words.childHonest}</h2>
            <p>{words.childHonestText}</p>
          </section>
        ) : null}
      </aside>
    </div>
  )
}
