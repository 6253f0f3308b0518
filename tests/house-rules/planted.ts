import type { Source } from '../../scripts/sources.ts'

/** A planted offender: a rule that finds nothing in it guards nothing. */
export const planted = (path: string, text = ''): readonly Source[] => [{ path, text }]
