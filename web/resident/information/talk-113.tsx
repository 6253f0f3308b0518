import type { FC } from 'hono/jsx'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { CallLink } from '../../design/call-link.tsx'
import { findWords } from '../../words/find.ts'
import type { Lang } from '../../words/words.ts'

/** Above all that was found: somebody to talk to, for who thinks of death. */
export const Talk113: FC<{ lang: Lang; lines: readonly Helpline[] }> = ({ lang, lines }) => {
  const line = lines.find(({ code }) => code === 'suicide-prevention')
  return line === undefined ? null : (
    <section class="unsafe utrecht-spotlight-section utrecht-spotlight-section--danger">
      <div class="first">
        <h2>{findWords[lang].death}</h2>
        <CallLink number={line.number} />
      </div>
      <div class="second">
        <p>
          <strong>{line.name[lang]}</strong>
          <br />
          {line.what[lang]}
        </p>
        <p>{findWords[lang].deathText}</p>
        <p>
          <a href={line.site}>{findWords[lang].deathChat}</a>
        </p>
      </div>
    </section>
  )
}
