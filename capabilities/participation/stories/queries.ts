import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { giveBack, TAKING_BACK, takeTurn } from '../../access/sign-in/limits.ts'
import { formKey } from '../../forms/keys.ts'
import type { Language } from '../../information/front-matter.ts'
import type { ReadingPlace } from '../../information/page.ts'
import { municipalityWith } from '../queries.ts'
import { type Consent, hashOf, tokenFor } from './consent.ts'
import * as store from './store.ts'
import { isGone, isReadIn, isShown, type Step, type Story, type StoryShown, shownIn } from './story.ts'

export type { Behind } from './store.ts'

/** Every story that may be read here today in this language. */
export async function publicStories(
  actor: Actor,
  { place, language, today }: { readonly place: ReadingPlace; readonly language: Language; readonly today: Day },
): Promise<StoryShown[]> {
  const found = await inScope(actor, store.publicStories)
  return found
    .filter((story) => isShown(story, today) && isReadIn(story, place))
    .flatMap((story) => shownIn(story, language) ?? [])
}

/** Every story of a municipality for who keeps its public pages; nothing for anybody else. */
export async function storiesKept(actor: Actor, municipalityId: Id): Promise<Story[]> {
  if ((await municipalityWith(actor, ['change', 'page'], municipalityId)) === undefined) return []
  noteShown('municipality', [municipalityId])
  return inScope(actor, (tx) => store.storiesIn(tx, municipalityId))
}

export type StoryKept = {
  readonly story: Story
  /** The agreement that holds for these words; undefined when there is none yet, or the words changed since. */
  readonly consent: Consent | undefined
  readonly steps: readonly { readonly step: Step; readonly recordedAt: Date }[]
}

/** One story with what was agreed and what happened; undefined when it is not the actor's to keep. */
export async function storyKept(actor: Actor, municipalityId: Id, id: Id): Promise<StoryKept | undefined> {
  if (!isId(id) || (await municipalityWith(actor, ['change', 'page'], municipalityId)) === undefined) return undefined
  return inScope(actor, async (tx) => {
    const story = await store.storyIn(tx, municipalityId, id)
    if (story === undefined) return undefined
    const consents = await store.consentsOf(tx, municipalityId, id)
    noteShown('municipality', [municipalityId])
    return {
      story,
      consent: consents.find((one) => one.id === story.consentId),
      steps: await store.stepsOf(tx, municipalityId, id),
    }
  })
}

/**
 * The code by which the teller takes the story back, for the paper that goes along; undefined for who does not keep the
 * story, without an agreement, for a story that is gone, and when this installation has got another secret since.
 */
export async function withdrawalCode(actor: Actor, municipalityId: Id, id: Id): Promise<string | undefined> {
  if (!isId(id) || (await municipalityWith(actor, ['change', 'page'], municipalityId)) === undefined) return undefined
  return inScope(actor, async (tx) => {
    const story = await store.storyIn(tx, municipalityId, id)
    if (story === undefined || isGone(story)) return undefined
    const [last] = await store.consentsOf(tx, municipalityId, id)
    const token = last && tokenFor(last.id, formKey('story-consent'))
    noteShown('municipality', [municipalityId])
    return token !== undefined && hashOf(token) === last?.tokenHash ? token : undefined
  })
}

/** The story behind a link, for who holds it; undefined for a link that is wrong, was used, or came too often from here. */
export async function storyBehind(actor: Actor, token: string, address: string): Promise<store.Behind | undefined> {
  const hash = hashOf(token)
  if (hash === undefined || !(await takeTurn(TAKING_BACK, address)).isAllowed) return undefined
  const found = await inScope(actor, (tx) => store.storyBehind(tx, hash))
  if (found !== undefined) await giveBack(TAKING_BACK, address)
  return found
}
