import type { FC } from 'hono/jsx'
import { acceptInvitation } from '../../capabilities/access/sign-in/invitations.ts'
import { type Invited, invitedPerson } from '../../capabilities/access/sign-in/queries.ts'
import { type Refused, refuse } from '../../foundation/result.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { PasswordField, TextField } from '../design/field.tsx'
import { links } from '../links.ts'
import { accountWords } from '../words/account.ts'
import { refusalSentence } from '../words/refusals.ts'
import { guarded, type PageRequest, type Reply, redirect } from './guarded.ts'
import { missingFields, nobodyYet, onward, originOf, sentence, stepPage, textIn } from './sign-in-pages.tsx'

/** Where an invitation leads: the person it names chooses a password. */
export const getInvitation = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const invited = await invitedPerson(actor, { token: tokenIn(page), address: page.browser.address })
  return invited.ok ? passwordPage(page, invited.value) : invalidPage(page, invited)
})

export const postInvitation = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const visitor = await nobodyYet(actor)
  const invited = await invitedPerson(visitor, { token: tokenIn(page), address: page.browser.address })
  // A form that was sent twice finds the link used by its first half, which signed in.
  if (!invited.ok) return page.sessionId === undefined ? invalidPage(page, invited) : redirect(links.signIn())
  const password = String(page.form.get('password') ?? '')
  const again = String(page.form.get('again') ?? '')
  const code = textIn(page, 'code')
  const missing = missingFields(page, { ...('needsCode' in invited.value && { code }), password, again })
  if (missing.length > 0) return passwordPage(page, invited.value, missing)
  if (password !== again)
    return passwordPage(page, invited.value, [sentence(page, refuse('passwords-differ'), 'again')])
  const given = { token: tokenIn(page), password, code, origin: originOf(page), cookies: page.browser.cookies }
  const answer = await acceptInvitation(visitor, given)
  if (answer.ok) return onward(page, answer.value)
  if (answer.reason === 'invitation-invalid') return invalidPage(page, answer)
  const field = answer.reason === 'invitation-code-wrong' ? 'code' : 'password'
  return passwordPage(page, invited.value, [sentence(page, answer, field)])
})

const tokenIn = (page: PageRequest): string => page.params.token ?? ''

function passwordPage(page: PageRequest, invited: Invited, errors: readonly FieldError[] = []): Promise<Reply> {
  const words = accountWords[page.lang]
  return stepPage(
    page,
    { title: words.choose, errors }, // no name in the title: it stays in the history
    <div class="question">
      <div>
        <h1>{'needsCode' in invited ? words.chooseFirst : words.invitation(invited.name)}</h1>
        <p class="soft">{'needsCode' in invited ? words.codeText : words.invitationText(invited.email)}</p>
        <ErrorSummary lang={page.lang} errors={errors} />
        <confirm-once>
          <form method="post" action={links.invitation(tokenIn(page))}>
            {'needsCode' in invited ? (
              <TextField
                name="code"
                label={words.code}
                autocomplete="off"
                required
                error={errors.find(({ field }) => field === 'code')?.message}
              />
            ) : (
              <input type="hidden" name="email" value={invited.email} autocomplete="username" />
            )}
            <NewPassword page={page} errors={errors} />
            <ButtonRow>
              <Button>{words.accept}</Button>
            </ButtonRow>
          </form>
        </confirm-once>
      </div>
    </div>,
  )
}

const NewPassword: FC<{ page: PageRequest; errors: readonly FieldError[] }> = ({ page, errors }) => {
  const words = accountWords[page.lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <>
      <PasswordField
        name="password"
        label={words.choose}
        hint={words.passwordText}
        autocomplete="new-password"
        required
        error={errorOf('password')}
      />
      <PasswordField
        name="again"
        label={words.chooseAgain}
        autocomplete="new-password"
        required
        error={errorOf('again')}
      />
    </>
  )
}

function invalidPage(page: PageRequest, refused: Refused): Promise<Reply> {
  const words = accountWords[page.lang]
  return stepPage(
    page,
    { title: words.invalid, errors: [{ message: words.invalid }], refused },
    <>
      <h1>{words.invalid}</h1>
      <p>{refusalSentence(page.lang, refused)}</p>
      <p>
        <a href={links.signIn()}>{words.toSignIn}</a>
      </p>
    </>,
  )
}
