import { inScope, noteShown } from '../../database/transaction.ts'
import { type Day, day } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Municipality, municipalitiesKnown, type Region, regionsKnown } from '../access/queries.ts'
import { mayChangePage, placesToWrite } from '../information/editing/queries.ts'
import { isReadIn, type PageHead } from '../information/page.ts'
import { type Asked, pagesOfSomewhere, publicPages, readingIn } from '../information/queries.ts'
import { audienceSetting } from '../measures/queries.ts'
import { type Campaign, codeFormat, lastReach, type Reach } from './campaign.ts'
import { isThere, type LeadsTo, leadsToIn } from './leads-to.ts'
import { type CampaignReport, campaignReport } from './report.ts'
import * as store from './store.ts'

export type CampaignKept = {
  readonly campaign: Campaign
  readonly region: Region | undefined
  readonly municipality: Municipality | undefined
  /** What was read of its reach, the latest first; the first one holds. */
  readonly reaches: readonly Reach[]
  readonly report: CampaignReport
}

/**
 * The campaigns of the places whose pages the actor keeps, the latest first, with clicks of months that are over and small
 * numbers hidden. Nothing for who keeps no page anywhere.
 */
export async function campaignsKept(actor: Actor, today: Day): Promise<CampaignKept[]> {
  if (!maySomewhere(actor, 'change', 'page')) return []
  return inScope(actor, async (tx) => {
    const [all, reaches, clicks] = [await store.allCampaigns(tx), await store.allReaches(tx), await store.allClicks(tx)]
    const { hideBelow } = await audienceSetting(actor, 'policy')
    const [regions, municipalities] = [await regionsKnown(actor), await municipalitiesKnown(actor)]
    const mine = await Promise.all(all.map((campaign) => mayChangePage(actor, campaign)))
    noteShown(
      'municipality',
      all.flatMap(({ municipalityId }, at) => (mine[at] ? (municipalityId ?? []) : [])),
    )
    return all.flatMap((campaign, at) => {
      if (!mine[at]) return []
      const own = reaches.filter(({ campaignId }) => campaignId === campaign.id)
      const counts = clicks.filter(({ campaignId }) => campaignId === campaign.id)
      return [
        {
          ...{ campaign, reaches: own },
          region: regions.find(({ id }) => id === campaign.regionId),
          municipality: municipalities.find(({ id }) => id === campaign.municipalityId),
          report: campaignReport(counts, { running: monthOf(today), reach: lastReach(own)?.reach, hideBelow }),
        },
      ]
    })
  })
}

/** One campaign for who keeps it; undefined for any other and for one that nobody knows. */
export async function campaignKept(actor: Actor, id: Id, today: Day): Promise<CampaignKept | undefined> {
  return isId(id) ? (await campaignsKept(actor, today)).find(({ campaign }) => campaign.id === id) : undefined
}

/** The first day of the month of a day, in which clicks are counted together. */
export const monthOf = (on: Day): Day => day(`${on.slice(0, 7)}-01`)

/** What a campaign can lead to in its place: the pages that are public there, in Dutch. */
export async function pagesToLeadTo(
  actor: Actor,
  municipality: Municipality | undefined,
  asked: Pick<Asked, 'today' | 'isDemo'>,
): Promise<PageHead[]> {
  const reading = await readingIn(actor, municipality?.slug)
  return reading === undefined ? [] : publicPages(actor, { ...asked, language: 'nl', place: reading.place })
}

/** What a new campaign can lead to: the pages that are public without a place, and those of the places the actor writes for. */
export async function pagesToChoose(actor: Actor, asked: Pick<Asked, 'today' | 'isDemo'>): Promise<PageHead[]> {
  const reading = await readingIn(actor, undefined)
  if (reading === undefined) return []
  const here = { ...asked, language: 'nl', place: reading.place } as const
  const { municipalities } = await placesToWrite(actor)
  const elsewhere = (await pagesOfSomewhere(actor, here)).filter((page) =>
    municipalities.some(({ id, regionId }) => isReadIn(page, { municipalityId: id, regionId })),
  )
  return [...(await publicPages(actor, here)), ...elsewhere]
}

export type Followed = {
  readonly campaignId: Id
  readonly month: Day
  readonly isWithin: boolean
  /** The name in addresses of the municipality that it is of. */
  readonly place: string | undefined
  readonly to: LeadsTo
  readonly language: 'nl' | 'en'
}

/**
 * Where a short address leads today, in the language of the reader where that page stands in it, else in Dutch; when the page is no
 * longer there, to the front page. Undefined for an address that nobody made.
 */
export async function campaignFollowed(
  actor: Actor,
  code: string,
  asked: Omit<Asked, 'place'> & { readonly language: 'nl' | 'en' },
): Promise<Followed | undefined> {
  // An address can hold anything.
  const typed = codeFormat.safeParse(code)
  const found = typed.success ? await inScope(actor, (tx) => store.behind(tx, typed.data)) : undefined
  if (found === undefined) return undefined
  const place = (await municipalitiesKnown(actor)).find(({ id }) => id === found.municipalityId)?.slug
  const reading = await readingIn(actor, place)
  const to = leadsToIn(found.leadsTo) ?? FRONT
  const { today, language } = asked
  const isPublicIn = async (one: 'nl' | 'en') =>
    reading !== undefined && isThere(to, await publicPages(actor, { ...asked, language: one, place: reading.place }))
  const isOwn = await isPublicIn(language)
  const isDutch = isOwn || (await isPublicIn('nl'))
  return {
    ...{ campaignId: found.id, month: monthOf(today), place, to: isDutch ? to : FRONT },
    isWithin: found.startsOn <= today && today <= found.endsOn,
    language: isOwn || !isDutch ? language : 'nl',
  }
}

const FRONT: LeadsTo = { kind: 'voorpagina' }
