import { z } from 'zod'

/** At most what fits in a list on a screen. */
const name = z.string().trim().min(1).max(80)
const municipality = z.strictObject({
  code: z.string().regex(/^GM\d{4}$/),
  name,
  villages: z.array(name).max(500).default([]),
  /** Ranges of the four figures, such as `7700-7715`. */
  postcodes: z
    .array(z.string().regex(/^\d{4}(-\d{4})?$/))
    .max(200)
    .optional(),
})

/** The places of an installation as a document: regions with their municipalities, and municipalities of no region. */
export const placesFormat = z.strictObject({
  regions: z
    .array(z.strictObject({ name, municipalities: z.array(municipality).max(400).default([]) }))
    .max(100)
    .default([]),
  municipalities: z.array(municipality).max(400).default([]),
})

export type PlacesFile = z.infer<typeof placesFormat>
export type MunicipalityGiven = PlacesFile['municipalities'][number]

/** The places in a text, or where the first thing in it is that is not right, such as `regions.0.municipalities.2.code`. */
export function placesIn(text: string): { readonly places: PlacesFile } | { readonly wrongAt: string } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { wrongAt: '{' }
  }
  const read = placesFormat.safeParse(given)
  if (!read.success) return { wrongAt: read.error.issues[0]?.path.join('.') || '{' }
  return { places: read.data }
}

/** Every municipality of the document with the name of its region. */
export const municipalitiesIn = ({
  regions,
  municipalities,
}: PlacesFile): { of: string | undefined; given: MunicipalityGiven }[] => [
  ...regions.flatMap((region) => region.municipalities.map((given) => ({ of: region.name, given }))),
  ...municipalities.map((given) => ({ of: undefined, given })),
]
