import type { z } from 'zod'

/** One fault in a definition: where (JSON Pointer, RFC 6901), a sentence code, and what the sentence needs. */
export type Fault = {
  readonly at: string
  readonly code: string
  readonly with?: Readonly<Record<string, string | number>>
}

export type Path = readonly (string | number)[]

export function fault(path: Path, code: string, given?: Fault['with']): Fault {
  const at = pointer(path)
  return given === undefined ? { at, code } : { at, code, with: given }
}

/** `['milestones', 2, 'anchor']` as `/milestones/2/anchor`; the whole document is the empty text. */
const pointer = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** What does not have the shape of the format; asks zod to report the input, to tell a missing field from a wrong one. */
export const shapeFaults = (error: z.ZodError): Fault[] => error.issues.flatMap(faultsOf)

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  // Keys and indexes are all that a path in JSON can hold.
  const path = issue.path as (string | number)[]
  if (issue.input === undefined && path.length > 0) return [fault(path, 'definition-field-missing')]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault([...path, key], 'definition-field-unknown', { field: key }))
    case 'invalid_type':
      return [fault(path, 'definition-type-wrong', { expected: issue.expected })]
    case 'invalid_value':
      return [fault(path, 'definition-value-unknown', { allowed: issue.values.map(String).join(', ') })]
    case 'too_small':
      return [fault(path, 'definition-too-little', { least: Number(issue.minimum) })]
    case 'too_big':
      return [fault(path, 'definition-too-much', { most: Number(issue.maximum) })]
    case 'invalid_format':
      return [fault(path, formatFault(issue))]
    default:
      return [fault(path, 'definition-shape-wrong')]
  }
}

/** The format knows days, codes, and texts that must hold something to read. */
function formatFault(issue: Extract<z.core.$ZodIssue, { code: 'invalid_format' }>): string {
  if (issue.format === 'date') return 'definition-day-wrong'
  return issue.pattern === String(/\S/) ? 'definition-text-empty' : 'definition-code-wrong'
}
