import { maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { type Sheet, toCsv, toXlsx } from '../../capabilities/measures/export.ts'
import { groupingsFor, isNothingRecorded } from '../../capabilities/measures/figure.ts'
import { figure } from '../../capabilities/measures/queries.ts'
import { download, guarded, notFound, type PageRequest } from '../shell/guarded.ts'
import { figureWords } from '../words/figures.ts'
import { formatNumber } from '../words/format.ts'
import { choiceIn, namedHere } from './figures-choice.ts'

/** Neutral names: a file name never tells a place or a topic. */
const CSV = { name: 'cijfers.csv', type: 'text/csv; charset=utf-8' }
const XLSX = { name: 'cijfers.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

export const getCsv = guarded({ may: 'signed-in', act: 'figure.exported' }, async (actor, page) => {
  const sheet = await sheetOf(actor, page)
  return sheet === undefined ? notFound() : download({ ...CSV, body: toCsv(sheet) })
})

export const getXlsx = guarded({ may: 'signed-in', act: 'figure.exported' }, async (actor, page) => {
  const sheet = await sheetOf(actor, page)
  return sheet === undefined ? notFound() : download({ ...XLSX, body: await toXlsx(sheet) })
})

/** The figure on screen with its passport and conditions below it. */
async function sheetOf(actor: Actor, page: PageRequest): Promise<Sheet | undefined> {
  const words = figureWords[page.lang]
  if (!maySomewhere(actor, 'export', 'figure') && !maySomewhere(actor, 'export', 'own-figure')) return undefined
  const choice = await choiceIn(actor, page)
  if (choice === undefined) return undefined
  const { entry, area, asOf, from, by } = choice
  const found = await figure(actor, {
    measure: entry.code,
    scope: area.scope,
    audience: area.audience,
    asOf,
    by,
    ...(from !== undefined && { from }),
  })
  if (!found.ok) return undefined
  const { breakdown, value, knownAt, setting, mean, overlaps } = namedHere(page, choice, found.value)
  const { passport, name, programmeName } = entry
  return {
    head: [groupingsFor(entry, area.audience).find((one) => one.code === by)?.name[page.lang] ?? '', name[page.lang]],
    rows: [
      ...breakdown.map((cell) => [cell.label[page.lang], cell.value] as const),
      [overlaps === true ? words.inAll : words.together, value],
    ],
    hidden: words.hidden,
    notes: [
      [words.programme, programmeName[page.lang]],
      [words.area, area.name],
      [words.asOf, asOf],
      ...(from === undefined ? [] : [[words.from, from] as const]),
      [words.knownAt, isNothingRecorded(knownAt) ? words.nothingRecorded : knownAt],
      ...(mean === undefined || mean === null ? [] : [[words.meanTerm, formatNumber(page.lang, mean, 2)] as const]),
      ...(overlaps === true ? [[words.remark, words.overlap] as const] : []),
      [words.definition, passport.definition[page.lang]],
      [words.numerator, passport.numerator[page.lang]],
      [words.source, passport.source[page.lang]],
      [words.owner, passport.owner[page.lang]],
      [words.version, words.versionText(entry.programmeVersion, passport.validFrom)],
      ...(setting.hideBelow > 1 ? [[words.suppression, words.whyText(setting.hideBelow)] as const] : []),
    ],
  }
}
