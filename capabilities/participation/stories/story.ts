import { z } from 'zod'
import { after, type Day, day, daysBetween } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { typedText } from '../../forms/typed.ts'
import { DOORS, SUBJECTS } from '../../information/entrances.ts'
import { LANGUAGES, type Language } from '../../information/front-matter.ts'
import type { ReadingPlace } from '../../information/page.ts'
import { missingIn, onlyOfItsForm, optional, type Told, toldFields } from './told.ts'

/** A story is written, got ready, public, or away for a while; of a withdrawn or ended one no word is left. */
export const STATES = ['draft', 'ready', 'public', 'paused', 'withdrawn', 'ended'] as const
export type State = (typeof STATES)[number]

/** What happens to a story, one after the other; nothing of it changes. */
export const STEPS = ['written', 'changed', 'agreed', 'ready', 'public', 'paused', 'withdrawn', 'ended'] as const
export type Step = (typeof STEPS)[number]

/** The ways into the site beside which a story may stand. There is none for safety: beside danger no story belongs. */
export const STORY_ENTRANCES = [...DOORS, ...SUBJECTS].map(({ code }) => code)

/** What the editor looks at before a story is ready: one tick for each. */
export const CHECKS = ['no-others', 'no-place', 'no-danger', 'own-words', 'read-back'] as const

export type Story = Told & {
  readonly municipalityId: Id
  readonly id: Id
  readonly state: State
  /** The language in which it was told. */
  readonly language: Language
  readonly wordsNl: string | null
  readonly wordsEn: string | null
  readonly shownName: string | null
  readonly entrances: readonly string[]
  /** Shown in the other municipalities of the region too. */
  readonly isRegional: boolean
  readonly consentId: Id | null
  /** The last day on which it may be shown. */
  readonly untilOn: Day | null
  readonly writtenBy: Id
  readonly readiedBy: Id | null
  readonly approvedBy: Id | null
  readonly rowVersion: number
}

/** A card beside a text has room for no more. */
export const LONGEST_STORY = 1_200

/** What an editor types. */
export const storyFormat = z
  .strictObject({
    language: z.enum(LANGUAGES),
    wordsNl: optional(typedText(LONGEST_STORY)),
    wordsEn: optional(typedText(LONGEST_STORY)),
    shownName: optional(typedText(40)),
    entrances: z
      .array(z.string().refine((code) => STORY_ENTRANCES.some((one) => one === code)))
      .min(1)
      .transform((codes) => STORY_ENTRANCES.filter((code) => codes.includes(code))),
    isRegional: z.boolean(),
    ...toldFields,
  })
  .transform(onlyOfItsForm)
  .refine(({ language, wordsNl, wordsEn }) => (language === 'nl' ? wordsNl : wordsEn) !== null, {
    path: ['words'],
  })
  .superRefine((story, context) => {
    const field = missingIn(story)
    if (field !== undefined) context.addIssue({ code: 'custom', path: [field] })
  })
export type TypedStory = z.output<typeof storyFormat>

/** What of a talk or a film is agreed to; of an array its elements. */
const TOLD = [
  ...['form', 'transcriptNl', 'transcriptEn', 'videoUrl', 'videoSeconds', 'hasCaptions', 'shows'],
] as const satisfies readonly (keyof Told)[]

/** Whether a change touches what was agreed to: then it is asked again. */
export const asksAgain = (before: Story, now: TypedStory): boolean =>
  before.wordsNl !== now.wordsNl ||
  before.wordsEn !== now.wordsEn ||
  before.shownName !== now.shownName ||
  before.isRegional !== now.isRegional ||
  TOLD.some((field) => String(before[field]) !== String(now[field])) ||
  before.entrances.join() !== now.entrances.join()

export const isGone = ({ state }: Pick<Story, 'state'>): boolean => state === 'withdrawn' || state === 'ended'

/** public, and only as long as was agreed. */
export const isShown = ({ state, untilOn }: Pick<Story, 'state' | 'untilOn'>, today: Day): boolean =>
  state === 'public' && untilOn !== null && untilOn >= today

/** From so long before its end the editor can ask again in peace. */
const ENDS_SOON = { days: 60 }
export const endsSoon = ({ untilOn }: Pick<Story, 'untilOn'>, today: Day): boolean =>
  untilOn !== null && untilOn <= after(today, ENDS_SOON)

/** nobody lets own words be public, nor those that the same person got ready. */
export const hasFourEyes = ({ writtenBy, readiedBy }: Story, approver: Id): boolean =>
  readiedBy !== null && approver !== writtenBy && approver !== readiedBy

/** Where a story is read: in its municipality, and in the region where that was agreed. */
export const isReadIn = (story: Story & { readonly regionId: Id | null }, place: ReadingPlace): boolean =>
  story.municipalityId === place.municipalityId ||
  (story.isRegional && story.regionId !== null && story.regionId === place.regionId)

/** A story as everyone reads it. */
export type StoryShown = {
  readonly id: Id
  readonly words: string
  readonly name: string | null
  readonly isTranslated: boolean
  readonly entrances: readonly string[]
  /** Of a talk or a film all that is said, in the language of the reader or else as it was told. */
  readonly more: StoryMore | undefined
}

export type StoryMore = {
  readonly form: Exclude<Story['form'], 'text'>
  readonly transcript: string
  readonly language: Language
  /** Where a film stands, and how long it is. */
  readonly film: { readonly url: string; readonly seconds: number } | undefined
}

/** What a talk or a film says beside its short text; undefined for a story that is a text. */
export function moreIn(
  { form, transcriptNl, transcriptEn, videoUrl: url, videoSeconds: seconds }: Omit<Told, 'hasCaptions' | 'shows'>,
  language: Language,
): StoryMore | undefined {
  if (form === 'text') return undefined
  const [own, other] = language === 'nl' ? [transcriptNl, transcriptEn] : [transcriptEn, transcriptNl]
  const transcript = own ?? other
  if (transcript === null) return undefined
  const told = own === null ? (language === 'nl' ? 'en' : 'nl') : language
  return { form, transcript, language: told, film: url === null || seconds === null ? undefined : { url, seconds } }
}

/** The story in this language; undefined when it stands in another only. */
export function shownIn(story: Story, language: Language): StoryShown | undefined {
  const words = language === 'nl' ? story.wordsNl : story.wordsEn
  const { id, shownName: name, entrances } = story
  if (words === null) return undefined
  const isTranslated = language !== story.language
  return { id, words, name, entrances, isTranslated, more: moreIn(story, language) }
}

const FIRST_DAY = day('2026-01-01')

/** The stories that may stand behind one of these entrances, at most so many; each day another is the first. */
export function storiesBehind(
  stories: readonly StoryShown[],
  codes: readonly string[],
  { today, most }: { readonly today: Day; readonly most: number },
): StoryShown[] {
  const fitting = stories
    .filter(({ entrances }) => entrances.some((one) => codes.includes(one)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const first = fitting.length === 0 ? 0 : daysBetween(FIRST_DAY, today) % fitting.length
  return [...fitting.slice(first), ...fitting.slice(0, first)].slice(0, most)
}
