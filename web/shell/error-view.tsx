import type { FC } from 'hono/jsx'
import { ButtonRow, LinkButton } from '../design/button.tsx'
import { errorWords } from '../words/errors.ts'
import type { Lang } from '../words/words.ts'

/** Unknown and forbidden are one kind: nobody learns from it what exists. */
export type ErrorKind =
  | 'notFound'
  | 'refused'
  | 'tooMany'
  | 'tooLarge'
  | 'tooLong'
  | 'unreadable'
  | 'strangeSign'
  | 'elsewhere'
  | 'fault'
  | 'away'
  | 'sessionEnded'

export type ErrorViewProps = {
  lang: Lang
  kind: ErrorKind
  homeHref: string
  /** The reason in words, for `refused`. */
  sentence?: string | undefined
  /** To where somebody came from. */
  backHref?: string | undefined
  /** The same page once more, when trying again can help. */
  againHref?: string | undefined
  signInHref?: string | undefined
  /** Finds the log line; holds nothing about a person. */
  requestId?: string | undefined
}

/** What happened, what to do, and that nothing was lost. */
export const ErrorView: FC<ErrorViewProps> = (props) => {
  const words = errorWords[props.lang]
  const { title, text } = words[props.kind]
  return (
    <div class="question error">
      <div>
        <h1>{title}</h1>
        <p>{props.sentence ?? text}</p>
        <ButtonRow>
          <NextStep {...props} />
        </ButtonRow>
        {props.requestId === undefined ? null : <p class="small soft reference">{words.reference(props.requestId)}</p>}
      </div>
    </div>
  )
}

/** One filled button: the step that helps most; the front page beside it. */
const NextStep: FC<ErrorViewProps> = ({ lang, homeHref, backHref, againHref, signInHref }) => {
  const words = errorWords[lang]
  const first =
    signInHref !== undefined
      ? { href: signInHref, label: words.signIn }
      : againHref !== undefined
        ? { href: againHref, label: words.again }
        : backHref !== undefined
          ? { href: backHref, label: words.back }
          : undefined
  return (
    <>
      {first === undefined ? null : <LinkButton href={first.href}>{first.label}</LinkButton>}
      <LinkButton href={homeHref} look={first === undefined ? 'primary' : 'plain'}>
        {words.home}
      </LinkButton>
    </>
  )
}
