/** What reading out asks of a voice of the browser. */
export type Voice = { readonly lang: string; readonly localService: boolean; readonly default?: boolean }

/**
 * The voice of the device itself for this language (`ar`), the one it prefers first. Undefined when there is none: a voice of
 * elsewhere would send what somebody reads to whoever keeps it. Some devices write `ar_EG` for `ar-EG`.
 */
export function localVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  const own = voices.filter(
    ({ lang, localService }) => localService === true && lang.toLowerCase().split(/[-_]/)[0] === language,
  )
  return own.find((voice) => voice.default === true) ?? own[0]
}

export type Reading = 'silent' | 'reading' | 'paused'

/** What a voice says of the part that it reads. */
export type Said = { readonly ended: () => void; readonly failed: () => void }
export type Speaker = {
  /** Whether there is a voice of the device, now. */
  readonly isLocal: () => boolean
  readonly say: (part: number, said: Said) => void
  readonly pause: () => void
  readonly resume: () => void
  readonly cancel: () => void
}

/**
 * Reads the parts of a text one after the other; `changed` hears how it stands and which part is read. Before each part it
 * looks whether the voice is still of the device, because a browser may take another one in its place. What a voice says of
 * a part after it was stopped counts no more.
 */
export function readingOut(parts: number, speaker: Speaker, changed: (reading: Reading, part: number) => void) {
  let reading: Reading = 'silent'
  let round = 0
  const to = (next: Reading, part = -1): void => {
    reading = next
    changed(next, part)
  }
  const stop = (): void => {
    round += 1
    speaker.cancel()
    if (reading !== 'silent') to('silent')
  }
  const read = (part: number, inRound: number): void => {
    if (part >= parts || !speaker.isLocal()) {
      stop()
      return
    }
    to('reading', part)
    speaker.say(part, {
      ended: () => {
        if (inRound === round) read(part + 1, inRound)
      },
      failed: () => {
        if (inRound === round) stop()
      },
    })
  }
  return {
    /** Begins, waits or goes on, by how it stands. */
    press: (): void => {
      if (reading === 'silent') {
        round += 1
        speaker.cancel()
        read(0, round)
      } else if (reading === 'reading') {
        speaker.pause()
        to('paused')
      } else {
        speaker.resume()
        to('reading')
      }
    },
    stop,
  }
}
