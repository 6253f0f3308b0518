import type { Actor } from '../../../capabilities/access/actor.ts'
import type { MoreLanguage } from '../../../capabilities/information/front-matter.ts'
import type { PageHead } from '../../../capabilities/information/page.ts'
import { type Asked, publicPages, type Reading, readingIn } from '../../../capabilities/information/queries.ts'
import { moreLangInAddress } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'

/** Where a page in one of the other languages is read, and what is public there in that language and in Dutch. */
export type Translated = Reading & {
  readonly lang: MoreLanguage
  /** The municipality as the address names it. */
  readonly slug: string | undefined
  readonly asked: Asked
  readonly heads: readonly PageHead[]
  readonly dutch: ReadonlySet<string>
}

/**
 * What there is in the language of this address. Undefined for a municipality that nobody knows, and for a language in which
 * nothing is public here: its frame was made by a machine as well, so no page of it stands before somebody read one.
 */
export async function translatedAround(actor: Actor, page: PageRequest): Promise<Translated | undefined> {
  const lang = moreLangInAddress(page.path)
  const { place: slug } = page.params
  const reading = await readingIn(actor, slug)
  if (lang === undefined || reading === undefined) return undefined
  const { today, isDemo } = page
  const asked = { language: lang, place: reading.place, today, isDemo }
  const [heads, dutch] = await Promise.all([
    publicPages(actor, asked),
    publicPages(actor, { ...asked, language: 'nl' }),
  ])
  if (heads.length === 0) return undefined
  return { ...reading, ...{ lang, slug, asked, heads }, dutch: new Set(dutch.map((one) => one.slug)) }
}
