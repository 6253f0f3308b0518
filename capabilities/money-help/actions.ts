import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, isId, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Actor } from '../access/actor.ts'
import { type Municipality, municipalityWithId } from '../access/queries.ts'
import { contactFrom, type ToldContact } from './contact.ts'
import { confirmationOf, differencesOf } from './examples.ts'
import { ownSchemeFrom, withOwn, withOwnScheme, withoutOwnScheme } from './own-scheme.ts'
import { examplesKnown, mayKeepMoney, rulesKept, schemesKnown } from './queries.ts'
import { normsFrom, ruleFrom, type ToldValue, withNorms, withoutRule, withRule } from './rule-told.ts'
import type { MunicipalRules } from './rules.ts'
import { rulesFormat } from './rules-format.ts'
import * as store from './store.ts'

/** Of which version somebody changes something, and on which day. */
export type Changing = {
  readonly version: number
  readonly today: Day
  /** The first day of the values in whose place the new ones come; undefined for a new period. */
  readonly replaces?: string | undefined
}

/**
 * Keeps the norm amounts of a municipality in its draft. Refuses who does not keep its public pages, a version that
 * somebody changed meanwhile, and what `normsFrom` and `withNorms` refuse.
 */
export const keepNorms = (
  actor: Actor,
  municipalityId: Id,
  told: ToldValue,
  { version, today, replaces }: Changing,
): Promise<Answer> =>
  changeDraft(actor, municipalityId, version, (rules) => {
    const norms = normsFrom(told, today)
    return norms.ok ? withNorms(rules, norms.value, replaces) : norms
  })

/** Keeps the values of one scheme in the draft, or refuses as `keepNorms`; also a scheme that the product does not know. */
export const keepRule = (
  actor: Actor,
  municipalityId: Id,
  scheme: string,
  told: ToldValue,
  { version, today, replaces }: Changing,
): Promise<Answer> =>
  changeDraft(actor, municipalityId, version, (rules) => {
    if (!withOwn(schemesKnown(actor), rules).some(({ code }) => code === scheme)) return refuse('not-found')
    const rule = ruleFrom(told, scheme, today)
    return rule.ok ? withRule(rules, rule.value, replaces) : rule
  })

/** Takes the values of a scheme that begin on a day out of the draft. */
export const dropRule = (
  actor: Actor,
  municipalityId: Id,
  { scheme, validFrom, version }: { readonly scheme: string; readonly validFrom: string; readonly version: number },
): Promise<Answer> =>
  changeDraft(actor, municipalityId, version, (rules) => allow(withoutRule(rules, scheme, validFrom)))

/** Of which scheme of its own a municipality changes the text; undefined for a new one. */
export type OwnChanging = Pick<Changing, 'version' | 'today'> & { readonly code?: string | undefined }

/**
 * Keeps the text of a scheme that only this municipality has in its draft; it is read by everyone once it has values and
 * the draft is public. Refuses as `keepNorms`, and what `ownSchemeFrom` and `withOwnScheme` refuse.
 */
export const keepOwnScheme = (
  actor: Actor,
  municipalityId: Id,
  told: ToldValue,
  { version, today, code }: OwnChanging,
): Promise<Answer> =>
  changeDraft(actor, municipalityId, version, (rules) => {
    const given = ownSchemeFrom(told, today)
    return given.ok ? withOwnScheme(rules, given.value, code) : given
  })

/** Takes a scheme of its own out of the draft, with its values. Refuses as `keepNorms`, and one that is not there. */
export const dropOwnScheme = (
  actor: Actor,
  municipalityId: Id,
  { code, version }: { readonly code: string; readonly version: number },
): Promise<Answer> =>
  changeDraft(actor, municipalityId, version, (rules) =>
    rules.own?.some((one) => one.code === code) === true ? allow(withoutOwnScheme(rules, code)) : refuse('not-found'),
  )

/** Puts a whole document in the draft: what the demo and the command line bring. */
export const keepRules = (actor: Actor, municipalityId: Id, given: unknown, version: number): Promise<Answer> =>
  changeDraft(actor, municipalityId, version, () => {
    const read = rulesFormat.safeParse(given)
    return read.success
      ? allow(read.data)
      : refuse('money-rules-faulty', { where: read.error.issues[0]?.path.join('.') ?? '' })
  })

type Change = (rules: MunicipalRules) => Answer<MunicipalRules>

async function changeDraft(actor: Actor, municipalityId: Id, version: number, change: Change): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await keptMunicipality(actor, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    await store.lockRules(tx, municipalityId)
    const kept = await rulesKept(actor, municipality)
    if (kept === undefined || kept.version !== version) return refuse('changed-meanwhile')
    const changed = change(kept.current)
    if (!changed.ok) return changed
    noteShown('municipality', [municipalityId])
    const retired = await store.retireRules(tx, municipalityId, ['draft'])
    const next = (await store.lastVersion(tx, municipalityId)) + 1
    await store.insertRules(tx, { municipalityId, version: next, rules: changed.value, writtenBy: actor.personId })
    const steps = [...retired.map((one) => [one, 'retired'] as const), [next, 'draft'] as const]
    await store.insertSteps(
      tx,
      steps.map(([one, state]) => stepOf(actor, municipalityId, one, state)),
    )
    return allow()
  })
}

async function keptMunicipality(actor: Actor, id: Id): Promise<Municipality | undefined> {
  const municipality = isId(id) ? await municipalityWithId(actor, id) : undefined
  return municipality !== undefined && mayKeepMoney(actor, municipality) ? municipality : undefined
}

const stepOf = (actor: Actor, municipalityId: Id, version: number, state: 'draft' | 'public' | 'retired') => ({
  ...{ municipalityId, id: newId(), what: 'rules' as const, version, state },
  recordedBy: actor.personId,
})

export type Publishing = Changing & {
  readonly isDemo: boolean
  /** What changes for example households, as it was confirmed; undefined when nothing was. */
  readonly confirmed: string | undefined
}

/**
 * Makes the draft of a municipality public in place of what was. Refuses who does not keep it, a draft that is not there or
 * that somebody changed meanwhile, and differences for example households that were not confirmed exactly as they are.
 */
export async function publishRules(actor: Actor, municipalityId: Id, given: Publishing): Promise<Answer> {
  const { version, today, isDemo, confirmed } = given
  return inScope(actor, async (tx) => {
    const municipality = await keptMunicipality(actor, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    await store.lockRules(tx, municipalityId)
    const kept = await rulesKept(actor, municipality)
    if (kept === undefined || kept.version !== version) return refuse('changed-meanwhile')
    if (!kept.isDraft) return refuse('money-nothing-to-publish')
    const differences = differencesOf(
      examplesKnown(actor),
      { before: kept.before, after: kept.current },
      { today, isDemo },
    )
    const now = confirmationOf(differences)
    if (now !== '' && confirmed !== now) return refuse('examples-changed', { changes: differences.length })
    noteShown('municipality', [municipalityId])
    const retired = await store.retireRules(tx, municipalityId, ['public'])
    if (!(await store.publishRules(tx, { municipalityId, version }, now))) return refuse('changed-meanwhile')
    const steps = [...retired.map((one) => [one, 'retired'] as const), [version, 'public'] as const]
    await store.insertSteps(
      tx,
      steps.map(([one, state]) => stepOf(actor, municipalityId, one, state)),
    )
    return allow()
  })
}

/** Throws the draft of a municipality away; what is public stays. Refuses as `publishRules`. */
export async function dropDraft(actor: Actor, municipalityId: Id, version: number): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await keptMunicipality(actor, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    await store.lockRules(tx, municipalityId)
    const kept = await rulesKept(actor, municipality)
    if (kept === undefined || kept.version !== version || !kept.isDraft) return refuse('changed-meanwhile')
    noteShown('municipality', [municipalityId])
    const retired = await store.retireRules(tx, municipalityId, ['draft'])
    await store.insertSteps(
      tx,
      retired.map((one) => stepOf(actor, municipalityId, one, 'retired')),
    )
    return allow()
  })
}

export type KeepingContact = {
  readonly told: ToldContact
  /** The version that was on the screen; undefined when there was none. */
  readonly rowVersion?: number
  readonly today: Day
}

/**
 * Keeps the one contact point for money of a municipality. Refuses who does not keep its public pages, a version that
 * somebody changed meanwhile, and what `contactFrom` refuses.
 */
export async function keepContact(actor: Actor, municipalityId: Id, given: KeepingContact): Promise<Answer> {
  const { told, rowVersion, today } = given
  return inScope(actor, async (tx) => {
    if ((await keptMunicipality(actor, municipalityId)) === undefined) return refuse('not-found')
    const checked = contactFrom(told, today)
    if (!checked.ok) return checked
    noteShown('municipality', [municipalityId])
    const row = { ...checked.value, municipalityId, recordedBy: actor.personId }
    const isDone =
      rowVersion === undefined ? await store.insertContact(tx, row) : await store.updateContact(tx, row, rowVersion)
    if (!isDone) return refuse('changed-meanwhile')
    const step = {
      municipalityId,
      id: newId(),
      what: 'contact',
      version: (rowVersion ?? 0) + 1,
      state: 'public',
    } as const
    await store.insertSteps(tx, [{ ...step, recordedBy: actor.personId }])
    return allow()
  })
}
