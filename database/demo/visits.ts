import { createHash } from 'node:crypto'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { loadActor, municipalitiesKnown } from '../../capabilities/access/queries.ts'
import { shippedPages } from '../../capabilities/information/queries.ts'
import { writeVisits } from '../../capabilities/information/visits/actions.ts'
import { CHAT, type Counted, type Kind, tally } from '../../capabilities/information/visits/visit.ts'
import { after, type Day } from '../../foundation/day.ts'

const MONTHS = 14
/** Beside the pages: what people open first. */
const FRONT = [
  ['voorpagina', '', 260],
  ['begin', 'we-gaan-uit-elkaar', 70],
  ['begin', 'ik-ben-een-kind', 25],
  ['hulp-in-de-buurt', '', 90],
] as const
/** From the corner of children on to where one can chat or find a buddy. */
const CHATS = [
  ['child-line-chat', 30],
  ['young-buddies', 40],
] as const
/** The most read of a text in a month; a page in a hundred is read by nobody in most months. */
const MOST_READ = 80

/** A year of visits to the public site of the fictional region, the same each time, in the way that visits are counted. */
export async function countVisits(operator: Actor, today: Day): Promise<void> {
  const places = [undefined, ...(await municipalitiesKnown(operator)).map(({ slug }) => slug)]
  const pages = new Map(shippedPages(operator).pages.map(({ slug, page }) => [slug, page.front]))
  for (let back = 1; back <= MONTHS; back++) {
    const month = `${after(today, { months: -back }).slice(0, 7)}-01`
    for (const place of places) {
      const count = (what: string, slug: string, kind: Kind, most: number) =>
        add({ month, place, what, slug, language: 'nl', kind }, most)
      for (const [what, slug, most] of FRONT) {
        count(what, slug, 'arrival', most)
        count(what, slug, 'onward', most / 2)
      }
      for (const [code, most] of CHATS) count(CHAT, code, 'onward', most)
      for (const [slug, { windowTitle }] of pages) {
        count('informatie', slug, 'arrival', MOST_READ)
        count('informatie', slug, 'onward', MOST_READ / 2)
        // A page about safety asks nothing.
        if (windowTitle !== undefined) continue
        count('informatie', slug, 'useful', MOST_READ / 4)
        count('informatie', slug, 'not-useful', MOST_READ / 8)
      }
    }
  }
  const jobs = await loadActor(BUILT_IN.jobs, operator.traceId, 'job')
  if (jobs !== undefined) await writeVisits(jobs)
}

/** Up to so many, mostly few: drawn from the name of what is counted. */
function add(of: Counted, most: number): void {
  const drawn = createHash('sha256').update(Object.values(of).join(' ')).digest().readUInt32BE() / 2 ** 32
  const n = Math.floor(drawn ** 3 * most)
  if (n > 0) tally.add(of, n)
}
