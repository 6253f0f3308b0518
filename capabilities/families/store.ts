import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import { day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Child, NewFamily } from './family.ts'
import { families, familyChildren } from './tables.ts'

/** Rows per statement: PostgreSQL takes 65,535 values in one. */
const CHUNK = 2_000

export async function insertFamilies(tx: Tx, rows: readonly NewFamily[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx.insert(families).values(
      rows.slice(at, at + CHUNK).map(({ id, municipalityId, organisationId, villageCode }) => ({
        id,
        municipalityId,
        organisationId,
        villageCode: villageCode ?? null,
      })),
    )
  }
}

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
  for (let at = 0; at < children.length; at += CHUNK)
    await tx.insert(familyChildren).values(children.slice(at, at + CHUNK))
}

export async function childrenOf(tx: Tx, municipalityId: Id, familyId: Id): Promise<Child[]> {
  const rows = await tx
    .select()
    .from(familyChildren)
    .where(and(eq(familyChildren.municipalityId, municipalityId), eq(familyChildren.familyId, familyId)))
    .orderBy(asc(familyChildren.position))
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
