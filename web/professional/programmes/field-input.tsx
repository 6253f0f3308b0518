import type { FC } from 'hono/jsx'
import {
  answersTo,
  asList,
  asPiece,
  asText,
  codeOf,
  nameOf,
  type Piece,
  targetsIn,
  valueAt,
} from '../../../capabilities/programmes/drafts/document.ts'
import type { Field } from '../../../capabilities/programmes/drafts/fields.ts'
import type { PartName } from '../../../capabilities/programmes/drafts/parts.ts'
import { BLANK_ROWS } from '../../../capabilities/programmes/drafts/told.ts'
import { CheckboxGroup } from '../../design/choices.tsx'
import { DayField, FieldRow, type Option, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { screenWords } from '../../words/programme-screens.ts'
import type { Lang } from '../../words/words.ts'
import { choiceOf, hintOf, labelOf, rowName, rowWord } from './naming.ts'

/** What every field on the form of a thing needs to know. */
export type Form = {
  readonly lang: Lang
  readonly document: Piece
  readonly part: PartName
  /** What is kept now: it says which questions may be asked. */
  readonly kept: Piece
  /** What is not right, by name of field. */
  readonly faults: ReadonlyMap<string, string>
}

type InputProps = { form: Form; field: Field; thing: Piece /** Where a row stands: `steps/0/`. */; start?: string }

/** One field of a definition, by its kind. */
export const FieldInput: FC<InputProps> = ({ form, field, thing, start = '' }) => {
  const { lang, part, faults } = form
  const place = start.replace(/\/\d+\//g, '/') + field.key
  const name = start + field.key
  const given = {
    name,
    label: labelOf(lang, part, place),
    hint: hintOf(lang, part, place),
    error: faults.get(name),
    autocomplete: 'off',
  }
  const value = valueAt(thing, field.key)
  switch (field.kind) {
    case 'words':
      return <WordsInput {...given} faults={faults} lang={lang} value={asPiece(value)} isLong={!SHORT.has(field.key)} />
    case 'lines':
      return <TextArea {...given} rows={3} value={asList(value).map(asText).join('\n')} />
    case 'flag':
      return (
        <CheckboxGroup
          {...given}
          values={value === true ? ['ja'] : []}
          choices={[{ value: 'ja', label: screenWords[lang].yes }]}
        />
      )
    case 'number':
      return <TextField {...given} value={asText(value)} />
    case 'day':
      return <DayField {...given} value={asText(value)} />
    case 'span':
      return <SpanInput {...given} lang={lang} value={asPiece(value)} />
    case 'items':
      return <RowsInput {...{ form, field, name }} rows={asList(value).map(asPiece)} error={given.error} />
    case 'pairs':
      return <PairsInput {...given} options={optionsFor(form, field, thing)} lang={lang} pairs={asList(value)} />
    case 'answer':
    case 'answers':
      // Answers can be chosen once it is known to which question.
      return !field.of.startsWith('/') && asText(valueAt(thing, field.of)) === '' ? null : (
        <ChoiceInput {...{ ...given, field, lang, value }} options={optionsFor(form, field, thing)} />
      )
    default:
      return <ChoiceInput {...{ ...given, field, lang, value }} options={optionsFor(form, field, thing)} />
  }
}

/** Words that are a name or stand on a button; the others are sentences. */
const SHORT = new Set(['name', 'unit'])

type Given = { name: string; label: string; hint: string | undefined; error: string | undefined; autocomplete: string }

type WordsProps = Omit<Given, 'error'> & { faults: Form['faults']; lang: Lang; value: Piece; isLong: boolean }

const WordsInput: FC<WordsProps> = ({ name, label, hint, lang, value, isLong, faults, autocomplete }) => {
  const words = screenWords[lang]
  const both = [
    { name: `${name}/nl`, label: words.inDutch(label), value: asText(value.nl), hint },
    { name: `${name}/en`, label: words.inEnglish(label), value: asText(value.en) },
  ].map((one) => ({ ...one, autocomplete, error: faults.get(one.name) }))
  if (!isLong)
    return (
      <FieldRow>
        {both.map((one) => (
          <TextField {...one} />
        ))}
      </FieldRow>
    )
  return <>{both.map((one) => (name === 'summary' ? <TextArea {...one} rows={2} /> : <TextField {...one} />))}</>
}

const SpanInput: FC<Given & { lang: Lang; value: Piece }> = ({ name, label, lang, value, error }) => (
  <fieldset class="field" id={name}>
    <legend>{label}</legend>
    <FieldRow>
      {(['days', 'weeks', 'months', 'years'] as const).map((length) => (
        <TextField
          name={`${name}/${length}`}
          label={screenWords[lang][length]}
          value={asText(value[length])}
          error={length === 'days' ? error : undefined}
          autocomplete="off"
        />
      ))}
    </FieldRow>
  </fieldset>
)

type Choice = Given & { field: Field; lang: Lang; options: readonly Option[]; value: unknown }

/** One choice from a list, or as many as fit. What stands there and is in no list can be seen, and taken away. */
const ChoiceInput: FC<Choice> = ({ field, lang, options, value, ...given }) => {
  const chosen = (Array.isArray(value) ? value : [value]).map(asText).filter((one) => one !== '')
  const odd = chosen.filter((one) => !options.some((option) => option.value === one))
  const all = [...options, ...odd.map((one) => ({ value: one, label: `${one} (?)` }))]
  if (field.kind === 'one-of' || field.kind === 'point' || field.kind === 'answer')
    return (
      <SelectField {...given} value={chosen[0]} options={[{ value: '', label: screenWords[lang].choose }, ...all]} />
    )
  return all.length === 0 ? null : <CheckboxGroup {...given} choices={all} values={chosen} inline />
}

/** What a field can be chosen from, in words. */
function optionsFor({ lang, document }: Form, field: Field, thing: Piece): Option[] {
  const named = (list: readonly Piece[]) => list.map((one) => ({ value: codeOf(one), label: nameOf(one, lang) }))
  switch (field.kind) {
    case 'one-of':
    case 'some-of':
      return field.options.map((value) => ({ value, label: choiceOf(lang, field.key, value) }))
    case 'point':
    case 'points':
    case 'pairs':
      return named(targetsIn(document, field.to))
    case 'answer':
    case 'answers': {
      const isOfPart = field.of.startsWith('/')
      const question = isOfPart ? valueAt(document.tracks, field.of.slice(1)) : valueAt(thing, field.of)
      return named(answersTo(document, asText(question)))
    }
    default:
      return []
  }
}

type Rows = { form: Form; field: Field; name: string; rows: readonly Piece[]; error: string | undefined }

/** Rows of a list inside a thing, and a few empty ones to fill in; an empty one is left out. */
const RowsInput: FC<Rows> = ({ form, field, name, rows, error }) => {
  const { lang, part, document } = form
  const words = screenWords[lang]
  if (field.kind !== 'items') return null
  const word = rowWord(lang, part, field.key)
  const all = [...rows, ...Array.from({ length: BLANK_ROWS }, (): Piece => ({}))]
  return (
    <fieldset class="field" id={name}>
      <legend>{labelOf(lang, part, field.key)}</legend>
      {error === undefined ? null : <strong class="why">{error}</strong>}
      {all.map((row, at) => {
        const isNew = at >= rows.length
        const called = isNew ? '' : rowName(lang, document, field, row)
        const title = isNew ? words.rowNew(word) : `${words.row(word, at + 1)}${called === '' ? '' : `: ${called}`}`
        return (
          <details
            class="utrecht-accordion__section"
            open={!isNew || (rows.length === 0 && at === 0)}
            id={`${name}/${at}`}
          >
            <summary>{title}</summary>
            <div class="opened">
              {field.fields.map((one) => (
                <FieldInput form={form} field={one} thing={row} start={`${name}/${at}/`} />
              ))}
              {isNew ? null : (
                <label class="choice">
                  <input type="checkbox" class="utrecht-checkbox" name={`${name}/${at}/_weg`} value="ja" />
                  <span>{words.rowGone}</span>
                </label>
              )}
            </div>
          </details>
        )
      })}
    </fieldset>
  )
}

type Pairs = Given & { lang: Lang; options: readonly Option[]; pairs: readonly unknown[] }

const PairsInput: FC<Pairs> = ({ name, label, lang, options, pairs, error }) => {
  if (options.length < 2) return null
  const rows = [...pairs, ...Array.from({ length: BLANK_ROWS }, () => [])].map(asList)
  return (
    <fieldset class="field" id={name}>
      <legend>{label}</legend>
      {error === undefined ? null : <strong class="why">{error}</strong>}
      {rows.map((pair, at) => (
        <FieldRow>
          {[0, 1].map((side) => (
            <SelectField
              name={`${name}/${at}/${side}`}
              label={`${label} ${at + 1}.${side + 1}`}
              value={asText(pair[side])}
              options={[{ value: '', label: screenWords[lang].none }, ...options]}
            />
          ))}
        </FieldRow>
      ))}
    </fieldset>
  )
}
