import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { peopleInReach } from '../../../capabilities/access/queries.ts'
import { dropTerm, keepTerm } from '../../../capabilities/terms/actions.ts'
import { type PlaceNamed, shippedTerms, type TermVersion, termKept } from '../../../capabilities/terms/queries.ts'
import {
  ARTICLES,
  isTermCode,
  NAME_LANGUAGES,
  type NameLanguage,
  type Said,
  type TermCode,
} from '../../../capabilities/terms/term.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { TextArea, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatMoment } from '../../words/format.ts'
import { namesKeptWords } from '../../words/names-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { fieldOf, namedAt, placeName, Refusal } from './at.tsx'

type Here = { readonly here: PlaceNamed; readonly code: TermCode }

export const get = guarded({ may: ['change', 'page'], act: 'names.read' }, async (actor, page) => {
  const at = await hereIn(actor, page)
  return at === undefined ? notFound() : show(actor, page, at)
})

/** Keeps a name, or takes the own name away. */
export const post = guarded({ may: ['change', 'page'], act: 'names.changed' }, async (actor, page) => {
  const at = await hereIn(actor, page)
  if (at === undefined) return notFound()
  const { form } = page
  const typed = String(form.get('_versie') ?? '')
  const naming = { code: at.code, place: at.here, version: /^\d{1,9}$/.test(typed) ? Number(typed) : -1 }
  const isDropping = form.get('doe') === 'weg'
  const done = isDropping
    ? await dropTerm(actor, naming)
    : await keepTerm(actor, naming, (field) => String(form.get(field) ?? ''))
  if (done.ok) return redirect(links.names(at.here.id, isDropping ? 'weg' : 'naam'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, at, done)
})

async function hereIn(actor: Actor, page: PageRequest): Promise<Here | undefined> {
  const { code = '' } = page.params
  const kept = isTermCode(code) ? await namedAt(actor, page) : undefined
  return kept === undefined || !isTermCode(code) ? undefined : { here: kept.here, code }
}

async function show(actor: Actor, page: PageRequest, { here, code }: Here, refused?: Refused) {
  const { lang } = page
  const words = namesKeptWords[lang]
  const kept = await termKept(actor, code, here)
  if (kept === undefined) return notFound()
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const title = words.heading(shippedTerms(actor)[code][lang].name)
  const isOwn = (kept.versions[0]?.said ?? null) !== null
  const names = new Map((await peopleInReach(actor)).map(({ id, name }) => [id, name]))
  return workPage(
    page,
    actor,
    { title, active: 'names', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <p>
        <a href={links.names(here.id)}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {placeName(lang, here)}. {words.hint}
      </p>
      <Refusal lang={lang} refused={refused} />
      <form class="compact" method="post" action={links.nameKept(code, here.id)} novalidate>
        <input type="hidden" name="_versie" value={String(kept.version)} />
        {NAME_LANGUAGES.map((language) => (
          <LanguageFields {...{ page, refused, language }} said={kept.term.said} />
        ))}
        <Button>{words.save}</Button>
      </form>
      {isOwn ? (
        <form class="compact" method="post" action={links.nameKept(code, here.id)}>
          <input type="hidden" name="_versie" value={String(kept.version)} />
          <p class="soft">{words.dropWhat}</p>
          <Button look="plain" name="doe" value="weg">
            {words.drop}
          </Button>
        </form>
      ) : null}
      <History {...{ page, actor, names }} versions={kept.versions} />
    </>,
  )
}

type Fields = { page: PageRequest; refused: Refused | undefined; language: NameLanguage; said: Said }

const LanguageFields: FC<Fields> = ({ page, refused, language, said }) => {
  const words = namesKeptWords[page.lang]
  const { name, plural, short, article, explanation, synonyms } = said[language]
  const at = (field: string, stored: string) => {
    const whole = `${field}/${language}`
    return {
      ...{ name: whole, autocomplete: 'off', textLanguage: language },
      value: page.form.has('name/nl') ? String(page.form.get(whole) ?? '') : stored,
      error: refused !== undefined && fieldOf(refused) === whole ? refusalSentence(page.lang, refused) : undefined,
    }
  }
  return (
    <fieldset class="field">
      <legend>
        <h2>{words.language[language]}</h2>
      </legend>
      <TextField {...at('name', name)} label={words.fieldName} hint={words.fieldNameHint} />
      <TextField {...at('plural', plural)} label={words.plural} />
      <TextField {...at('short', short ?? '')} label={words.short} hint={words.shortHint} />
      <RadioGroup
        {...at('article', article)}
        label={words.article}
        inline
        choices={ARTICLES[language].map((value) => ({ value, label: value }))}
      />
      <TextArea {...at('explanation', explanation)} label={words.explanation} hint={words.explanationHint} rows={3} />
      <TextArea {...at('synonyms', synonyms.join('\n'))} label={words.synonyms} hint={words.synonymsHint} rows={4} />
    </fieldset>
  )
}

type Changes = {
  page: PageRequest
  actor: Actor
  names: ReadonlyMap<string, string>
  versions: readonly TermVersion[]
}

const History: FC<Changes> = ({ page, actor, names, versions }) => {
  const { lang } = page
  const words = namesKeptWords[lang]
  const who = (id: string) => (id === actor.personId ? words.you : (names.get(id) ?? words.colleague))
  return (
    <section aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{words.history}</h2>
      {versions.length === 0 ? (
        <p>{words.historyNone}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.history}
          captionUnseen
          head={words.when}
          columns={[words.who, words.what].map((head) => ({ head }))}
          stacked
          rows={versions.map(({ said, recordedAt, recordedBy }) => ({
            head: formatMoment(lang, recordedAt),
            cells: [
              who(recordedBy),
              said === null ? words.backToDefault : NAME_LANGUAGES.map((one) => said[one].name).join(' / '),
            ],
          }))}
        />
      )}
    </section>
  )
}
