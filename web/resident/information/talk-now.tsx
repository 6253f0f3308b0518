import type { Child, FC } from 'hono/jsx'
import type { ChildLine, ChildLines, LineState } from '../../../capabilities/help-requests/child-lines.ts'
import { CallLink } from '../../design/call-link.tsx'
import { type Here, links } from '../../links.ts'
import { askChildHref } from '../../shell/pages.tsx'
import { entranceWords } from '../../words/entrances.ts'
import { formatDay } from '../../words/format.ts'
import type { Lang } from '../../words/words.ts'

/**
 * With whom a child can talk and chat, what it can do when nobody answers, whom it can always call, and how to ask
 * somebody nearby without its parents. The page may be some minutes old, so each line says until when it holds.
 */
export const TalkNow: FC<{ here: Here; lines: ChildLines; drawing: Child }> = ({
  here,
  drawing,
  lines: { talk, chat, always, isAllClosed },
}) => {
  const words = entranceWords[here.lang].talk
  return (
    <section class="talk-now" aria-labelledby="talk-now">
      <h2 id="talk-now">{words.title}</h2>
      <div class="ways">
        <Way lang={here.lang} title={words.talk} lines={talk} hrefOf={({ site }) => site} />
        <Way lang={here.lang} title={words.chat} lines={chat} hrefOf={({ code }) => links.chat(here, code)} />
        <section>
          <h3>{words.own}</h3>
          <p>{words.ownText}</p>
          <p>
            <a href={askChildHref(here)}>{words.ownLink}</a>
          </p>
        </section>
        <section class="urgent">
          <h3>{words.danger}</h3>
          <p>{words.dangerText}</p>
          <ul>
            {always.map(({ name, number, what }) => (
              <li>
                {name[here.lang] === number ? null : <strong>{name[here.lang]} </strong>}
                <CallLink number={number} />
                <br />
                {what[here.lang]}
              </li>
            ))}
          </ul>
        </section>
        {isAllClosed ? (
          <section>
            <h3>{words.closed}</h3>
            <p>{words.closedText}</p>
          </section>
        ) : null}
      </div>
      {drawing}
    </section>
  )
}

type WayProps = {
  lang: Lang
  title: string
  lines: readonly ChildLine[]
  /** To chat by an address of ours, which counts that somebody went there. */
  hrefOf: (line: ChildLine) => string | undefined
}

const Way: FC<WayProps> = ({ lang, title, lines, hrefOf }) => (
  <section>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li>
          <strong>{line.name[lang]}</strong>
          <br />
          {line.what[lang]}. {saidOf(lang, line.state)}
          {line.number === undefined ? null : (
            <>
              <br />
              <CallLink number={line.number} />
            </>
          )}
          {line.site === undefined ? null : (
            <>
              <br />
              <a href={hrefOf(line)}>{hostOf(line.site)}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** The name that a child may know: `kindertelefoon.nl`. */
const hostOf = (site: string): string => new URL(site).hostname.replace(/^www\./, '')

function saidOf(lang: Lang, state: LineState): string {
  const words = entranceWords[lang].talk
  switch (state.kind) {
    case 'always':
      return words.always
    case 'open':
      return words.openUntil(state.until)
    case 'closed': {
      const opensOn = formatDay(lang, state.opensOn, 'long')
      return state.isHolidayToday ? words.closedToday(opensOn, state.at) : words.opensOn(opensOn, state.at)
    }
    case 'ask-site':
      return words.askSite
  }
}
