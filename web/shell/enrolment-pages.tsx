import type { Actor } from '../../capabilities/access/actor.ts'
import { confirmSecondFactor, keepRecoveryCodes, signOut } from '../../capabilities/access/sign-in/actions.ts'
import { enrolment } from '../../capabilities/access/sign-in/queries.ts'
import type { FieldError } from '../design/error-summary.tsx'
import { links } from '../links.ts'
import { signInWords } from '../words/sign-in.ts'
import { guarded, type PageRequest, type Reply, redirect } from './guarded.ts'
import { missingFields, sentence, stepPage, textIn } from './sign-in-pages.tsx'
import { EnrolView, RecoveryCodesView } from './sign-in-view.tsx'

/** Setting up the second step: the key for the app until a code shows that it took it, then the recovery codes until they are kept. */
export const getEnrolment = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  if (page.needs === 'renewal') return redirect(links.renew())
  return page.sessionId === undefined ? redirect(links.signIn()) : showStep(actor, page)
})

export const postEnrolment = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  if (page.needs === 'renewal') return redirect(links.renew())
  if (page.sessionId === undefined) return redirect(links.signIn())
  const { step } = await enrolment(actor)
  // A code that was sent twice comes a second time when the recovery codes are there already: those are not kept yet.
  const isCode = page.form.has('code')
  if (step === 'keep-codes' && !isCode) {
    await keepRecoveryCodes(actor)
    return redirect(links.work())
  }
  if (step !== 'confirm' || !isCode) return showStep(actor, page)
  const missing = missingFields(page, { code: textIn(page, 'code') })
  if (missing.length > 0) return showStep(actor, page, missing)
  const answer = await confirmSecondFactor(actor, textIn(page, 'code'), page.browser.cookies)
  if (!answer.ok) return showStep(actor, page, [sentence(page, answer, 'code')])
  return { kind: 'redirect', to: links.enrol(), cookies: answer.value.cookies }
})

async function showStep(actor: Actor, page: PageRequest, errors: readonly FieldError[] = []): Promise<Reply> {
  const words = signInWords[page.lang]
  const open = await enrolment(actor)
  const shared = { lang: page.lang, action: links.enrol() }
  switch (open.step) {
    case 'confirm':
      return stepPage(
        page,
        { title: words.enrolTitle, errors },
        <EnrolView {...shared} secret={open.secret} appHref={open.uri} errors={errors} />,
      )
    case 'keep-codes':
      return stepPage(page, { title: words.codesTitle }, <RecoveryCodesView {...shared} codes={open.codes} />)
    case 'done':
      return redirect(links.work())
    case 'sign-in-again':
      if (page.needs === undefined) return redirect(links.work())
      return { kind: 'redirect', to: links.signIn(), cookies: await signOut(actor, page.browser.cookies) }
  }
}
