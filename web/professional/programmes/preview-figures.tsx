import type { FC } from 'hono/jsx'
import { DEFAULT_SETTINGS } from '../../../capabilities/measures/audience.ts'
import { suppress } from '../../../capabilities/measures/suppress.ts'
import type { Measure, ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import { optionsOf } from '../../../capabilities/programmes/option-words.ts'
import { HIDDEN, type Shown } from '../../design/shown.ts'
import { DataTable } from '../../design/table.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { previewWords } from '../../words/programme-preview.ts'
import type { Lang } from '../../words/words.ts'

/** Who looks at a programme. */
export type Viewer = 'worker' | 'volunteer' | 'policy' | 'resident'

type Props = { page: PageRequest; definition: ProgrammeDefinition; viewer: Viewer }

/** For whom a figure is worked out, by who looks at it. */
const AUDIENCES = { worker: 'organisation', policy: 'policy', resident: 'public' } as const

/** The dashboard with made-up numbers, hidden and rounded by the same rules as real ones. */
export const Figures: FC<Props> = ({ page, definition, viewer }) => {
  const words = previewWords[page.lang]
  if (viewer === 'volunteer') return <p class="soft">{words.noFigures}</p>
  const shown =
    viewer === 'resident' ? definition.measures.filter(({ partOf }) => partOf === undefined) : definition.measures
  return (
    <section aria-labelledby="cijfers">
      <h2 id="cijfers">{words.figures}</h2>
      {shown.length === 0 ? <p class="soft">{words.noFigures}</p> : null}
      {shown.map((measure, at) => (
        <DataTable
          lang={page.lang}
          caption={measure.name[page.lang]}
          head={words.split}
          columns={[{ head: measure.unit[page.lang], numeric: true }]}
          rows={madeUp(page.lang, definition, measure, { at, audience: AUDIENCES[viewer] })}
        />
      ))}
    </section>
  )
}

/** Numbers that no family stands behind: enough to show what is hidden, and what is not. */
const FIRST = 9
const AS_MUCH_MORE = 4

type MadeUp = { readonly at: number; readonly audience: 'organisation' | 'policy' | 'public' }

function madeUp(lang: Lang, definition: ProgrammeDefinition, measure: Measure, { at, audience }: MadeUp) {
  const words = previewWords[lang]
  const { hideBelow, roundTo } = DEFAULT_SETTINGS[audience]
  const names = audience === 'public' ? [] : groupNames(lang, definition, measure)
  const parts = names.map((name, index) => ({ id: `part-${index}`, name, value: partValue(index, at) }))
  const value = parts.length === 0 ? FIRST + AS_MUCH_MORE * (at + 1) : parts.reduce((sum, part) => sum + part.value, 0)
  const cells = [...parts, { id: 'total', value }].map((cell) => ({
    id: cell.id,
    value: cell.value,
    families: cell.value,
  }))
  const sums = parts.length === 0 ? [] : [{ total: 'total', parts: parts.map(({ id }) => id) }]
  const hidden = suppress({ cells, sums, hideBelow })
  const show = (id: string, number: number): Shown => (hidden.has(id) ? HIDDEN : Math.round(number / roundTo) * roundTo)
  return [
    { head: words.total, cells: [show('total', value)] },
    ...parts.map((part) => ({ head: part.name, cells: [show(part.id, part.value)] })),
  ]
}

/** The second group is small, so that one sees what small groups do. */
const partValue = (index: number, at: number): number => (index === 1 ? 2 : FIRST + AS_MUCH_MORE * ((index + at) % 3))

function groupNames(lang: Lang, { groupings, questions }: ProgrammeDefinition, measure: Measure): string[] {
  const grouping = groupings.find(({ code }) => code === measure.groupings[0])
  const question = questions.find(({ code }) => code === grouping?.question)
  if (grouping === undefined || question === undefined) return []
  if (question.type === 'place') return [1, 2].map(previewWords[lang].place)
  return (grouping.bands ?? optionsOf(question)).map(({ name }) => name[lang])
}
