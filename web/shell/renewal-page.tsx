import { renewPassword } from '../../capabilities/access/sign-in/renewal.ts'
import { refuse } from '../../foundation/result.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { PasswordField } from '../design/field.tsx'
import { links } from '../links.ts'
import { accountWords } from '../words/account.ts'
import { oddSignInWords } from '../words/odd-sign-ins.ts'
import { guarded, type PageRequest, type Reply, redirect } from './guarded.ts'
import { missingFields, onward, sentence, stepPage } from './sign-in-pages.tsx'

/** A new password, after somebody said that a sign-in was somebody else's; until then no other page opens. */
export const getRenewal = guarded({ may: 'everyone', isSigningIn: true }, (_actor, page) =>
  page.needs === 'renewal' ? showRenewal(page) : Promise.resolve(redirect(links.work())),
)

export const postRenewal = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  if (page.needs !== 'renewal' || page.sessionId === undefined) return redirect(links.work())
  const [current = '', next = '', again = ''] = ['current', 'next', 'again'].map((name) =>
    String(page.form.get(name) ?? ''),
  )
  const missing = missingFields(page, { current, next, again })
  if (missing.length > 0) return showRenewal(page, missing)
  if (next !== again) return showRenewal(page, [sentence(page, refuse('passwords-differ'), 'again')])
  const { sessionId, browser } = page
  const answer = await renewPassword(actor, { current, next, sessionId, cookies: browser.cookies })
  if (answer.ok) return onward(page, answer.value, undefined)
  const isCurrent = answer.reason === 'password-wrong' || answer.reason === 'sign-in-closed'
  return showRenewal(page, [sentence(page, answer, isCurrent ? 'current' : 'next')])
})

function showRenewal(page: PageRequest, errors: readonly FieldError[] = []): Promise<Reply> {
  const words = oddSignInWords[page.lang]
  const own = accountWords[page.lang]
  const field = (name: 'current' | 'next' | 'again') => ({
    name,
    label: own[name],
    required: true,
    error: errors.find((error) => error.field === name)?.message,
  })
  return stepPage(
    page,
    { title: words.renewTitle, errors },
    <div class="question">
      <div>
        <h1>{words.renewTitle}</h1>
        <p>{words.renewText}</p>
        <p class="soft">{words.renewAfter}</p>
        <ErrorSummary lang={page.lang} errors={errors} />
        <confirm-once>
          <form method="post" action={links.renew()}>
            <PasswordField {...field('current')} autocomplete="current-password" />
            <PasswordField {...field('next')} hint={own.passwordText} autocomplete="new-password" />
            <PasswordField {...field('again')} autocomplete="new-password" />
            <ButtonRow>
              <Button>{words.renew}</Button>
            </ButtonRow>
          </form>
        </confirm-once>
        <p class="small soft">{words.forgot}</p>
      </div>
    </div>,
  )
}
