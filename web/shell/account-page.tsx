import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { ownOddSignIns } from '../../capabilities/access/odd-sign-ins/queries.ts'
import { ownPasskeys } from '../../capabilities/access/passkeys/queries.ts'
import {
  changePassword,
  endSession,
  renewRecoveryCodes,
  signOut,
  signOutEverywhere,
} from '../../capabilities/access/sign-in/actions.ts'
import { account, type OwnAccount, type OwnSession } from '../../capabilities/access/sign-in/queries.ts'
import { chooseWorkMail } from '../../capabilities/messages/actions.ts'
import { wantsWorkMail } from '../../capabilities/messages/queries.ts'
import { audited } from '../../capabilities/privacy/audit.ts'
import { refuse } from '../../foundation/result.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { PasswordField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { accountWords, deviceInWords } from '../words/account.ts'
import { formatMoment } from '../words/format.ts'
import { messageWords } from '../words/messages.ts'
import { oddSignInWords } from '../words/odd-sign-ins.ts'
import { passkeyWords } from '../words/passkeys.ts'
import { guarded, type PageRequest, type Reply, redirect } from './guarded.ts'
import { answerOwn, OwnOddSignIns } from './own-odd-sign-ins.tsx'
import { workPage } from './pages.tsx'
import { Passkeys } from './passkey-list.tsx'
import { missingFields, sentence, textIn } from './sign-in-pages.tsx'

/** The own account: open sessions, password, recovery codes. */
export const getAccount = guarded({ may: 'signed-in', act: 'session.listed' }, (actor, page) =>
  showAccount(actor, page),
)

export const postAccount = guarded({ may: 'signed-in', isSigningIn: true }, async (actor, page) => {
  switch (textIn(page, 'doe')) {
    case 'beeindig':
      return end(actor, page)
    case 'overal':
      return endAll(actor, page)
    case 'was-ik':
    case 'was-ik-niet':
      return answerOwn(actor, page, textIn(page, 'doe') === 'was-ik')
    case 'wachtwoord':
      return change(actor, page)
    case 'mail-aan':
    case 'mail-uit':
      return chooseMail(actor, page)
    case 'codes':
      return renew(actor, page)
    default:
      return redirect(links.account())
  }
})

async function end(actor: Actor, page: PageRequest): Promise<Reply> {
  const answer = await endSession(actor, textIn(page, 'sessie'))
  return answer.ok ? redirect(links.account('sessie')) : showAccount(actor, page, [sentence(page, answer)])
}

async function endAll(actor: Actor, page: PageRequest): Promise<Reply> {
  const cookies = await signOut(actor, page.browser.cookies)
  await signOutEverywhere(actor)
  return { kind: 'redirect', to: links.signIn(), cookies, headers: { 'Clear-Site-Data': '"cache"' } }
}

async function change(actor: Actor, page: PageRequest): Promise<Reply> {
  const [current = '', next = '', again = ''] = ['current', 'next', 'again'].map((name) =>
    String(page.form.get(name) ?? ''),
  )
  const missing = missingFields(page, { current, next, again })
  if (missing.length > 0) return showAccount(actor, page, missing)
  if (next !== again) return showAccount(actor, page, [sentence(page, refuse('passwords-differ'), 'again')])
  const answer = await changePassword(actor, { current, next, sessionId: page.sessionId ?? '' })
  if (answer.ok) return redirect(links.account('wachtwoord'))
  const isCurrent = answer.reason === 'password-wrong' || answer.reason === 'sign-in-closed'
  return showAccount(actor, page, [sentence(page, answer, isCurrent ? 'current' : 'next')])
}

async function chooseMail(actor: Actor, page: PageRequest): Promise<Reply> {
  const isWanted = textIn(page, 'doe') === 'mail-aan'
  await audited(actor, { act: 'message-choice.changed' }, () => chooseWorkMail(actor, isWanted))
  return redirect(links.account('mail'))
}

async function renew(actor: Actor, page: PageRequest): Promise<Reply> {
  const password = String(page.form.get('codes-password') ?? '')
  const missing = missingFields(page, { 'codes-password': password })
  if (missing.length > 0) return showAccount(actor, page, missing)
  const answer = await renewRecoveryCodes(actor, { password, cookies: page.browser.cookies })
  return answer.ok ? redirect(links.enrol()) : showAccount(actor, page, [sentence(page, answer, 'codes-password')])
}

/** The page of the own account, also after something on a page beside it. */
export async function showAccount(actor: Actor, page: PageRequest, errors: readonly FieldError[] = []): Promise<Reply> {
  const words = accountWords[page.lang]
  const own = await account(actor, page.sessionId)
  const odd = await ownOddSignIns(actor)
  const passkeys = await ownPasskeys(actor)
  const hasWorkMail = await wantsWorkMail(actor)
  const done = page.query.get('gedaan') ?? ''
  const news = errors.length === 0 ? newsOf(page, done) : undefined
  return workPage(
    page,
    actor,
    { title: words.title, active: 'account', status: errors.length > 0 ? 400 : 200 },
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(own.email)}</p>
      {news === undefined ? null : <Notice isNews>{news}</Notice>}
      <ErrorSummary lang={page.lang} errors={errors} />
      <OwnOddSignIns page={page} found={odd} />
      <Sessions page={page} sessions={own.sessions} />
      <Passkeys page={page} passkeys={passkeys} hasPassword={own.hasPassword} errors={errors} />
      <MailChoice page={page} hasWorkMail={hasWorkMail} />
      {own.hasPassword ? <PasswordForm page={page} errors={errors} /> : null}
      {own.hasSecondFactor && own.hasPassword ? <CodesForm page={page} errors={errors} /> : null}
    </>,
  )
}

function newsOf({ lang }: PageRequest, done: string): string | undefined {
  const news: Readonly<Record<string, string>> = {
    ...accountWords[lang].done,
    ...passkeyWords[lang].done,
    ...oddSignInWords[lang].done,
  }
  return Object.hasOwn(news, done) ? news[done] : undefined
}

type SessionsProps = { page: PageRequest; sessions: OwnAccount['sessions'] }

const Sessions: FC<SessionsProps> = ({ page, sessions }) => {
  const words = accountWords[page.lang]
  return (
    <section class="stack">
      <h2>{words.sessions}</h2>
      <p class="soft">{words.sessionsText}</p>
      <DataTable
        lang={page.lang}
        caption={words.devices}
        head={words.device}
        columns={[{ head: words.startedAt }, { head: words.lastSeenAt }, { head: words.action }]}
        rows={sessions.map((session) => ({
          head: deviceInWords(page.lang, session.device),
          cells: [
            formatMoment(page.lang, session.startedAt),
            formatMoment(page.lang, session.lastSeenAt),
            session.isThis ? words.thisOne : <EndOne page={page} session={session} />,
          ],
        }))}
        stacked
      />
      <form method="post" action={links.account()} class="stack">
        <p class="small soft">{words.everywhereText}</p>
        <ButtonRow>
          <Button look="plain" name="doe" value="overal">
            {words.everywhere}
          </Button>
        </ButtonRow>
      </form>
    </section>
  )
}

const EndOne: FC<{ page: PageRequest; session: OwnSession }> = ({ page, session }) => (
  <form method="post" action={links.account()}>
    <input type="hidden" name="sessie" value={session.id} />
    <Button look="plain" name="doe" value="beeindig">
      {accountWords[page.lang].endSession} <span class="unseen">{deviceInWords(page.lang, session.device)}</span>
    </Button>
  </form>
)

const MailChoice: FC<{ page: PageRequest; hasWorkMail: boolean }> = ({ page, hasWorkMail }) => {
  const words = messageWords[page.lang]
  return (
    <section class="stack" aria-labelledby="mail">
      <h2 id="mail">{words.choice}</h2>
      <p class="soft">{words.choiceText}</p>
      <p>{hasWorkMail ? words.choiceOn : words.choiceOff}</p>
      <form method="post" action={links.account()}>
        <Button look="plain" name="doe" value={hasWorkMail ? 'mail-uit' : 'mail-aan'}>
          {hasWorkMail ? words.switchOff : words.switchOn}
        </Button>
      </form>
    </section>
  )
}

type FormProps = { page: PageRequest; errors: readonly FieldError[] }

const errorOf = (errors: readonly FieldError[], field: string) => errors.find((error) => error.field === field)?.message

const PasswordForm: FC<FormProps> = ({ page, errors }) => {
  const words = accountWords[page.lang]
  const field = (name: 'current' | 'next' | 'again') => ({
    name,
    label: words[name],
    required: true,
    error: errorOf(errors, name),
  })
  return (
    <section class="stack" aria-labelledby="wachtwoord">
      <h2 id="wachtwoord">{words.password}</h2>
      <form method="post" action={links.account()} class="form">
        <input type="hidden" name="doe" value="wachtwoord" />
        <PasswordField {...field('current')} autocomplete="current-password" />
        <PasswordField {...field('next')} hint={words.passwordText} autocomplete="new-password" />
        <PasswordField {...field('again')} autocomplete="new-password" />
        <ButtonRow>
          <Button>{words.change}</Button>
        </ButtonRow>
      </form>
    </section>
  )
}

const CodesForm: FC<FormProps> = ({ page, errors }) => {
  const words = accountWords[page.lang]
  return (
    <section class="stack" aria-labelledby="codes">
      <h2 id="codes">{words.codes}</h2>
      <p class="soft">{words.codesText}</p>
      <form method="post" action={links.account()} class="form">
        <input type="hidden" name="doe" value="codes" />
        <PasswordField
          name="codes-password"
          label={words.current}
          autocomplete="current-password"
          required
          error={errorOf(errors, 'codes-password')}
        />
        <ButtonRow>
          <Button look="plain">{words.renew}</Button>
        </ButtonRow>
      </form>
    </section>
  )
}
