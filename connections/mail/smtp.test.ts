import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { aMailServer, type RunningMailServer } from '../../tests/support/mail-server.ts'
import type { Mail } from './mail.ts'
import { smtpMail } from './smtp.ts'

const FROM = 'bericht@voorveld.example'
const QUICK = { connect: 1_000, greeting: 1_000, silence: 1_000, whole: 3_000 }
const mail: Mail = {
  id: '01900000-0000-7000-8000-000000000001',
  to: 'iemand@voorbeeld.example',
  subject: 'Bericht van Voorveld',
  text: 'Hallo,\n\nEr staat iets voor je klaar.\n',
  html: '<p>Er staat iets voor je klaar.</p>',
}

let running: RunningMailServer | undefined
let raw: Server | undefined
afterEach(async () => {
  await running?.stop()
  raw?.close()
  running = raw = undefined
})

const start = async (given: Parameters<typeof aMailServer>[0] = {}) => {
  running = await aMailServer(given)
  return running
}

test('a mail arrives at one address, from the neutral sender, with an id that is the same on every try', async () => {
  const { server, arrived } = await start()
  const send = smtpMail(server, FROM, QUICK)
  expect(await send(mail)).toEqual({ result: 'sent' })
  expect(await send(mail)).toEqual({ result: 'sent' })
  expect(arrived.map((one) => [one.from, one.for])).toEqual([
    [FROM, [mail.to]],
    [FROM, [mail.to]],
  ])
  for (const { raw: text } of arrived) {
    expect(text).toContain(`Message-ID: <${mail.id}@voorveld.example>`)
    expect(text).toContain(`From: Voorveld <${FROM}>`)
    expect(text).toContain('Auto-Submitted: auto-generated')
  }
})

test.each([
  ['a line end', 'iemand@voorbeeld.example\r\nBcc: ander@voorbeeld.example'],
  ['a bare line end', 'iemand@voorbeeld.example\n'],
  ['two addresses', 'iemand@voorbeeld.example, ander@voorbeeld.example'],
  ['a list in one word', 'iemand,ander@voorbeeld.example'],
  ['a name', 'Iemand <iemand@voorbeeld.example>'],
  ['an address in brackets', '<iemand@voorbeeld.example>'],
  ['an option for the server', 'iemand@voorbeeld.example> SIZE=1'],
  ['a group', 'groep:iemand@voorbeeld.example;'],
  ['quotes', '"iemand"@voorbeeld.example'],
  ['a host without a domain', 'iemand@localhost'],
  ['a null', 'iemand\u0000@voorbeeld.example'],
  ['nothing', ''],
])('an address with %s is refused before anybody is called', async (_, to) => {
  const { server, arrived } = await start()
  expect(await smtpMail(server, FROM, QUICK)({ ...mail, to })).toEqual({
    result: 'refused',
    reason: 'address-unusable',
  })
  expect(arrived).toEqual([])
})

test.each([
  [450, { result: 'later', reason: 'server-busy' }],
  [421, { result: 'later', reason: 'server-busy' }],
  [550, { result: 'refused', reason: 'mail-refused' }],
  [554, { result: 'refused', reason: 'mail-refused' }],
])('a server that says %i to a mail is believed', async (code, handed) => {
  const { server } = await start({ answer: () => ({ code, text: 'no' }) })
  expect(await smtpMail(server, FROM, QUICK)(mail)).toEqual(handed)
})

test('a recipient the server does not know is final', async () => {
  const { server } = await start({
    options: { onRcptTo: (_, __, done) => done(Object.assign(new Error('unknown'), { responseCode: 550 })) },
  })
  expect(await smtpMail(server, FROM, QUICK)(mail)).toEqual({ result: 'refused', reason: 'mail-refused' })
})

test('a server that is away is tried later', async () => {
  const { server, stop } = await aMailServer()
  await stop()
  expect(await smtpMail(server, FROM, QUICK)(mail)).toEqual({ result: 'later', reason: 'server-away' })
})

test('a wrong sign-in is tried later, because whoever runs the machine can mend it', async () => {
  const { server } = await start({
    options: {
      authOptional: false,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
    },
  })
  const handed = await smtpMail({ ...server, auth: { user: 'wij', pass: 'fout' } }, FROM, QUICK)(mail)
  expect(handed).toEqual({ result: 'later', reason: 'server-login-refused' })
})

test('without encryption nothing is sent to another machine', async () => {
  const { server, arrived } = await start()
  const handed = await smtpMail({ ...server, tls: 'required' }, FROM, QUICK)(mail)
  expect(handed).toEqual({ result: 'later', reason: 'no-safe-connection' })
  expect(arrived).toEqual([])
})

test('a certificate that nobody vouches for is no encryption to another machine, on this machine it is enough', async () => {
  const { server, arrived } = await start({ options: { disabledCommands: ['AUTH'] } })
  const handed = await smtpMail({ ...server, tls: 'required' }, FROM, QUICK)(mail)
  expect(handed).toEqual({ result: 'later', reason: 'no-safe-connection' })
  expect(arrived).toEqual([])
  expect(await smtpMail(server, FROM, QUICK)(mail)).toEqual({ result: 'sent' })
})

/** A server of which every connection is handed to us. */
const listen = (each: (socket: Socket) => void): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      each(socket)
    })
    raw = server
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

test('a server that never greets is hung up on', async () => {
  const port = await listen(() => undefined)
  const server = { host: '127.0.0.1', port, auth: undefined, tls: 'none' } as const
  expect(await smtpMail(server, FROM, QUICK)(mail)).toEqual({ result: 'later', reason: 'server-away' })
})

test('a server that keeps dribbling is hung up on as well, so that a second try never meets the first', async () => {
  let isClosed = false
  const port = await listen((socket) => {
    const drip = setInterval(() => socket.write('220-even geduld\r\n'), 200)
    socket.on('close', () => {
      clearInterval(drip)
      isClosed = true
    })
  })
  const server = { host: '127.0.0.1', port, auth: undefined, tls: 'none' } as const
  const started = performance.now()
  const patient = { ...QUICK, greeting: 60_000, whole: 1_500 }
  expect(await smtpMail(server, FROM, patient)(mail)).toEqual({ result: 'later', reason: 'server-away' })
  expect(performance.now() - started).toBeLessThan(4_000)
  await expect.poll(() => isClosed).toBe(true)
})

test('a slow server gets the time it needs', async () => {
  const { server, arrived } = await start({ takesMs: 500 })
  expect(await smtpMail(server, FROM, QUICK)(mail)).toEqual({ result: 'sent' })
  expect(arrived).toHaveLength(1)
})
