import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isRole, type Role } from '../../capabilities/access/roles.ts'

const code = z.string().regex(/^GM\d{4}$/)
const role = z.custom<Role>((given) => typeof given === 'string' && isRole(given))

const personFormat = z.strictObject({
  name: z.string(),
  email: z.email(),
  role,
  /** What one wants to see: asking for help, giving it, or steering. */
  group: z.enum(['asks', 'helps', 'steers']),
  /** Stands above all others on the sign-in page. */
  first: z.boolean().optional(),
  /** Nothing narrower: the whole region. */
  municipality: code.optional(),
  organisation: z.string().optional(),
  /** Of the organisation: sees the work of this team only. */
  team: z.string().optional(),
})

const regionFormat = z.strictObject({
  about: z.string(),
  region: z.string(),
  municipalities: z
    .array(z.strictObject({ code, name: z.string(), villages: z.array(z.string()).min(1), postcodes: z.string() }))
    .min(1),
  organisations: z.array(z.string()).min(1),
  teams: z.array(z.strictObject({ organisation: z.string(), name: z.string() })),
  provisions: z.array(
    z.strictObject({
      municipality: code,
      organisation: z.string(),
      programme: z.string(),
      team: z.string().optional(),
      /** How many are drawn; none where a registration file brings them in. */
      trajectories: z.int().min(0),
    }),
  ),
  /** Begun so many weeks ago by somebody of the region, with an afternoon every week. */
  groups: z.array(
    z.strictObject({
      by: z.email(),
      programme: z.string(),
      weeks: z.int().min(1).max(52),
      answers: z.record(z.string(), z.string()),
      contact: z.record(z.string(), z.array(z.string())),
    }),
  ),
  people: z.array(personFormat).min(1),
})

export type Region = z.infer<typeof regionFormat>
export type DemoPerson = z.infer<typeof personFormat>

let read: Region | undefined

/** The fictional region, from the folder in which the product runs. */
export function demoRegion(): Region {
  read ??= regionFormat.parse(JSON.parse(readFileSync('database/demo/region.json', 'utf8')))
  return read
}

export const demoPeople = (): readonly DemoPerson[] => demoRegion().people
