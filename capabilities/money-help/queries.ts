import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askedOnce, inScope } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../access/queries.ts'
import { numbersGoodFor } from '../help-requests/queries.ts'
import { findTexts } from '../information/finding/queries.ts'
import type { Language } from '../information/front-matter.ts'
import { type ContactPoint, isContactShown } from './contact.ts'
import type { Example } from './examples.ts'
import { isOwnCode, withOwn } from './own-scheme.ts'
import { type MunicipalRules, NO_RULES, type SchemeRule, schemesOn } from './rules.ts'
import { examplesFormat } from './rules-format.ts'
import { isRead, type Scheme, schemeFormat } from './scheme.ts'
import * as store from './store.ts'

/** Where the schemes that come with the product stand, from the folder in which it runs. */
const FOLDER = 'content/schemes'
const EXAMPLES = 'content/example-households.json'

/** Every scheme that the product knows, in one fixed order. */
export const schemesKnown = (_actor: Actor): readonly Scheme[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => schemeFormat.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))
    .toSorted((one, other) => one.order - other.order)

/** The households by which a change of values is looked at before it is public. */
export const examplesKnown = (_actor: Actor): readonly Example[] =>
  examplesFormat.parse(JSON.parse(readFileSync(EXAMPLES, 'utf8'))).examples

/** What is public of the values of a municipality; nothing when it gave none. */
export const publicRules = (actor: Actor, municipalityId: Id): Promise<MunicipalRules> =>
  inScope(actor, async (tx) => {
    const rows = await askedOnce(`money rules ${municipalityId}`, () => store.rulesOf(tx, municipalityId))
    return rows.find(({ state }) => state === 'public')?.rules ?? NO_RULES
  })

export type SchemeShown = { readonly scheme: Scheme; readonly rule: SchemeRule | undefined }

type Where = { readonly municipalityId: Id | null; readonly today: Day; readonly isDemo: boolean }

/** The schemes that everyone may read about here: with the values of the municipality, or all of them where none was chosen. */
export async function schemesShown(actor: Actor, { municipalityId, today, isDemo }: Where): Promise<SchemeShown[]> {
  const rules = municipalityId === null ? NO_RULES : await publicRules(actor, municipalityId)
  const known = withOwn(schemesKnown(actor), rules)
  const here = schemesOn(rules, today)
  return (
    known
      .map((scheme) => ({ scheme, rule: here.find((rule) => rule.scheme === scheme.code) }))
      // A scheme of the municipality alone is read once it has values: without them nobody vouches for it.
      .filter(({ scheme, rule }) => isRead(scheme, rule, isDemo) && (rule !== undefined || !isOwnCode(scheme.code)))
  )
}

/** The contact point for money of a municipality; undefined when none was given or nobody looked at it for too long. */
export async function contactPoint(actor: Actor, municipalityId: Id, today: Day): Promise<ContactPoint | undefined> {
  const contact = await inScope(actor, (tx) => store.contactOf(tx, municipalityId))
  return contact !== undefined && isContactShown(contact, numbersGoodFor(actor), today) ? contact : undefined
}

/** A number that changes with everything about money that becomes public or is taken back. */
export const moneyMark = (actor: Actor): Promise<number> => inScope(actor, store.mark)

/** The schemes that hold what was typed, the best first; found as pages are, by stems, everyday words and slips. */
export async function findSchemes(actor: Actor, typed: string, language: Language, where: Where): Promise<Scheme[]> {
  const shown = (await schemesShown(actor, where)).map(({ scheme }) => scheme)
  const texts = shown.map(({ code, name, summary, ...parts }) => ({
    ...{ code, title: name[language], summary: summary[language] },
    body: [...parts.forWhom, ...parts.gives, ...parts.apply].map((one) => one[language]).join('\n'),
  }))
  const place = { municipalityId: where.municipalityId, regionId: null }
  const codes = await findTexts(actor, typed, { language, place }, texts)
  return codes.flatMap((code) => shown.find((scheme) => scheme.code === code) ?? [])
}

/** Who keeps the public pages of a municipality keeps its values and its contact point too. */
export const mayKeepMoney = (actor: Actor, { id, regionId }: Municipality): boolean =>
  may(actor, 'change', 'page', { municipalityId: id, regionId: regionId ?? undefined })

/** The municipalities whose values this actor keeps. */
export const municipalitiesKept = async (actor: Actor): Promise<Municipality[]> =>
  (await municipalitiesKnown(actor)).filter((one) => mayKeepMoney(actor, one))

export type RulesKept = {
  readonly before: MunicipalRules
  /** What is being changed, or what is public when nothing is. */
  readonly current: MunicipalRules
  /** Of what is on the screen; 0 when the municipality has nothing yet. */
  readonly version: number
  readonly isDraft: boolean
}

/** The values of a municipality, public and being changed; for who keeps them. */
export async function rulesKept(actor: Actor, municipality: Municipality): Promise<RulesKept | undefined> {
  if (!mayKeepMoney(actor, municipality)) return undefined
  const rows = await inScope(actor, (tx) => store.rulesOf(tx, municipality.id))
  const [inPublic, draft] = (['public', 'draft'] as const).map((state) => rows.find((row) => row.state === state))
  const shown = draft ?? inPublic
  return {
    before: inPublic?.rules ?? NO_RULES,
    current: shown?.rules ?? NO_RULES,
    version: shown?.version ?? 0,
    isDraft: draft !== undefined,
  }
}

export type ContactKept = { readonly contact: ContactPoint; readonly rowVersion: number; readonly isShown: boolean }

/** The contact point of a municipality, also when it is shown no longer; for who keeps it. */
export async function contactKept(
  actor: Actor,
  municipality: Municipality,
  today: Day,
): Promise<ContactKept | undefined> {
  if (!mayKeepMoney(actor, municipality)) return undefined
  const contact = await inScope(actor, (tx) => store.contactOf(tx, municipality.id))
  if (contact === undefined) return undefined
  const { rowVersion } = contact
  return { contact, rowVersion, isShown: isContactShown(contact, numbersGoodFor(actor), today) }
}
