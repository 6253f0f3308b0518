import { isMailAddress } from '../connections/mail/mail.ts'
import { type MailServer, mailServer } from '../connections/mail/server-address.ts'

/** The server that mail goes through, and the address it comes from. */
export type MailSettings = { readonly server: MailServer; readonly from: string }

/** Both settings or neither; each fault is one sentence. */
export function readMail(
  smtpUrl: string | undefined,
  from: string | undefined,
  faults: string[],
): MailSettings | undefined {
  if (smtpUrl === undefined) return undefined
  const server = mailServer(smtpUrl)
  if (server === undefined) {
    faults.push(
      'SMTP_URL moet een adres zijn zoals smtp://naam:wachtwoord@mail.gemeente.nl:587 of smtps://…; ?tls=none kan alleen bij smtp.',
    )
    return undefined
  }
  if (from === undefined) {
    faults.push('MAIL_FROM ontbreekt: geef het adres waarvan mail komt, zoals bericht@voorveld.example.')
    return undefined
  }
  if (!isMailAddress(from)) {
    faults.push('MAIL_FROM moet één kaal e-mailadres zijn, zonder naam erbij; de afzender heet altijd Voorveld.')
    return undefined
  }
  return { server, from }
}
