import type { FC } from 'hono/jsx'
import type { Promised } from '../../../capabilities/help-requests/triage/deadlines.ts'
import { links } from '../../links.ts'
import { inLanguage } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'
import type { Lang } from '../../words/words.ts'
import { LineForChild, PhoneOfReader, type ToCall } from './call.tsx'

type Done = {
  readonly lang: Lang
  readonly code: string
  readonly isChild: boolean
  /** For who calls by oneself: whom. */
  readonly call: ToCall | undefined
  /** By when somebody reads it, and gets in touch. */
  readonly promised: Promised
}

/** The request is in: the code, and what happens now. */
export const DoneView: FC<Done> = ({ lang, code, isChild, call, promised }) => {
  const words = askWords[lang]
  const isSelf = call !== undefined
  const { readBy, contactBy } = promised
  const next = isSelf
    ? (isChild ? words.childDoneNextSelf : words.doneNextSelf)(readBy)
    : (isChild ? words.childDoneNext : words.doneNext)(readBy, contactBy)
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
        {isChild ? null : (
          <p class="to-call">
            {words.doneSooner} <a href={inLanguage(lang, links.danger())}>{words.toDanger}</a>
          </p>
        )}
        {call === undefined ? null : <PhoneOfReader lang={lang} phone={call.phone} />}
        {call === undefined || !isChild ? null : (
          <LineForChild lang={lang} line={call.childLine ?? call.always} lead={words.childCallNow} />
        )}
        <p class="row">
          <a href={inLanguage(lang, links.askStatus())}>{words.doneStatus}</a>
          <a href={inLanguage(lang, links.askTakeBack())}>{words.backLink}</a>
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
