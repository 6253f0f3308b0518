import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { adviceOn, LONGEST_TEXT, type TextLanguage } from '../../../capabilities/information/writing/advice.ts'
import { everydayWords } from '../../../capabilities/information/writing/queries.ts'
import { type Told, tellAdvice } from '../../../capabilities/information/writing/told.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { TextArea } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { LANGS } from '../../words/words.ts'
import { writingWords } from '../../words/writing.ts'
import { WritingHelp } from './help.tsx'

/** Help with plain language for whoever writes: looked at in the browser, or without script here, and kept nowhere. */
export const get = guarded({ may: 'signed-in' }, (actor, page) => show(actor, page, undefined))

export const post = guarded({ may: 'signed-in', isReading: true }, (actor, page) => {
  const text = String(page.form.get('tekst') ?? '').slice(0, LONGEST_TEXT)
  const language = page.form.get('taal') === 'en' ? 'en' : 'nl'
  return show(actor, page, { text, language })
})

function show(actor: Actor, page: PageRequest, given: { text: string; language: TextLanguage } | undefined) {
  const words = writingWords[page.lang]
  const told =
    given && tellAdvice(adviceOn(given.text, given.language, everydayWords(actor)), writingWords[page.lang].sentences)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'writing', moreScript: 'writing-help.js' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">
        {words.lead} {words.privacy}
      </p>
      <WritingHelp actor={actor} lang={page.lang}>
        <form method="post" action={links.writing()} class="compact" autocomplete="off">
          <RadioGroup
            name="taal"
            label={words.language}
            hint={words.englishHint}
            value={given?.language ?? 'nl'}
            choices={LANGS.map((value) => ({ value, label: words.languages[value] }))}
          />
          <TextArea
            name="tekst"
            label={words.field}
            hint={words.fieldHint}
            rows={12}
            value={given?.text ?? ''}
            writingHelp="form:taal"
          />
          <div data-without-script>
            <Button>{words.look}</Button>
            {told === undefined ? null : <Result told={told} title={words.result} />}
          </div>
        </form>
      </WritingHelp>
      <h2>{words.about}</h2>
      <p class="soft">{words.aboutWhat}</p>
    </>,
  )
}

const Result: FC<{ told: Told; title: string }> = ({ told, title }) => (
  <section class="writing" aria-labelledby="uitkomst">
    <h2 id="uitkomst">{title}</h2>
    <p>{told.summary}</p>
    <ul>
      {told.lines.map(({ says, quote }) => (
        <li>
          {says} <q>{quote}</q>
        </li>
      ))}
    </ul>
    {[told.more, told.scores, told.limits].filter(Boolean).map((text) => (
      <p class="small soft">{text}</p>
    ))}
  </section>
)
