import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailServer } from '../../connections/mail/server-address.ts'

/** A mail as it arrived: who it was handed over for, and every byte of it. */
export type Arrived = { readonly for: readonly string[]; readonly from: string; readonly raw: string }

export type RunningMailServer = {
  readonly server: MailServer
  readonly arrived: readonly Arrived[]
  readonly stop: () => Promise<void>
}

type Answer = { readonly code: number; readonly text: string } | undefined

/**
 * A real mail server on this machine. `answer` says per mail (counted from 1) with what it is turned away, and `takes` how
 * long it thinks about it. Give the port to start again where another one stopped.
 */
export async function aMailServer(
  given: {
    readonly answer?: (nth: number) => Answer
    readonly takesMs?: number
    readonly port?: number
    readonly options?: SMTPServerOptions
  } = {},
): Promise<RunningMailServer> {
  const arrived: Arrived[] = []
  let tries = 0
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const answer = given.answer?.(++tries)
        setTimeout(() => {
          if (answer !== undefined) return done(Object.assign(new Error(answer.text), { responseCode: answer.code }))
          const { mailFrom, rcptTo } = session.envelope
          arrived.push({
            for: rcptTo.map(({ address }) => address),
            from: mailFrom === false ? '' : mailFrom.address,
            raw: Buffer.concat(chunks).toString('utf8'),
          })
          done()
        }, given.takesMs ?? 0)
      })
    },
    ...given.options,
  })
  smtp.on('error', () => undefined) // a client that hangs up is what some tests are about
  await new Promise<void>((resolve) => {
    smtp.listen(given.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = smtp.server.address() as AddressInfo // it listens on a port
  return {
    server: { host: '127.0.0.1', port, auth: undefined, tls: 'if-offered' },
    arrived,
    stop: () => new Promise((resolve) => smtp.close(resolve)),
  }
}
