import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { ContactPoint } from '../../../capabilities/money-help/contact.ts'
import { contactPoint } from '../../../capabilities/money-help/queries.ts'
import type { Day } from '../../../foundation/day.ts'
import { CallLink } from '../../design/call-link.tsx'
import { links } from '../../links.ts'
import { askHref } from '../../shell/pages.tsx'
import { moneyWords } from '../../words/money.ts'
import type { Around } from '../information/around.ts'

/** Whom to ask about money in the municipality of the address; `contact` is undefined when none may be told. */
export type MoneyContact = { readonly around: Around; readonly contact: ContactPoint | undefined }

/** The one contact point for money of the place where somebody reads. */
export async function moneyContactAround(actor: Actor, around: Around, today: Day): Promise<MoneyContact> {
  const { municipality } = around
  return { around, contact: municipality && (await contactPoint(actor, municipality.id, today)) }
}

/** Beside every text about money, the check and the front page of a municipality: whom to ask, and how. */
export const MoneyContactView: FC<{ money: MoneyContact }> = ({ money }) => {
  const { around } = money
  const { here, municipality } = around
  const words = moneyWords[here.lang]
  if (municipality === undefined)
    return (
      <section class="local" aria-labelledby="geldhulp">
        <h2 id="geldhulp">{words.contactTitle}</h2>
        <p>{words.contactNoPlace}</p>
        <p>
          <a href={links.choosePlace(here.lang)}>{words.choose}</a>
        </p>
      </section>
    )
  return (
    <section class="local" aria-labelledby="geldhulp">
      <h2 id="geldhulp">{words.contactIn(municipality.name)}</h2>
      <p>{words.contactText}</p>
      <MoneyWays money={money} />
      <p>
        <a href={askHref(here)}>{words.contactAsk}</a>
      </p>
    </section>
  )
}

/** How to reach it, without a heading: under what to do now. */
export const MoneyWays: FC<{ money: MoneyContact }> = ({ money }) => {
  const { around, contact } = money
  if (contact !== undefined) return <Ways money={money} contact={contact} />
  const words = moneyWords[around.here.lang]
  return (
    <p>{around.municipality === undefined ? words.contactNoPlace : words.contactMissing(around.municipality.name)}</p>
  )
}

const Ways: FC<{ money: MoneyContact; contact: ContactPoint }> = ({ money, contact }) => {
  const { lang } = money.around.here
  const words = moneyWords[lang]
  const visit = lang === 'nl' ? contact.visitNl : contact.visitEn
  return (
    <>
      <p>
        <strong>{contact.name}</strong>
        <br />
        {lang === 'nl' ? contact.openNl : contact.openEn}
      </p>
      <ul class="reach">
        {contact.phone === null ? null : (
          <li>
            {words.contactCall} <CallLink number={contact.phone} />
          </li>
        )}
        {contact.mail === null ? null : (
          <li>
            {words.contactMail} <MailLink address={contact.mail} />
          </li>
        )}
        {visit === null ? null : (
          <li>
            {words.contactVisit}: {visit}
          </li>
        )}
      </ul>
    </>
  )
}

/** On the front page of a municipality: what there may be for who has little money, and whom to ask. */
export const MoneyPart: FC<{ money: MoneyContact }> = ({ money }) => {
  const { here } = money.around
  const words = moneyWords[here.lang]
  return (
    <section class="part" id="geld">
      <header>
        <h2>{words.homeTitle}</h2>
        <p class="small soft">{words.homeBeside}</p>
      </header>
      <div class="money-part">
        <ul class="page-list">
          <li>
            <h3>
              <a href={links.schemesCheck(here)}>{words.checkLink}</a>
            </h3>
            <p>{words.checkText}</p>
          </li>
          <li>
            <h3>
              <a href={links.schemes(here)}>{words.title}</a>
            </h3>
            <p>{words.lead}</p>
          </li>
        </ul>
        <MoneyContactView money={money} />
      </div>
    </section>
  )
}

/** A long address breaks after its sign, and not in the middle of a word. */
const MailLink: FC<{ address: string }> = ({ address }) => {
  const [name = '', place = ''] = address.split('@')
  return (
    <a href={`mailto:${address}`}>
      {name}@<wbr />
      {place}
    </a>
  )
}
