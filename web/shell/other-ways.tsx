import type { FC } from 'hono/jsx'
import { Notice } from '../design/notice.tsx'
import { passkeyWords } from '../words/passkeys.ts'
import { signInWords } from '../words/sign-in.ts'
import type { Lang } from '../words/words.ts'

/** The ways to sign in beside a password: a key of the device, or the provider of the own organisation. */
export type OtherWays = {
  /** Where to sign in with a key of the device, when this address can have them. */
  passkeyHref?: string | undefined
  organisations?: readonly { name: string; href: string }[]
  /** The organisation through which somebody came who just signed out here. */
  signedOut?: { name: string; href: string } | undefined
}

type Props = OtherWays & { lang: Lang }

/** For who just signed out here. */
export const WentOut: FC<Props> = ({ lang, signedOut }) => {
  const words = signInWords[lang]
  return signedOut === undefined ? null : (
    <Notice isNews>
      {words.signedOut} <a href={signedOut.href}>{words.signedOutToo(signedOut.name)}</a>
    </Notice>
  )
}

/** Without a script there is a link all the same, and its page says so. */
export const WithKey: FC<Props> = ({ lang, passkeyHref }) =>
  passkeyHref === undefined ? null : (
    <p>
      <a href={passkeyHref}>{passkeyWords[lang].link}</a>
    </p>
  )

/** One link for each organisation; a list that grows is still found by its names. */
export const Organisations: FC<Props> = ({ lang, organisations = [] }) => {
  const words = signInWords[lang]
  return organisations.length === 0 ? null : (
    <section class="part" aria-labelledby="organisatie">
      <h2 id="organisatie">{words.organisations}</h2>
      <p class="soft">{words.organisationsText}</p>
      <ul>
        {organisations.map(({ name, href }) => (
          <li>
            <a href={href}>{words.through(name)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
