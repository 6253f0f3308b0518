import type { Actor } from '../../../capabilities/access/actor.ts'
import { oldIn } from '../../../capabilities/directory/partners/partner.ts'
import { municipalityForPartners } from '../../../capabilities/directory/partners/queries.ts'
import { type Sheet, toCsv, toXlsx } from '../../../capabilities/measures/export.ts'
import { download, guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { partnerWords } from '../../words/partners.ts'
import { roleWords } from '../../words/people.ts'
import { chosenIn, villageNames } from './chosen.ts'

/** Neutral names: a file name never tells a place or a topic. */
const CSV = { name: 'lijst.csv', type: 'text/csv; charset=utf-8' }
const XLSX = { name: 'lijst.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

export const getCsv = guarded({ may: ['export', 'partner'], act: 'partner.exported' }, async (actor, page) => {
  const sheet = await sheetOf(actor, page)
  return sheet === undefined ? notFound() : download({ ...CSV, body: toCsv(sheet) })
})

export const getXlsx = guarded({ may: ['export', 'partner'], act: 'partner.exported' }, async (actor, page) => {
  const sheet = await sheetOf(actor, page)
  return sheet === undefined ? notFound() : download({ ...XLSX, body: await toXlsx(sheet) })
})

/** The list on screen, with a line per agreement of each partner. */
async function sheetOf(actor: Actor, page: PageRequest): Promise<Sheet | undefined> {
  const chosen = await chosenIn(actor, page)
  if (chosen === undefined) return undefined
  if ((await municipalityForPartners(actor, 'export', chosen.here.id)) === undefined) return undefined
  const words = partnerWords[page.lang]
  const rows = chosen.found.flatMap((told) => {
    const { partner, agreements, touches } = told
    const last = touches[0]
    const line = [
      ...[partner.name, words.types[partner.type], partner.domains.map((one) => words.domains[one]).join(', ')],
      ...[villageNames(partner.villages, chosen.villages) ?? words.whole, partner.contactRole],
      ...[last?.heldOn ?? words.never, oldIn(told, page.today).map((one) => words.old[one])].map(String),
    ]
    if (agreements.length === 0) return [[...line, '', '', '', '']]
    return agreements.map(({ what, sinceOn, untilOn, caredForBy }) => [
      ...line,
      ...[what, sinceOn, untilOn ?? words.open, page.said(roleWords[page.lang][caredForBy])],
    ])
  })
  return {
    head: [
      ...[words.partner, words.type, words.domain, words.village, words.contactRole, words.lastTouch, words.attention],
      ...[words.agreement, words.since, words.until, words.caredForBy],
    ],
    rows,
    notes: [
      [words.place, chosen.here.name],
      [words.asOf, page.today],
    ],
    hidden: '',
  }
}
