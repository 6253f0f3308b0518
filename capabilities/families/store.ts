import { and, asc, eq, inArray } from 'drizzle-orm'
import { builtOnce } from '../../database/built-once.ts'
import type { Tx } from '../../database/connect.ts'
import { insertMany } from '../../database/insert-many.ts'
import { day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Child, NewFamily } from './family.ts'
import { families, familyChildren } from './tables.ts'

export const insertFamilies = (tx: Tx, rows: readonly NewFamily[]): Promise<void> =>
  insertMany(
    tx,
    families,
    rows.map(({ id, municipalityId, organisationId, villageCode }) => ({
      ...{ id, municipalityId, organisationId },
      villageCode: villageCode ?? null,
    })),
  )

export async function insertChildren(tx: Tx, rows: readonly NewFamily[]): Promise<void> {
  const children = rows.flatMap(({ municipalityId, id, children: given }) =>
    given.map((child, position) => ({
      municipalityId,
      familyId: id,
      position,
      statedOn: child.statedOn,
      ageYears: 'years' in child ? child.years : null,
      weeksPregnant: 'weeksPregnant' in child ? child.weeksPregnant : null,
    })),
  )
  await insertMany(tx, familyChildren, children)
}

const childrenIn = builtOnce(['municipalityId', 'familyId'], (from, { municipalityId, familyId }) =>
  from
    .select()
    .from(familyChildren)
    .where(and(eq(familyChildren.municipalityId, municipalityId), eq(familyChildren.familyId, familyId)))
    .orderBy(asc(familyChildren.position)),
)

export async function childrenOf(tx: Tx, municipalityId: Id, familyId: Id): Promise<Child[]> {
  const rows = await childrenIn(tx, { municipalityId, familyId })
  return rows.map((row) => {
    const statedOn = day(row.statedOn)
    return row.ageYears === null
      ? { statedOn, weeksPregnant: row.weeksPregnant ?? 0 }
      : { statedOn, years: row.ageYears }
  })
}

export async function deleteFamilies(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx.delete(familyChildren).where(inArray(familyChildren.familyId, [...ids]))
  await tx.delete(families).where(inArray(families.id, [...ids]))
}
