import { readFileSync } from 'node:fs'
import type { ProgrammeDefinition } from '../../capabilities/programmes/definition.ts'
import { checkDefinition } from '../../capabilities/programmes/definition-check.ts'

/** The definition that comes with the product. */
export const SHIPPED = 'programmes/home-start.json'

/** The shipped programme about a person, with a parent's and a child's track. */
const OF_A_PERSON = 'programmes/separation-point.json'

/** A programme about a person that the code has never heard of. */
export const STRANGER_OF_A_PERSON = 'tests/support/stranger-of-a-person.programme.json'

/** A programme that the code has never heard of. */
export const STRANGER = 'tests/support/stranger.programme.json'

/** A definition as the document it is, to change for a test. */
export const definitionFile = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'))

/** A definition from a file, checked. */
export function definitionIn(file: string): ProgrammeDefinition {
  const checked = checkDefinition(definitionFile(file))
  if (!checked.ok) throw new Error(`${file}: ${JSON.stringify(checked.faults)}`)
  return checked.value
}

/** Home-Start as it is shipped. */
export const homeStart = (): ProgrammeDefinition => definitionIn(SHIPPED)

/** The shipped programme about a person. */
export const separationPoint = (): ProgrammeDefinition => definitionIn(OF_A_PERSON)

/** The stranger as a checked definition. */
export const stranger = (): ProgrammeDefinition => definitionIn(STRANGER)

/** The faults after something in the document was put in its place; a place is written as a JSON Pointer. */
export function faultsWith(changes: Readonly<Record<string, unknown>>, file = SHIPPED): string[] {
  const document = definitionFile(file)
  for (const [pointer, value] of Object.entries(changes)) put(document, pointer, value)
  const checked = checkDefinition(document)
  return checked.ok ? [] : checked.faults.map(({ at, code }) => `${at} ${code}`)
}

/** Undefined takes the field away; `-` adds at the end of a list. */
function put(document: unknown, pointer: string, value: unknown): void {
  const keys = pointer.split('/').slice(1)
  const last = keys.pop() ?? ''
  // The test names places that are there.
  const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], document) as Record<string, unknown>
  if (Array.isArray(parent) && last === '-') parent.push(value)
  else if (value === undefined) delete parent[last]
  else parent[last] = value
}
