import type { Child } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { providersOffered } from '../../capabilities/access/identity-providers/queries.ts'
import { passkeysOffered } from '../../capabilities/access/passkeys/queries.ts'
import { visitor } from '../../capabilities/access/queries.ts'
import { signIn, signOut, verifySecondFactor } from '../../capabilities/access/sign-in/actions.ts'
import { demoPasswordOf, demoSignIns } from '../../capabilities/access/sign-in/demo.ts'
import { deviceOf } from '../../capabilities/access/sign-in/device.ts'
import type { SignedIn } from '../../capabilities/access/sign-in/open-session.ts'
import type { Origin } from '../../capabilities/access/sign-in/origin.ts'
import { isCodeAwaited } from '../../capabilities/access/sign-in/queries.ts'
import { providersBehind } from '../../capabilities/access/single-sign-on/actions.ts'
import type { Refused } from '../../foundation/result.ts'
import type { FieldError } from '../design/error-summary.tsx'
import { links } from '../links.ts'
import { accountWords } from '../words/account.ts'
import { roleWords } from '../words/people.ts'
import { refusalSentence } from '../words/refusals.ts'
import { signInWords } from '../words/sign-in.ts'
import { guarded, type PageRequest, type Reply, redirect } from './guarded.ts'
import { localPath } from './local-path.ts'
import { publicPage } from './pages.tsx'
import { RecoveryCodeView, SecondFactorView, SignInView } from './sign-in-view.tsx'

/** Address and password. Whoever is in already goes on. */
export const getSignIn = guarded({ may: 'everyone', isSigningIn: true }, async (_actor, page) => {
  if (page.needs === 'renewal') return redirect(links.renew())
  if (page.needs !== undefined) return redirect(links.enrol())
  if (page.sessionId !== undefined) return redirect(backOf(page) ?? links.work())
  return signInPage(page)
})

export const postSignIn = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const chosen = textIn(page, 'persoon')
  const email = chosen === '' ? textIn(page, 'email') : chosen
  const password = (chosen === '' ? undefined : demoPasswordOf(chosen)) ?? String(page.form.get('password') ?? '')
  const missing = missingFields(page, { email, password })
  if (missing.length > 0) return signInPage(page, missing)
  const answer = await signIn(await nobodyYet(actor), {
    email,
    password,
    origin: originOf(page),
    cookies: page.browser.cookies,
  })
  return answer.ok ? onward(page, answer.value) : signInPage(page, [sentence(page, answer, 'password')], answer)
})

/** The second step, after a password that was right a moment ago. */
export const getCode = guarded({ may: 'everyone', isSigningIn: true }, async (_actor, page) =>
  (await isCodeAwaited(page.browser.cookies)) ? codePage(page) : redirect(links.signIn(backOf(page))),
)

export const postCode = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const code = textIn(page, 'code')
  if (code === '') return codePage(page, missingFields(page, { code }))
  const given = { code, origin: originOf(page), cookies: page.browser.cookies }
  const answer = await verifySecondFactor(await nobodyYet(actor), given)
  if (answer.ok) return onward(page, answer.value)
  const isOver = answer.reason === 'sign-in-expired' || answer.reason === 'sign-in-closed'
  return isOver
    ? signInPage(page, [sentence(page, answer)], answer)
    : codePage(page, [sentence(page, answer, 'code')], answer)
})

/** Ends the session and has the browser forget what it kept, so that the back button shows nothing. */
export const postSignOut = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const [provider] = page.sessionId === undefined ? [] : await providersBehind(actor)
  const cookies = await signOut(actor, page.browser.cookies)
  const to = provider === undefined ? links.signIn() : links.signedOut(provider)
  return { kind: 'redirect', to, cookies, headers: { 'Clear-Site-Data': '"cache"' } }
})

/** To the next step with its cookies; where somebody was going goes along. */
export function onward(page: PageRequest, { next, cookies }: SignedIn, back = backOf(page)): Reply {
  const to = { 'second-factor': links.secondFactor(back), enrolment: links.enrol(), done: back ?? links.work() }
  return { kind: 'redirect', to: to[next], cookies }
}

export const originOf = (page: PageRequest): Origin => ({
  address: page.browser.address,
  device: deviceOf(page.browser.userAgent),
})

/** Signing in is done by nobody yet, also where somebody else left a session open in this browser. */
export const nobodyYet = async (actor: Actor): Promise<Actor> => (await visitor(actor.traceId)) ?? actor

/** What was typed; never a password, whose spaces count. */
export const textIn = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

export const sentence = (page: PageRequest, refused: Refused, field?: string): FieldError => ({
  ...(field !== undefined && { field }),
  message: refusalSentence(page.lang, refused),
})

/** A field that was left empty says so itself. */
export function missingFields(page: PageRequest, fields: Readonly<Record<string, string>>): FieldError[] {
  const named: Readonly<Record<string, string>> = signInWords[page.lang].missing
  const messageOf = (field: string) => named[field] ?? accountWords[page.lang].missing
  return Object.entries(fields).flatMap(([field, value]) =>
    value === '' ? [{ field, message: messageOf(field) }] : [],
  )
}

export const backOf = (page: PageRequest): string | undefined =>
  localPath(textIn(page, 'terug') || page.query.get('terug'))

/** The page where signing in begins, again when something was not right. */
export async function signInPage(
  page: PageRequest,
  errors: readonly FieldError[] = [],
  refused?: Refused,
): Promise<Reply> {
  const back = backOf(page)
  const organisations = await organisationsOffered(back)
  const people = demoSignIns().map(({ email, name, role, place, group }) => ({
    value: email,
    name,
    role: roleWords[page.lang][role],
    place,
    group,
  }))
  return stepPage(
    page,
    { title: signInWords[page.lang].title, errors, refused },
    <SignInView
      lang={page.lang}
      action={links.signIn()}
      homeHref={links.home(page.lang)}
      back={back}
      passkeyHref={passkeysOffered() ? links.passkey(back) : undefined}
      organisations={organisations}
      signedOut={signedOutOf(page, organisations)}
      email={textIn(page, 'email')}
      errors={errors}
      demo={
        people.length > 0 ? { action: links.signIn(), people, headings: signInWords[page.lang].demoGroups } : undefined
      }
    />,
  )
}

type Offered = { readonly id: string; readonly name: string; readonly href: string }

async function organisationsOffered(back: string | undefined): Promise<Offered[]> {
  return (await providersOffered()).map((one) => ({ ...one, href: links.signOn(one.id, back) }))
}

/** Where somebody who just signed out here may sign out as well. */
function signedOutOf(page: PageRequest, organisations: readonly Offered[]) {
  const left = organisations.find(({ id }) => id === page.query.get('uit'))
  return left && { name: left.name, href: links.signOnOut(left.id) }
}

function codePage(page: PageRequest, errors: readonly FieldError[] = [], refused?: Refused): Promise<Reply> {
  const words = signInWords[page.lang]
  const back = backOf(page)
  const shared = { lang: page.lang, back, errors }
  return page.query.get('manier') === 'herstelcode'
    ? stepPage(
        page,
        { title: words.recoveryTitle, errors, refused },
        <RecoveryCodeView {...shared} action={links.recoveryCode()} codeHref={links.secondFactor(back)} />,
      )
    : stepPage(
        page,
        { title: words.secondTitle, errors, refused },
        <SecondFactorView {...shared} action={links.secondFactor()} recoveryHref={links.recoveryCode(back)} />,
      )
}

type Step = {
  readonly title: string
  readonly errors?: readonly FieldError[]
  readonly refused?: Refused | undefined
  readonly moreScript?: 'pass-key.js'
}

/** A page of signing in, kept out of search engines; with errors it is the same page again. */
export const stepPage = (
  page: PageRequest,
  { title, errors = [], refused, moreScript }: Step,
  body: Child,
): Promise<Reply> =>
  publicPage(
    page,
    {
      title: `${title} - Voorveld`,
      isPrivate: true,
      status: errors.length > 0 ? 400 : 200,
      ...(refused !== undefined && { refusedWith: refused.reason }),
      ...(moreScript !== undefined && { moreScript }),
    },
    body,
  )
