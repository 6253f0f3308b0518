import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import {
  AUDIENCES,
  DOMAINS,
  LANGUAGES,
  MOMENTS,
  type PageLanguage,
} from '../../../capabilities/information/front-matter.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { DayField, FieldRow, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { TypedKept } from '../../shell/draft-notice.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { pageEditorWords } from '../../words/page-editor.ts'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import { WritingHelp } from '../writing/help.tsx'
import type { Field, TypedPage } from './typed-page.ts'

export type Places = {
  readonly everyone: boolean
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

type Props = {
  readonly actor: Actor
  readonly page: PageRequest
  readonly typed: TypedPage
  readonly wrong: readonly { readonly field: Field; readonly message: string }[]
  readonly language: PageLanguage
  /** The newest version when the form was shown; 0 for none. */
  readonly version: number
  /** Only of a page that is not there yet: its address, and where it can be. */
  readonly slug: string | undefined
  readonly places: Places | undefined
  readonly place: string
  /** What a text may fill in. */
  readonly names: { readonly helplines: readonly string[]; readonly facts: readonly string[] }
}

/** Everything that a page says, the text first; under the text the writing help while somebody types. */
export const PageForm: FC<Props> = (props) => {
  const { actor, page, version } = props
  const words = pagesKeptWords[page.lang]
  return (
    <WritingHelp actor={actor} lang={page.lang}>
      <form class="compact" method="post" action={page.path} novalidate>
        <TypedKept actor={actor} page={page} />
        <input type="hidden" name="_versie" value={String(version)} />
        {props.places === undefined ? null : <Beginning {...props} places={props.places} />}
        <Text {...props} />
        <About {...props} />
        <Check {...props} />
        <ButtonRow>
          <Button name="doe" value="bewaar">
            {words.save}
          </Button>
          <Button look="plain" name="doe" value="voorbeeld" opensBeside>
            {words.preview}
          </Button>
        </ButtonRow>
      </form>
    </WritingHelp>
  )
}

const at = ({ typed, wrong, page }: Props) => {
  const words = pagesKeptWords[page.lang]
  const hints: Readonly<Partial<Record<Field, string>>> = words.hints
  const about = (name: Field) => ({
    ...{ name, label: words.fields[name], hint: hints[name] },
    error:
      wrong
        .filter(({ field }) => field === name)
        .map(({ message }) => message)
        .join(' ') || undefined,
  })
  return {
    about,
    text: (name: Field) => ({ ...about(name), value: typed.one(name), autocomplete: 'off' }),
    many: (name: 'voor' | 'over') => ({ ...about(name), values: typed.all(name), inline: true }),
  }
}

const choices = <T extends string>(codes: readonly T[], names: Readonly<Record<T, string>>) =>
  codes.map((code) => ({ value: code, label: names[code] }))

const Beginning: FC<Props & { places: Places }> = (props) => {
  const { page, places, slug = '', place, language } = props
  const [words, { about }] = [pagesKeptWords[page.lang], at(props)]
  const where = [
    ...(places.everyone ? [{ value: '', label: words.forEveryone }] : []),
    ...[...places.regions, ...places.municipalities].map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <div>
      <TextField {...about('adres')} value={slug} autocomplete="off" />
      <FieldRow>
        <SelectField {...about('plaats')} value={place} options={where} />
        <SelectField
          name="taal"
          label={words.language}
          value={language}
          options={choices(LANGUAGES, words.languages)}
        />
      </FieldRow>
    </div>
  )
}

const Text: FC<Props> = (props) => {
  const [words, { text }] = [pagesKeptWords[props.page.lang], at(props)]
  const own = props.language === props.page.lang ? {} : { textLanguage: props.language }
  const names = { helplines: props.names.helplines, facts: props.names.facts }
  const helped = LANGUAGES.some((one) => one === props.language) ? { writingHelp: props.language } : {}
  return (
    <section>
      <h2>{words.parts.text}</h2>
      <TextField {...text('titel')} {...own} />
      <TextArea {...text('samenvatting')} {...own} rows={2} />
      <page-editor data-given={JSON.stringify({ words: pageEditorWords[props.page.lang], names })}>
        <TextArea {...text('tekst')} {...own} rows={24} {...helped} />
      </page-editor>
    </section>
  )
}

const About: FC<Props> = (props) => {
  const [words, { text, many }] = [pagesKeptWords[props.page.lang], at(props)]
  return (
    <section>
      <h2>{words.parts.about}</h2>
      <CheckboxGroup {...many('voor')} choices={choices(AUDIENCES, words.audiences)} />
      <RadioGroup {...text('moment')} choices={choices(MOMENTS, words.moments)} inline />
      <CheckboxGroup {...many('over')} choices={choices(DOMAINS, words.domains)} />
      <TextField {...text('eerst')} />
      <TextField {...text('venster')} />
      <TextField {...text('verwant')} />
    </section>
  )
}

const Check: FC<Props> = (props) => {
  const [words, { text }] = [pagesKeptWords[props.page.lang], at(props)]
  return (
    <section>
      <h2>{words.parts.check}</h2>
      <DayField {...text('nakijken')} />
      <TextArea {...text('bronnen')} rows={4} />
      <TextField {...text('feiten')} />
    </section>
  )
}
