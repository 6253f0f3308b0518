import type { FC, PropsWithChildren } from 'hono/jsx'
import { Button, ButtonRow } from '../design/button.tsx'
import { passkeyWords } from '../words/passkeys.ts'
import type { Lang } from '../words/words.ts'

type Props = PropsWithChildren<{
  lang: Lang
  action: string
  kind: 'create' | 'get'
  /** What the device is asked, as the browser reads it. */
  options: string
  button: string
  back?: string | undefined
}>

/** The one form that needs a script: no page can speak with a device without one. It says so, and where else to go. */
export const PasskeyForm: FC<Props> = ({ lang, action, kind, options, button, back, children }) => {
  const words = passkeyWords[lang]
  return (
    <pass-key data-kind={kind} data-options={options} data-failed={words.failed}>
      <p data-without="">{words.without}</p>
      <form method="post" action={action} class="form" hidden>
        <input type="hidden" name="antwoord" />
        {back === undefined ? null : <input type="hidden" name="terug" value={back} />}
        {children}
        <ButtonRow>
          <Button>{button}</Button>
        </ButtonRow>
      </form>
      <p role="status"></p>
    </pass-key>
  )
}
