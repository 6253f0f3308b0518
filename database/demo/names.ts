import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { keepTerm } from '../../capabilities/terms/actions.ts'
import { TERM_CODES } from '../../capabilities/terms/term.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'

const format = z.strictObject({
  about: z.string(),
  names: z.array(
    z.strictObject({
      ...{ municipality: z.string(), code: z.enum(TERM_CODES) },
      fields: z.record(z.string(), z.string()),
    }),
  ),
})

/** What one municipality of the demo calls things otherwise. */
export async function giveNames(operator: Actor, { municipalities }: Places): Promise<void> {
  const { names } = format.parse(JSON.parse(readFileSync('database/demo/names.json', 'utf8')))
  for (const { municipality, code, fields } of names) {
    const place = { regionId: null, municipalityId: municipalities.get(municipality) ?? '' }
    must(await keepTerm(operator, { code, place, version: 0 }, (field) => fields[field] ?? ''))
  }
}
