import type { FC } from 'hono/jsx'
import { Notice } from '../design/notice.tsx'
import { signInWords } from '../words/sign-in.ts'
import type { Lang } from '../words/words.ts'

/** What the sign-in page knows of organisations whose people come through a provider of their own. */
export type ThroughOrganisation = {
  organisations?: readonly { name: string; href: string }[]
  /** The organisation through which somebody came who just signed out here. */
  signedOut?: { name: string; href: string } | undefined
}

type Props = ThroughOrganisation & { lang: Lang }

/** For who just signed out here. */
export const WentOut: FC<Props> = ({ lang, signedOut }) => {
  const words = signInWords[lang]
  return signedOut === undefined ? null : (
    <Notice isNews>
      {words.signedOut} <a href={signedOut.href}>{words.signedOutToo(signedOut.name)}</a>
    </Notice>
  )
}

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
