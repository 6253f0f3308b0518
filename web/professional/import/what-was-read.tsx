import { targetOf } from '../../../capabilities/imports/columns.ts'
import type { Findings } from '../../../capabilities/imports/findings.ts'
import type { ImportDetail } from '../../../capabilities/imports/queries.ts'
import type { Registration } from '../../../capabilities/imports/rows.ts'
import type { Question } from '../../../capabilities/programmes/definition.ts'
import { optionsOf } from '../../../capabilities/programmes/option-words.ts'
import { DataTable } from '../../design/table.tsx'
import { formatDay } from '../../words/format.ts'
import { importWords } from '../../words/import.ts'
import type { Lang } from '../../words/words.ts'

type Village = { readonly code: string; readonly name: string }

/** Words that are none of the options, with how often they occur. */
export const UnmappedTable = ({ lang, findings }: { lang: Lang; findings: Findings }) => {
  const words = importWords[lang]
  return (
    <>
      <h2>{words.unmappedTitle}</h2>
      <DataTable
        lang={lang}
        caption={words.unmappedWhat}
        head={words.word}
        columns={[{ head: words.faultColumn }, { head: words.rowsWithIt, numeric: true }]}
        rows={findings.unmapped.map(({ word, column, rows }) => ({ head: word, cells: [column, rows] }))}
      />
    </>
  )
}

type SampleProps = { lang: Lang; detail: ImportDetail; findings: Findings; villages: readonly Village[] }

/** The first good rows in our own words, so that a column that was taken for another stands out. */
export const SampleTable = ({ lang, detail, findings, villages }: SampleProps) => {
  const words = importWords[lang]
  const coupled = new Set(Object.keys(detail.mapping).map((column) => targetOf(detail.mapping, column)))
  const questions = detail.programme.questions.filter((one) => coupled.has(one.code) && one.special !== true)
  const phases = new Map(detail.programme.phases.map((one) => [one.code, one.name[lang]]))
  return (
    <>
      <h2>{words.sampleTitle}</h2>
      <DataTable
        lang={lang}
        caption={words.sampleWhat}
        head={words.row}
        columns={[...questions.map((one) => ({ head: one.ask[lang] })), { head: words.phase }, { head: words.day }]}
        rows={findings.sample.map((row) => ({
          head: String(row.line),
          cells: [
            ...questions.map((question) => answerInWords(lang, question, row, villages)),
            phases.get(row.phase) ?? row.phase,
            `${row.approximateDay ? `${words.approximate} ` : ''}${formatDay(lang, row.holdsOn, 'plain')}`,
          ],
        }))}
        stacked
      />
    </>
  )
}

type Read = Pick<Registration, 'answers' | 'originalWords'>

function answerInWords(lang: Lang, question: Question, row: Read, villages: readonly Village[]): string {
  const words = importWords[lang]
  const answer = row.answers[question.code]
  if (answer === undefined || answer === 'unknown') return words.unknownAnswer
  const original = row.originalWords.filter((one) => one.question === question.code).map((one) => one.word)
  const names = new Map(
    [...villages, ...optionsOf(question)].map((one) => [
      one.code,
      typeof one.name === 'string' ? one.name : one.name[lang],
    ]),
  )
  const nameOf = (code: string) =>
    code === 'other' ? `${words.other}: ${original.join(', ')}` : (names.get(code) ?? code)
  if (!Array.isArray(answer)) return nameOf(String(answer))
  return answer.map((one) => (typeof one === 'string' ? nameOf(one) : age(lang, one))).join(', ')
}

const age = (lang: Lang, one: { years: number } | { weeksPregnant: number }): string =>
  'years' in one ? importWords[lang].years(one.years) : importWords[lang].pregnant(one.weeksPregnant)
