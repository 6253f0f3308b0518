import { type Difference, differencesBetween } from '../../../capabilities/programmes/drafts/differences.ts'
import { isList, nameOf, type Piece, valueAt } from '../../../capabilities/programmes/drafts/document.ts'
import type { Field } from '../../../capabilities/programmes/drafts/fields.ts'
import { differenceWords } from '../../words/programme-differences.ts'
import { partWords } from '../../words/programme-parts.ts'
import type { Lang } from '../../words/words.ts'
import { labelOf, rowName, rowWord, valueInWords } from './naming.ts'

type Versions = { readonly before: Piece; readonly after: Piece }

/** What changed from one version to another, a sentence for each thing; empty when they say the same. */
export const differencesInWords = (lang: Lang, versions: Versions): string[] => [
  ...new Set(
    differencesBetween(versions.before, versions.after).map((one) =>
      sentence(lang, versions, one, { what: thingName(lang, one), key: '' }),
    ),
  ),
]

type About = { readonly what: string /** Where a row stands, before the key of its fields. */; readonly key: string }

function thingName(lang: Lang, { part, before, after }: Difference): string {
  const one = partWords[lang].one[part]
  return differenceWords[lang].thing(one, isList(part) ? nameOf(before ?? after ?? {}, lang) : '')
}

function sentence(lang: Lang, versions: Versions, difference: Difference, { what, key }: About): string {
  const words = differenceWords[lang]
  const { part, before, after, field, inner } = difference
  if (inner !== undefined && field !== undefined) {
    const row = inner.before ?? inner.after ?? {}
    const document = inner.before === undefined ? versions.after : versions.before
    const called = words.thing(rowWord(lang, part, field.key), rowName(lang, document, field, row))
    return sentence(lang, versions, inner, { what: words.inside(what, called), key: `${field.key}/` })
  }
  if (before === undefined) return words.came(what)
  if (after === undefined) return words.went(what)
  return field === undefined ? what : fieldSentence(lang, versions, { before, after, field }, { what, key, part })
}

type Changed = { readonly before: Piece; readonly after: Piece; readonly field: Field }

function fieldSentence(
  lang: Lang,
  versions: Versions,
  { before, after, field }: Changed,
  { what, key, part }: About & { readonly part: Difference['part'] },
): string {
  const words = differenceWords[lang]
  const label = labelOf(lang, part, key + field.key)
  const [was, is] = [
    valueInWords(lang, versions.before, field, before),
    valueInWords(lang, versions.after, field, after),
  ]
  const isOn = valueAt(after, field.key) === true
  if (part === 'questions' && key === '' && field.key === 'required')
    return isOn ? words.required(what) : words.notRequired(what)
  if (field.kind === 'flag') return isOn ? words.on(what, label) : words.off(what, label)
  if (field.key === 'name' && was !== is && is !== '') return words.renamed(what, is)
  if (field.key === 'ask' && was !== is && is !== '') return words.asksNow(what, is)
  const quoted = (text: string) => `‘${text}’`
  if (is === '') return words.emptied(what, label, quoted(was))
  return was === '' || was === is
    ? words.set(what, label, quoted(is))
    : words.changed(what, label, quoted(was), quoted(is))
}
