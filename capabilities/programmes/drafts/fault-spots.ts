import type { Fault } from '../definition-faults.ts'
import { isList, type Spot } from './document.ts'
import { fieldsOf, partNamed } from './parts.ts'

/** A fault with the form on which it is put right, and the field there; without a field it is about the whole. */
export type FaultSpot = { readonly fault: Fault; readonly spot: Spot; readonly field: string | undefined }

/** Where a fault is put right on screen. */
export function spotOf(fault: Fault): FaultSpot {
  const [first = '', ...rest] = fault.at.split('/').slice(1)
  const part = partNamed(first)
  if (part === undefined) return { fault, spot: { part: 'basics' }, field: fieldIn('basics', [first, ...rest]) }
  if (!isList(part)) return { fault, spot: { part }, field: fieldIn(part, rest) }
  const [at, ...inner] = rest
  if (at === undefined) return { fault, spot: { part }, field: undefined }
  return { fault, spot: { part, at: Number(at) }, field: fieldIn(part, inner) }
}

/** The control on the form whose name is the longest start of the place; words and spans hold more than one. */
function fieldIn(part: Spot['part'], place: readonly string[]): string | undefined {
  return nameIn(fieldsOf(part), place, '')
}

function nameIn(fields: ReturnType<typeof fieldsOf>, place: readonly string[], start: string): string | undefined {
  const at = place.join('/')
  const field = fields.find(({ key }) => at === key || at.startsWith(`${key}/`) || key.startsWith(`${at}/`))
  if (field === undefined || at === '') return undefined
  const inner = at.slice(field.key.length + 1)
  // Of words each language has a control of its own.
  if (field.kind === 'words') return `${start}${field.key}/${inner === 'en' ? 'en' : 'nl'}`
  if (field.kind !== 'items') return start + field.key
  const [row = '', ...rest] = inner.split('/')
  if (row === '') return start + field.key
  return nameIn(field.fields, rest, `${start}${field.key}/${row}/`) ?? `${start}${field.key}/${row}`
}

/** The faults of one form, with their fields. */
export const faultsAt = (faults: readonly Fault[], { part, at }: Spot): FaultSpot[] =>
  faults.map(spotOf).filter(({ spot }) => spot.part === part && spot.at === at)
