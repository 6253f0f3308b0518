import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** What a device says with its key; `lie` has it say something else than it should. */
type Said = {
  readonly origin?: string
  readonly isVerified?: boolean
  readonly counter?: number
  readonly rpId?: string
}

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64 = (data: Buffer) => data.toString('base64url')

/** A device with one key, in software, as a phone or a security key would answer (WebAuthn level 2). */
export function aDeviceKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const clientData = (type: string, challenge: string, { origin = 'https://voorveld.example' }: Said) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const start = ({ rpId = 'voorveld.example', isVerified = true, counter = 1 }: Said, more = 0) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.of(PRESENT | (isVerified ? VERIFIED : 0) | more), count])
  }
  const wrapped = (response: object) =>
    JSON.stringify({ id: base64(id), rawId: base64(id), type: 'public-key', clientExtensionResults: {}, response })

  return {
    /** The answer to being asked to make a key. */
    make: (options: string, said: Said = {}): string => {
      const { challenge } = JSON.parse(options) as { challenge: string } // our own server made it
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = [
        pair(1, 2),
        pair(3, -7),
        pair(-1, 1),
        pair(-2, Buffer.from(x, 'base64url')),
        pair(-3, Buffer.from(y, 'base64url')),
      ]
      const cose = Buffer.concat([Buffer.of(0xa5), ...key])
      const data = Buffer.concat([start(said, NEW_KEY), Buffer.alloc(16), Buffer.of(0, id.length), id, cose])
      const attestation = Buffer.concat([
        Buffer.of(0xa3),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0), text('authData'), bytes(data)],
      ])
      return wrapped({
        clientDataJSON: base64(clientData('webauthn.create', challenge, said)),
        attestationObject: base64(attestation),
      })
    },
    /** The answer to being asked to show it. */
    show: (options: string, said: Said = {}): string => {
      const { challenge } = JSON.parse(options) as { challenge: string } // our own server made it
      const [client, data] = [clientData('webauthn.get', challenge, said), start({ counter: 2, ...said })]
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return wrapped({
        ...{ clientDataJSON: base64(client), authenticatorData: base64(data), signature: base64(signature) },
      })
    },
  }
}

/* The little of CBOR (RFC 8949) that a key takes. */

const bytes = (data: Buffer) =>
  Buffer.concat([
    data.length < 256 ? Buffer.of(0x58, data.length) : Buffer.of(0x59, data.length >> 8, data.length & 0xff),
    data,
  ])
const text = (word: string) => Buffer.concat([Buffer.of(0x60 + word.length), Buffer.from(word)])
const number = (value: number) => Buffer.of(value < 0 ? 0x20 + (-1 - value) : value)
const pair = (name: number, value: number | Buffer) =>
  Buffer.concat([number(name), typeof value === 'number' ? number(value) : bytes(value)])
