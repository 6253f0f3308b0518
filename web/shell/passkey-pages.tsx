import type { Actor } from '../../capabilities/access/actor.ts'
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from '../../capabilities/access/passkeys/actions.ts'
import type { Refused } from '../../foundation/result.ts'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { TextField } from '../design/field.tsx'
import { BackLink } from '../design/paging.tsx'
import { links } from '../links.ts'
import { passkeyWords } from '../words/passkeys.ts'
import { showAccount } from './account-page.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from './guarded.ts'
import { workPage } from './pages.tsx'
import { PasskeyForm } from './passkey-view.tsx'
import { backOf, missingFields, nobodyYet, onward, originOf, sentence, stepPage, textIn } from './sign-in-pages.tsx'

/** Signing in with a key of the device. */
export const getPasskey = guarded({ may: 'everyone', isSigningIn: true }, (_actor, page) =>
  page.sessionId === undefined ? signInForm(page) : Promise.resolve(redirect(backOf(page) ?? links.work())),
)

export const postPasskey = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const answer = await signInWithPasskey(await nobodyYet(actor), {
    response: textIn(page, 'antwoord'),
    origin: originOf(page),
    cookies: page.browser.cookies,
  })
  return answer.ok ? onward(page, answer.value) : signInForm(page, answer)
})

async function signInForm(page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = passkeyWords[page.lang]
  const begun = await beginPasskeySignIn(originOf(page))
  if (!begun.ok && begun.reason === 'not-found') return notFound()
  const why = refused ?? (begun.ok ? undefined : begun)
  const errors = why === undefined ? [] : [sentence(page, why)]
  const reply = await stepPage(
    page,
    { title: words.title, errors, refused: why, moreScript: 'pass-key.js' },
    <div class="question">
      <div>
        <h1>{words.title}</h1>
        <p class="soft">{words.intro}</p>
        <ErrorSummary lang={page.lang} errors={errors} />
        {begun.ok ? (
          <PasskeyForm
            lang={page.lang}
            action={links.passkey()}
            kind="get"
            options={begun.value.options}
            button={words.signIn}
            back={backOf(page)}
          />
        ) : null}
        <p>
          <a href={links.signIn(backOf(page))}>{words.password}</a>
        </p>
      </div>
    </div>,
  )
  return begun.ok && reply.kind === 'html' ? { ...reply, cookies: begun.value.cookies } : reply
}

/** Adding, renaming and taking away the keys of the own devices. */
export const postOwnPasskey = guarded({ may: 'signed-in', isSigningIn: true }, async (actor, page) => {
  switch (textIn(page, 'doe')) {
    case 'begin':
      return begin(actor, page)
    case 'naam': {
      const renamed = await renamePasskey(actor, textIn(page, 'sleutel'), textIn(page, 'naam'))
      return renamed.ok ? redirect(links.account('sleutel-naam')) : showAccount(actor, page, [sentence(page, renamed)])
    }
    case 'weg': {
      const removed = await removePasskey(actor, textIn(page, 'sleutel'))
      return removed.ok ? redirect(links.account('sleutel-weg')) : showAccount(actor, page, [sentence(page, removed)])
    }
    default:
      return add(actor, page)
  }
})

/** The address by itself has nothing to show: what is asked of the device is asked once. */
export const getOwnPasskey = guarded({ may: 'signed-in', isSigningIn: true }, () =>
  Promise.resolve(redirect(links.account())),
)

async function begin(actor: Actor, page: PageRequest, errors: readonly FieldError[] = []): Promise<Reply> {
  const password = String(page.form.get('key-password') ?? '')
  const missing = page.form.has('key-password') ? missingFields(page, { 'key-password': password }) : []
  if (missing.length > 0) return showAccount(actor, page, missing)
  const begun = await beginPasskey(actor, password)
  if (!begun.ok)
    return begun.reason === 'not-found' ? notFound() : showAccount(actor, page, [sentence(page, begun, 'key-password')])
  const words = passkeyWords[page.lang]
  const reply = await workPage(
    page,
    actor,
    { title: words.newTitle, active: 'account', moreScript: 'pass-key.js', status: errors.length > 0 ? 400 : 200 },
    <>
      <BackLink href={links.account()} label={words.account} />
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.newText}</p>
      <PasskeyForm
        lang={page.lang}
        action={links.ownPasskey()}
        kind="create"
        options={begun.value.options}
        button={words.make}
      >
        <TextField name="naam" label={words.name} hint={words.nameHint} autocomplete="off" required />
      </PasskeyForm>
    </>,
  )
  return reply.kind === 'html' ? { ...reply, cookies: begun.value.cookies } : reply
}

async function add(actor: Actor, page: PageRequest): Promise<Reply> {
  const { cookies } = page.browser
  const added = await addPasskey(actor, { response: textIn(page, 'antwoord'), name: textIn(page, 'naam'), cookies })
  return added.ok ? redirect(links.account('sleutel')) : showAccount(actor, page, [sentence(page, added)])
}
