import type { FC } from 'hono/jsx'

export type ReadAloudWords = {
  readonly start: string
  readonly pause: string
  readonly onward: string
  readonly stop: string
  /** On a page about safety: a voice is heard by others. */
  readonly heard: string
}

/** Where the buttons come once the browser has a voice of the device for this language; nothing without script. */
export const ReadAloud: FC<{ lang: string; words: ReadAloudWords; isPrivate: boolean }> = ({
  lang,
  words,
  isPrivate,
}) => (
  <read-aloud
    hidden
    data-lang={lang}
    data-start={words.start}
    data-pause={words.pause}
    data-onward={words.onward}
    data-stop={words.stop}
    data-heard={isPrivate ? words.heard : undefined}
  />
)
