import type { FC } from 'hono/jsx'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { CallLink } from '../../design/call-link.tsx'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'
import type { Lang } from '../../words/words.ts'
import { linesNow } from './call.tsx'

/** Whom to call now: 112 first and largest, then Veilig Thuis; a chat only while it is open and the hours are checked. */
export const get = guarded({ may: 'everyone' }, (actor, page) => {
  const words = askWords[page.lang]
  const lines = linesNow(actor, page)
  return publicPage(
    page,
    { title: words.windowTitle, isPrivate: true, isForDanger: true },
    <div class="danger-now">
      <h1>{words.dangerTitle}</h1>
      <CallNow lang={page.lang} lines={lines} />
      <h2>{words.dangerTalk}</h2>
      <p>{words.dangerTalkText}</p>
      <p class="row">
        <a href={links.ask()}>{words.dangerLater}</a>
      </p>
    </div>,
  )
})

/** 112 first and largest, then Veilig Thuis by phone; a chat only in its hours. */
export const CallNow: FC<{ lang: Lang; lines: readonly Helpline[] }> = ({ lang, lines }) => {
  const words = askWords[lang]
  const line = (code: Helpline['code']) => lines.find((one) => one.code === code)
  const [emergency, safeHome, chat] = [line('emergency'), line('safe-home'), line('safe-home-chat')]
  return (
    <section class="unsafe utrecht-spotlight-section utrecht-spotlight-section--danger">
      <div class="first">
        <h2>{words.dangerFirst}</h2>
        {emergency === undefined ? null : <CallLink number={emergency.number} />}
      </div>
      <div class="second">
        <h2>{words.dangerSecond}</h2>
        {safeHome === undefined ? null : (
          <p>
            <strong>{safeHome.name[lang]}</strong>
            <br />
            <CallLink number={safeHome.number} />
            <br />
            {safeHome.what[lang]}
          </p>
        )}
        <p>{words.dangerNoName}</p>
      </div>
      {chat === undefined ? null : (
        <div>
          <h2>{words.dangerChat}</h2>
          <p>
            <strong>{chat.name[lang]}</strong>
            <br />
            {chat.what[lang]}
          </p>
        </div>
      )}
    </section>
  )
}
