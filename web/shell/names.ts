import { randomBytes } from 'node:crypto'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { visitor } from '../../capabilities/access/queries.ts'
import type { NamePlace } from '../../capabilities/terms/chosen.ts'
import { type NameBook, namesAt, workingIn } from '../../capabilities/terms/name-book.ts'
import { nameBook } from '../../capabilities/terms/queries.ts'
import { type Speak, saidWhole } from '../../capabilities/terms/spoken.ts'
import { inScope } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import type { PageRequest } from './guarded.ts'
import { keptValue } from './kept-pages.ts'

/** Every name of this installation; the same for everyone, asked outside the transaction of a page and kept as long as pages are. */
export async function namesKnown(now: Date): Promise<NameBook> {
  const traceId = randomBytes(16).toString('hex')
  const book = await keptValue('names', now, () =>
    inScope({ personId: BUILT_IN.visitor, traceId }, async () => {
      const actor = await visitor(traceId)
      return actor && nameBook(actor)
    }),
  )
  if (book === undefined) throw new Error('every installation has a visitor')
  return book
}

/** Puts the names of a place into a text of the product, in the language of the page. */
const saidIn = ({ names, lang }: Pick<PageRequest, 'names' | 'lang'>, place: NamePlace): Speak =>
  namesAt(names, place).speak[lang]

/** The same with the names of one municipality: of what is carried out there. */
export const saidAt = (page: Pick<PageRequest, 'names' | 'lang'>, municipalityId: Id): Speak =>
  saidIn(page, { municipalityId, regionId: null })

/** The same with the names of where this person works. */
export const saidFor = (page: Pick<PageRequest, 'names' | 'lang'>, actor: Actor): Speak =>
  saidIn(page, workingIn(actor.grants, page.names))

/** A programme, measure or figure with all its texts in the names of a place. */
export const namedAt = <T>({ names }: Pick<PageRequest, 'names'>, place: NamePlace, thing: T): T =>
  saidWhole(thing, namesAt(names, place).speak)

/** The same with the names of one municipality. */
export const namedIn = <T>(page: Pick<PageRequest, 'names'>, municipalityId: Id, thing: T): T =>
  namedAt(page, { municipalityId, regionId: null }, thing)

/** The same with the names of where this person works. */
export const namedFor = <T>(page: Pick<PageRequest, 'names'>, actor: Actor, thing: T): T =>
  namedAt(page, workingIn(actor.grants, page.names), thing)
