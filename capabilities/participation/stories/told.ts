import { z } from 'zod'
import { typedText } from '../../forms/typed.ts'
import { LANGUAGES } from '../../information/front-matter.ts'

/** a story is a short text, a talk in questions and answers, or a film that stands on another site. */
export const FORMS = ['text', 'interview', 'video'] as const

/** What of a teller can be heard or recognised in a film; each is agreed to by itself. */
export const SHOWS = ['voice', 'face'] as const
export const USES = ['text', ...SHOWS] as const
export type Use = (typeof USES)[number]

/** All that is said, of a talk of an hour at most. */
export const LONGEST_TRANSCRIPT = 12_000
const LONGEST_FILM_SECONDS = 7_200
const LONGEST_ADDRESS = 500

export const optional = <Format extends z.ZodType>(format: Format) =>
  z.preprocess((given) => (typeof given === 'string' && given.trim() === '' ? null : given), format.nullable())

/** The fields of a talk and a film beside those of every story. */
export const toldFields = {
  form: z.enum(FORMS).default('text'),
  transcriptNl: optional(typedText(LONGEST_TRANSCRIPT)).default(null),
  transcriptEn: optional(typedText(LONGEST_TRANSCRIPT)).default(null),
  videoUrl: optional(z.string().refine((text) => hostOf(text) !== undefined)).default(null),
  videoSeconds: z.int().min(1).max(LONGEST_FILM_SECONDS).nullable().default(null),
  hasCaptions: z.boolean().default(false),
  shows: z
    .array(z.enum(SHOWS))
    .default([])
    .transform((shows) => SHOWS.filter((one) => shows.includes(one))),
}
const told = z.object({ ...toldFields, language: z.enum(LANGUAGES) })
export type Told = Omit<z.output<typeof told>, 'language'>
type Typed = z.output<typeof told>

/** Of a text nothing of a film stays, and of a talk neither. */
export const onlyOfItsForm = <Story extends Told>(story: Story): Story => {
  const noFilm = { videoUrl: null, videoSeconds: null, hasCaptions: false, shows: [] }
  if (story.form === 'text') return { ...story, ...noFilm, transcriptNl: null, transcriptEn: null }
  return story.form === 'interview' ? { ...story, ...noFilm } : story
}

/**
 * The field that a talk or film still misses: a film has an address, a length and captions, and of both all that is said stands
 * in the language in which it was told, for who does not hear or see it (WCAG 1.2).
 */
export function missingIn(story: Typed): keyof Told | undefined {
  if (story.form === 'text') return undefined
  const field = story.language === 'nl' ? 'transcriptNl' : 'transcriptEn'
  if (story[field] === null) return field
  if (story.form === 'interview')
    return (['transcriptNl', 'transcriptEn'] as const).find(
      (one) => story[one] !== null && !questionsIn(story[one] ?? ''),
    )
  if (story.videoUrl === null) return 'videoUrl'
  if (story.videoSeconds === null) return 'videoSeconds'
  return story.hasCaptions ? undefined : 'hasCaptions'
}

export type Asked = { readonly question: string; readonly answer: readonly string[] }

/** A line of a talk that is a question begins so, in either language. */
const QUESTION = /^(?:V|Q)\s*:\s*(\S.*)$/

/** A talk as questions with their answers; undefined when it begins with no question, or one has no answer. */
export function questionsIn(transcript: string): Asked[] | undefined {
  const parts: { question: string; answer: string[] }[] = []
  for (const line of transcript.split('\n').map((text) => text.trim())) {
    if (line === '') continue
    const question = QUESTION.exec(line)?.[1]
    if (question !== undefined) parts.push({ question, answer: [] })
    else if (parts.length === 0) return undefined
    else parts.at(-1)?.answer.push(line)
  }
  return parts.length > 0 && parts.every(({ answer }) => answer.length > 0) ? parts : undefined
}

/** On whose site a film stands; undefined for an address that is none of a public site. */
export function hostOf(address: string): string | undefined {
  if (address.length > LONGEST_ADDRESS || /[\s"<>\\]/.test(address)) return undefined
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return undefined
  return /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(url.hostname) ? url.hostname.replace(/^www\./, '') : undefined
}

/** A length in minutes and seconds as they were typed, in seconds; null for nothing, and no number for anything else. */
export function secondsIn(minutes: string, seconds: string): number | null {
  if (minutes === '' && seconds === '') return null
  const [whole, rest] = [minutes, seconds].map((typed) => (/^\d{0,3}$/.test(typed) ? Number(typed) : Number.NaN))
  return whole === undefined || rest === undefined || rest >= SECONDS ? Number.NaN : whole * SECONDS + rest
}

/** The minutes and seconds of a length. */
export const minutesIn = (length: number): { readonly minutes: number; readonly seconds: number } => ({
  minutes: Math.floor(length / SECONDS),
  seconds: length % SECONDS,
})

const SECONDS = 60
