import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { PhoneToCall } from '../../../capabilities/help-requests/calling/phone.ts'
import { phoneToCall } from '../../../capabilities/help-requests/calling/queries.ts'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { helplines } from '../../../capabilities/help-requests/queries.ts'
import { CallLink } from '../../design/call-link.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { askWords } from '../../words/ask.ts'
import { formatTime } from '../../words/format.ts'
import type { Lang } from '../../words/words.ts'

/** Whom somebody with this code can call: who has the request, the line for children, and one that always answers. */
export type ToCall = {
  readonly phone: PhoneToCall | undefined
  readonly childLine: Helpline | undefined
  readonly always: Helpline | undefined
}

/** The numbers that hold now; one that was not checked, or too long ago, is left out. */
export async function toCall(actor: Actor, page: PageRequest, code: string): Promise<ToCall> {
  const lines = linesNow(actor, page)
  const line = (wanted: Helpline['code']) => lines.find((one) => one.code === wanted)
  return {
    phone: await phoneToCall(actor, code, page.today),
    childLine: line('child-line'),
    always: line('safe-home'),
  }
}

/** The lines that can be shown at the hour of this page. */
export const linesNow = (actor: Actor, page: PageRequest): Helpline[] => helplines(actor, page.today, hourOf(page))

/** The hour on the clock in the Netherlands when this page was asked. */
export const hourOf = ({ now }: PageRequest): number => Number.parseInt(formatTime('nl', now), 10)

/** The number of whoever reads the question, without a name: it says neither who asked nor what. */
export const PhoneOfReader: FC<{ lang: Lang; phone: PhoneToCall | undefined }> = ({ lang, phone }) => {
  const words = askWords[lang]
  return phone === undefined ? (
    <p class="to-call">{words.callUnknown}</p>
  ) : (
    <p class="to-call">
      {words.callThis}
      <br />
      <CallLink number={phone.number} />
      <br />
      {phone.open[lang]}
    </p>
  )
}

/** For a child that wants to talk at once. */
export const LineForChild: FC<{ lang: Lang; line: Helpline | undefined; lead: string }> = ({ lang, line, lead }) =>
  line === undefined ? null : (
    <p class="to-call">
      {lead} <strong>{line.name[lang]}</strong>
      <br />
      <CallLink number={line.number} />
      <br />
      {line.what[lang]}
    </p>
  )
