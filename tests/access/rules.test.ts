import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { may, type Place } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import {
  ACTIONS,
  type Action,
  isRole,
  KINDS,
  type Kind,
  RIGHTS,
  ROLES,
  type Role,
  roleMay,
} from '../../capabilities/access/roles.ts'
import written from './access-table.json' with { type: 'json' }
import {
  actorOn,
  CELLS,
  isAllowed,
  PLACE_NAMES,
  PLACES,
  SEATS,
  type Seat,
  STARTS_ON,
  seatNamed,
  seatsOf,
} from './seats.ts'

type May = (actor: Actor, action: Action, kind: Kind, place: Place) => boolean

/** The cells in which this rule answers otherwise than the reviewed table. */
function differences(rule: May, seats: readonly Seat[] = SEATS): string[] {
  const inTable = seats.flatMap((seat) => {
    const actor = actorOn(seat)
    return CELLS.filter(
      ({ kind, action, place }) => rule(actor, action, kind, PLACES[place]) !== isAllowed(seat, kind, action, place),
    ).map(({ kind, action, place }) => `${seat.name} ${action} ${kind} ${place}`)
  })
  return rule(lost, 'read', 'audit', {})
    ? [...inTable, 'a grant without a place reaches a record without one']
    : inTable
}

/** A grant that the database refuses to keep: of no place at all. */
const lost: Actor = { ...actorOn(seatNamed('manager')), grants: [{ role: 'privacy-officer', startsOn: STARTS_ON }] }

/** The rights that a role carries otherwise than some place in the reviewed table shows. */
const differencesInRights = (has: typeof roleMay, roles: readonly Role[] = ROLES): string[] =>
  roles.flatMap((role) =>
    CELLS.filter(({ place }) => place === 'own')
      .filter(({ kind, action }) => {
        const isShown = seatsOf(role).some((seat) => PLACE_NAMES.some((place) => isAllowed(seat, kind, action, place)))
        return has(role, action, kind) !== isShown
      })
      .map(({ kind, action }) => `${role} ${action} ${kind}`),
  )

test('[R-252] [R-259] [R-263] every role may exactly what the reviewed table says, in every place', () => {
  expect(differences(may)).toEqual([])
  expect(differencesInRights(roleMay)).toEqual([])
})

test('the table knows every role, and no seat that does not exist', () => {
  expect(Object.keys(written)).toEqual(SEATS.map((seat) => seat.name))
  expect(ROLES.filter((role) => !SEATS.some((seat) => seat.role === role))).toEqual([])
})

test('[R-263] no role of policy or government reads, lists, searches or exports a file', () => {
  const counting = SEATS.filter(
    (seat) =>
      seat.within !== 'the machine' && KINDS.some((kind) => kind === 'figure' && isAllowed(seat, kind, 'read', 'own')),
  )
  expect(counting.length).toBeGreaterThan(8)
  for (const seat of counting)
    for (const action of ACTIONS) expect(isAllowed(seat, 'trajectory', action, 'own')).toBe(false)
})

test('[R-107] a volunteer reaches the own matches and no other family', () => {
  const volunteer = seatNamed('volunteer')
  expect(isAllowed(volunteer, 'trajectory', 'read', 'own')).toBe(true)
  for (const place of ['unassigned', 'other-organisation', 'other-municipality', 'other-region'] as const) {
    for (const action of ACTIONS) expect(isAllowed(volunteer, 'trajectory', action, place)).toBe(false)
  }
})

/** Every right of a role added or taken away, one at a time. */
const changedRights = ROLES.flatMap((role) =>
  KINDS.flatMap((kind) => ACTIONS.map((action) => ({ role, kind, action }))),
)

test('each right of each role that is added or taken away is noticed', () => {
  const unnoticed = changedRights.filter(({ role, kind, action }) => {
    const has: typeof roleMay = (r, a, k) =>
      r === role && a === action && k === kind ? !roleMay(r, a, k) : roleMay(r, a, k)
    return differences(rulesWith(has), seatsOf(role)).length + differencesInRights(has, [role]).length === 0
  })
  expect(unnoticed).toEqual([])
})

test('the table of rights itself is what the rule reads', () => {
  const rights = RIGHTS as Record<Role, Partial<Record<Kind, readonly Action[]>>> // to change it for a moment
  const before = rights.volunteer
  rights.volunteer = { ...before, figure: ['read'] }
  expect(differences(may)).toContain('volunteer read figure own')
  rights.volunteer = before
})

/* ---- each condition of the rule --------------------------------------------------------------------------------- */

const source = stripTypeScriptTypes(readFileSync('capabilities/access/access.ts', 'utf8'))
const body = source.replace(/^import .*$/gm, '').replace(/^export /gm, '')

/** The rule as it stands in its file, or with one condition changed, over these rights. */
const rulesFrom = (text: string) => new Function('roleMay', `${text}\nreturn may`) as (has: typeof roleMay) => May
const rulesWith = rulesFrom(body)

/** Every condition inside the rules about reach: where it stands, so that it can be made always true or always false. */
function conditions(): { at: number; end: number; text: string }[] {
  const file = ts.createSourceFile('access.js', body, ts.ScriptTarget.Latest, true)
  const found: { at: number; end: number; text: string }[] = []
  const isCondition = (node: ts.Node): boolean =>
    (ts.isBinaryExpression(node) && /^(===|!==|&&|\|\|)$/.test(node.operatorToken.getText())) ||
    (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) ||
    (ts.isCallExpression(node) && /^(covers|OF_\w+\.has|roleMay|actor\.grants\.some)/.test(node.getText()))
  const visit = (node: ts.Node): void => {
    if (isCondition(node)) found.push({ at: node.getStart(), end: node.getEnd(), text: node.getText() })
    node.forEachChild(visit)
  }
  for (const statement of file.statements) if (!statement.getText().includes('maySomewhere')) visit(statement)
  return found
}

test('each condition about reach, made always true or always false, is noticed', () => {
  expect(differences(rulesWith(roleMay))).toEqual([])
  const all = conditions()
  expect(all.length).toBeGreaterThan(25)
  const unnoticed = all.flatMap(({ at, end, text }) =>
    [true, false]
      .filter((fixed) => differences(rulesFrom(`${body.slice(0, at)}${fixed}${body.slice(end)}`)(roleMay)).length === 0)
      .map((fixed) => `${text} → ${fixed}`),
  )
  expect(unnoticed).toEqual([])
})

test('each kind that a list of kinds no longer narrows, or opens to everyone, is noticed', () => {
  const lists = [...body.matchAll(/const (OF_\w+)\s*= new Set\(\[([^\]]*)\]\)/g)]
  expect(lists).toHaveLength(4)
  const unnoticed = lists.flatMap(([whole, name, inside = '']) =>
    KINDS.filter((kind) => inside.includes(`'${kind}'`) !== (name === 'OF_EVERYONE'))
      .filter((kind) => {
        const kinds = name === 'OF_EVERYONE' ? `${inside}, '${kind}'` : inside.replace(`'${kind}'`, "''")
        return differences(rulesFrom(body.replace(whole, `const ${name} = new Set([${kinds}])`))(roleMay)).length === 0
      })
      .map((kind) => `${name} ${kind}`),
  )
  expect(unnoticed).toEqual([])
})

test('a role that this version does not know is none', () => {
  expect(isRole('almighty')).toBe(false)
  expect(isRole('constructor')).toBe(false)
})
