import { fileWords } from './files.ts'
import type { Lang } from './words.ts'

type Reach = {
  readonly phone: string | null
  readonly safeContact: { readonly when?: string | undefined; readonly voicemail?: string | undefined } | null
}

/** `06 …, op werkdagen tussen 9 en 12 uur, spreek niets in`: how somebody may be reached, as agreed with that person. */
export function reachInWords(lang: Lang, details: Reach | undefined): string {
  const words = fileWords[lang]
  const { when, voicemail } = details?.safeContact ?? {}
  const said = voicemail === undefined ? undefined : voicemail === 'yes' ? words.mayVoicemail : words.noVoicemail
  return [details?.phone, when, said].filter(Boolean).join(', ') || words.reachUnknown
}
