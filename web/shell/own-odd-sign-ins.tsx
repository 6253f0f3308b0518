import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { answerOddSignIn } from '../../capabilities/access/odd-sign-ins/actions.ts'
import type { OwnOddSignIn } from '../../capabilities/access/odd-sign-ins/queries.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { links } from '../links.ts'
import { deviceInWords } from '../words/account.ts'
import { formatMoment } from '../words/format.ts'
import { oddSignInWords } from '../words/odd-sign-ins.ts'
import type { PageRequest, Reply } from './guarded.ts'
import { redirect } from './guarded.ts'
import { textIn } from './sign-in-pages.tsx'

/** What somebody says of an own sign-in that was odd; what was answered in another window is over. */
export async function answerOwn(actor: Actor, page: PageRequest, isMine: boolean): Promise<Reply> {
  const answer = await answerOddSignIn(actor, { id: textIn(page, 'wat'), isMine, sessionId: page.sessionId })
  if (!answer.ok) return redirect(links.account())
  const to = { account: links.account('bekend'), renewal: links.renew(), 'sign-in': links.signIn() }
  return redirect(to[answer.value.next])
}

/** More at once is not looked at; the next comes when these are answered. */
const MOST = 3

/** Sign-ins that the person concerned says yes or no to. */
export const OwnOddSignIns: FC<{ page: PageRequest; found: readonly OwnOddSignIn[] }> = ({ page, found }) => {
  if (found.length === 0) return null
  const words = oddSignInWords[page.lang]
  return (
    <Notice title={words.own} tone="danger">
      <p>{words.ownText}</p>
      {found.slice(0, MOST).map((one) => (
        <form method="post" action={links.account()} class="stack">
          <input type="hidden" name="wat" value={one.id} />
          <p>
            <strong>{words.ownKinds[one.kind]}</strong>{' '}
            {words.ownWhen(formatMoment(page.lang, one.at), deviceInWords(page.lang, one.device))}
          </p>
          <ButtonRow>
            <Button look="plain" name="doe" value="was-ik">
              {words.mine} <span class="unseen">{formatMoment(page.lang, one.at)}</span>
            </Button>
            <Button look="danger" name="doe" value="was-ik-niet">
              {words.notMine} <span class="unseen">{formatMoment(page.lang, one.at)}</span>
            </Button>
          </ButtonRow>
        </form>
      ))}
    </Notice>
  )
}
