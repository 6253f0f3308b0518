import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { giveBack, TAKING_BACK, takeTurn } from '../../access/sign-in/limits.ts'
import { formKey } from '../../forms/keys.ts'
import { checkTyped } from '../../forms/typed.ts'
import { audited } from '../../privacy/audit.ts'
import { municipalityWith } from '../queries.ts'
import { consentFault, consentFormat, hashOf, tokenFor } from './consent.ts'
import * as store from './store.ts'
import { asksAgain, CHECKS, hasFourEyes, isGone, type Step, type Story, storyFormat } from './story.ts'

export type ChangingStory = { readonly municipalityId: Id; readonly id: Id; readonly rowVersion: number }

export type SavingStory = Omit<ChangingStory, 'rowVersion'> & {
  /** The version that was on the screen; undefined for a new story. */
  readonly rowVersion?: number
  /** Whatever was typed; checked here. */
  readonly story: unknown
}

/**
 * Keeps a story: a new one as a draft. Of a known one the agreement is asked again when anything changes to which somebody
 * agreed; until then it is off the site. Refuses who does not keep the pages of that municipality, a field that is wrong, a
 * text by which somebody can be found, a story that is gone, and a version that somebody changed meanwhile.
 */
export async function saveStory(actor: Actor, { municipalityId, id, rowVersion, story }: SavingStory): Promise<Answer> {
  if (!isId(id) || (await municipalityWith(actor, ['change', 'page'], municipalityId)) === undefined)
    return refuse('not-found')
  const typed = checkTyped(storyFormat, story, TEXTS)
  if (!typed.ok) return typed
  if (rowVersion !== undefined)
    return changed(actor, { municipalityId, id, rowVersion }, 'changed', (before) => {
      if (!asksAgain(before, typed.value)) return allow({ ...before, ...typed.value })
      return allow({ ...before, ...typed.value, ...NOT_AGREED, writtenBy: actor.personId })
    })
  return inScope(actor, async (tx) => {
    // A form that was sent twice makes one story.
    if ((await store.storyIn(tx, municipalityId, id)) !== undefined) return allow()
    const by = actor.personId
    const row = { ...{ municipalityId, id, rowVersion: 1 }, ...typed.value, ...NOT_AGREED, ...{ writtenBy: by, by } }
    await store.insertStory(tx, row)
    await store.recordStep(tx, row, 'written')
    noteShown('municipality', [municipalityId])
    return allow()
  })
}

/** In which nobody may be found by a number or an address. */
const TEXTS = ['wordsNl', 'wordsEn', 'shownName', 'transcriptNl', 'transcriptEn'] as const

const NOT_AGREED: Pick<Story, 'state' | 'consentId' | 'untilOn' | 'readiedBy' | 'approvedBy'> = {
  ...{ state: 'draft', consentId: null, untilOn: null, readiedBy: null, approvedBy: null },
}

/**
 * Records what was agreed about a story and with it the link by which the teller takes it back. What was public waits
 * for another pair of eyes again. Refuses as `saveStory` does, and an agreement that is not given by who has to give it, is
 * over, or does not fit the name that is shown.
 */
export async function recordConsent(
  actor: Actor,
  { consent, today, ...changing }: ChangingStory & { readonly consent: unknown; readonly today: Day },
): Promise<Answer> {
  const typed = checkTyped(consentFormat, consent, ['askedBy'])
  return changed(actor, changing, 'agreed', async (story, tx) => {
    if (!typed.ok) return typed
    const fault = consentFault(typed.value, { ...story, today })
    if (fault !== undefined) return refuse(fault[0], { field: fault[1] })
    const { municipalityId } = story
    const id = newId()
    const tokenHash = hashOf(tokenFor(id, formKey('story-consent'))) ?? ''
    const row = { municipalityId, id, storyId: story.id, ...typed.value, tokenHash, recordedBy: actor.personId }
    await store.insertConsent(tx, row)
    return allow({ ...story, ...NOT_AGREED, consentId: id, untilOn: typed.value.untilOn })
  })
}

/** Says that a story was looked at in every way, so that a colleague can let it be public. Refuses as `saveStory` does, without an agreement, and with a tick missing. */
export const readyStory = (actor: Actor, changing: ChangingStory, ticked: readonly string[]): Promise<Answer> =>
  changed(actor, changing, 'ready', (story) => {
    if (story.consentId === null) return refuse('story-not-agreed')
    if (story.state !== 'draft') return refuse('story-no-step')
    if (!CHECKS.every((one) => ticked.includes(one))) return refuse('story-not-checked', { field: 'nagekeken' })
    return allow({ ...story, state: 'ready', readiedBy: actor.personId, approvedBy: null })
  })

/** Lets a story be public. Refuses as `saveStory` does, who wrote it or got it ready, and what is not ready or no longer agreed. */
export const publishStory = (actor: Actor, changing: ChangingStory, today: Day): Promise<Answer> =>
  changed(actor, changing, 'public', (story) => {
    if (story.state !== 'ready' && story.state !== 'paused') return refuse('story-no-step')
    if (!hasFourEyes(story, actor.personId)) return refuse('story-four-eyes')
    if (story.untilOn === null || story.untilOn < today) return refuse('story-not-agreed')
    return allow({ ...story, state: 'public', approvedBy: actor.personId })
  })

/** Takes a story off the site for now. Refuses as `saveStory` does, and one that is not public. */
export const pauseStory = (actor: Actor, changing: ChangingStory): Promise<Answer> =>
  changed(actor, changing, 'paused', (story) =>
    story.state === 'public' ? allow({ ...story, state: 'paused' }) : refuse('story-no-step'),
  )

/** Erases a story because the teller said so by phone or at the desk. Refuses as `saveStory` does. */
export const withdrawForTeller = (actor: Actor, changing: ChangingStory): Promise<Answer> =>
  changed(actor, changing, 'withdrawn', (story) =>
    allow({
      ...{ ...story, ...NOT_AGREED, state: 'withdrawn' as const },
      ...{ wordsNl: null, wordsEn: null, shownName: null, entrances: [], transcriptNl: null, transcriptEn: null },
      ...{ videoUrl: null, videoSeconds: null, hasCaptions: false, shows: [] },
    }),
  )

/**
 * Erases the story behind a link, at once and for good. Refuses a link that is wrong, unknown or was used already, all
 * three alike, and who tried too often.
 */
export async function withdrawStory(actor: Actor, token: string, address: string): Promise<Answer> {
  if (!(await takeTurn(TAKING_BACK, address)).isAllowed) return refuse('story-link-often')
  const hash = hashOf(token)
  const done = await audited(actor, { act: 'story.withdrawn' }, async (tx) =>
    hash !== undefined && (await store.withdraw(tx, hash)) ? allow() : refuse('story-link-over'),
  )
  if (done.ok) await giveBack(TAKING_BACK, address)
  return done
}

/** Erases the words of stories of which the agreement is over, or that nobody works on. For the background jobs; gives how many. */
export const endStories = async (actor: Actor): Promise<number> =>
  actor.personId === BUILT_IN.jobs ? inScope(actor, store.endStories) : 0

type Change = (story: Story, tx: Parameters<typeof store.insertConsent>[0]) => Answer<Story> | Promise<Answer<Story>>

async function changed(
  actor: Actor,
  { municipalityId, id, rowVersion }: ChangingStory,
  step: Step,
  change: Change,
): Promise<Answer> {
  if (!isId(id) || (await municipalityWith(actor, ['change', 'page'], municipalityId)) === undefined)
    return refuse('not-found')
  return inScope(actor, async (tx) => {
    const before = await store.storyIn(tx, municipalityId, id)
    if (before === undefined) return refuse('not-found')
    if (isGone(before)) return refuse('story-gone')
    if (before.rowVersion !== rowVersion) return refuse('changed-meanwhile')
    const after = await change(before, tx)
    if (!after.ok) return after
    const row = { ...after.value, rowVersion, by: actor.personId }
    if (!(await store.updateStory(tx, row))) return refuse('changed-meanwhile')
    await store.recordStep(tx, row, step)
    noteShown('municipality', [municipalityId])
    return allow()
  })
}
