import { connect, isIP, type Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import { type Handed, isMailAddress, type Mail, type SendMail } from './mail.ts'
import type { MailServer } from './server-address.ts'

/** How long each part may take; `whole` ends the connection, so that nothing is still being sent after it. */
const PATIENCE = { connect: 10_000, greeting: 10_000, silence: 20_000, whole: 60_000 }

/** The sender's name on every mail, in every municipality: neutral, like all of it. */
const SENDER = 'Voorveld'

/** Sends over SMTP, one connection per mail, from this address. Never throws: what goes wrong is an answer. */
export const smtpMail =
  (server: MailServer, from: string, patience: typeof PATIENCE = PATIENCE): SendMail =>
  async (mail) => {
    if (!isMailAddress(mail.to)) return { result: 'refused', reason: 'address-unusable' }
    const line = aLine(server, patience)
    try {
      await createTransport(optionsFor(server, from, patience, line)).sendMail(written(mail, from))
      return { result: 'sent' }
    } catch (fault) {
      return whatWentWrong(fault)
    } finally {
      line.end()
    }
  }

function written(mail: Mail, from: string) {
  return {
    // Given apart from the headers: only this goes to the server, whatever a header might be read as.
    envelope: { from, to: [mail.to] },
    from: { name: SENDER, address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${domainOf(from)}>`,
    // RFC 3834: no out-of-office answers to a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

function optionsFor(server: MailServer, from: string, patience: typeof PATIENCE, line: Line): SMTPTransport.Options {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'from-the-start',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'none',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: server.tls !== 'if-offered', ...named(server.host) },
    ...(server.auth !== undefined && { auth: server.auth }),
    // How we greet; without it the name of this machine would travel along.
    name: domainOf(from),
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    getSocket: line.open,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** RFC 6066: an address is no name of a server. */
const named = (host: string) => (isIP(host) === 0 ? { servername: host } : {})

type Line = { readonly open: NonNullable<SMTPTransport.Options['getSocket']>; readonly end: () => void }

/** The connection in our own hands, so that a server that dribbles is hung up on. */
function aLine({ host, port }: MailServer, patience: typeof PATIENCE): Line {
  let socket: Socket | undefined
  let hangUp: NodeJS.Timeout | undefined
  return {
    open: (_, callback) => {
      const opened = connect({ host, port })
      socket = opened
      hangUp = setTimeout(() => opened.destroy(new Error('took too long')), patience.whole)
      const tooLong = setTimeout(() => opened.destroy(new Error('no connection')), patience.connect)
      const fail = (fault: Error) => {
        clearTimeout(tooLong)
        callback(fault, {})
      }
      opened.once('error', fail)
      opened.once('connect', () => {
        clearTimeout(tooLong)
        opened.off('error', fail)
        callback(null, { connection: opened })
      })
    },
    end: () => {
      clearTimeout(hangUp)
      socket?.destroy()
    },
  }
}

/** 4xx asks for patience, 5xx to a letter is final. What concerns the line or our sign-in can be mended by whoever runs it. */
function whatWentWrong(fault: unknown): Handed {
  const { code = '', responseCode = 0, command = '', message = '' } = faultOf(fault)
  if (code === 'EAUTH' || responseCode === 530) return { result: 'later', reason: 'server-login-refused' }
  if (code === 'ETLS' || /certificate|altnames|SSL|TLS/.test(message)) {
    return { result: 'later', reason: 'no-safe-connection' }
  }
  if (responseCode >= 400 && responseCode < 500) return { result: 'later', reason: 'server-busy' }
  const isAboutTheMail = /^(MAIL FROM|RCPT TO|DATA)/.test(command)
  return responseCode >= 500 && isAboutTheMail
    ? { result: 'refused', reason: 'mail-refused' }
    : { result: 'later', reason: 'server-away' }
}

type Fault = { code?: string; responseCode?: number; command?: string; message?: string }

const faultOf = (fault: unknown): Fault => (typeof fault === 'object' && fault !== null ? (fault as Fault) : {}) // nodemailer adds these
