import type { FC } from 'hono/jsx'
import { OPINIONS } from '../../capabilities/information/visits/visit.ts'
import { Button, ButtonRow } from '../design/button.tsx'

type Words = { readonly question: string; readonly yes: string; readonly no: string; readonly why: string }

/** Whether a page helped: two buttons under the text, and no field to tell more in. */
export const HelpedForm: FC<{ words: Words; action: string }> = ({ words, action }) => (
  <form method="post" action={action} class="part">
    <header>
      <h2>{words.question}</h2>
    </header>
    <div class="prose small">
      <ButtonRow>
        {OPINIONS.map((opinion) => (
          <Button name="antwoord" value={opinion} look="plain">
            {opinion === 'useful' ? words.yes : words.no}
            <span class="unseen">: {words.question}</span>
          </Button>
        ))}
      </ButtonRow>
      <p>{words.why}</p>
    </div>
  </form>
)
