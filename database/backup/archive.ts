import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { type Answer, allow, refuse } from '../../foundation/result.ts'

/**
 * A backup is one ordinary tar: what the database gave, the manifest, and the checksums of both, in this order. So it can be
 * looked into and restored without Voorveld: `tar xf`, `sha256sum -c SHA256SUMS`, `pg_restore`.
 */
const MANIFEST = 'manifest.json'
const SUMS = 'SHA256SUMS'
export const PAYLOADS = { server: 'database.dump', embedded: 'database.tar.gz' } as const

const BLOCK = 512
/** A manifest has a line per table and per migration; anything of this size is none. */
const LARGEST_MANIFEST = 5_000_000

export type Archive = {
  readonly payload: { readonly name: string; readonly from: number; readonly bytes: number }
  readonly manifest: string
}

/** Where the parts of the dump are handed over, one by one. */
type Take = (chunk: Uint8Array) => Promise<void>

/**
 * Writes a backup to a new file that only its owner reads. `fill` hands over the dump and then gives the manifest.
 * What fails, or is refused, leaves no file behind.
 */
export async function writeArchive(
  path: string,
  name: string,
  fill: (take: Take) => Promise<Answer<string>>,
): Promise<Answer> {
  let file: FileHandle
  try {
    file = await open(path, 'wx', 0o600)
  } catch (fault) {
    return refuse(isCode(fault, 'EEXIST') ? 'backup-exists' : 'backup-not-writable', { file: path })
  }
  let isWhole = false
  try {
    const filled = await fillIn(file, name, fill)
    isWhole = filled.ok
    return filled
  } catch (fault) {
    if (isCode(fault, 'ENOSPC')) return refuse('backup-disk-full', { file: path })
    throw fault
  } finally {
    await file.close()
    if (!isWhole) await rm(path, { force: true })
  }
}

async function fillIn(file: FileHandle, name: string, fill: (take: Take) => Promise<Answer<string>>): Promise<Answer> {
  await write(file, Buffer.alloc(BLOCK), 0) // the header comes when the size is known
  const hash = createHash('sha256')
  let bytes = 0
  const manifest = await fill(async (chunk) => {
    await write(file, chunk, BLOCK + bytes)
    hash.update(chunk)
    bytes += chunk.length
  })
  if (!manifest.ok) return manifest
  await write(file, header(name, bytes), 0)
  const sums = `${hash.digest('hex')}  ${name}\n${sha256(manifest.value)}  ${MANIFEST}\n`
  const rest = [padding(bytes), entry(MANIFEST, manifest.value), entry(SUMS, sums), Buffer.alloc(2 * BLOCK)]
  await write(file, Buffer.concat(rest), BLOCK + bytes)
  await file.sync()
  return allow()
}

/** Opens a backup and computes its checksums anew. Refuses what is no backup, and one that was cut off or changed. */
export async function readArchive(path: string): Promise<Answer<Archive>> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch {
    return refuse('file-unreadable', { file: path })
  }
  try {
    const payload = await headerAt(file, 0)
    if (payload === undefined || !Object.values<string>(PAYLOADS).includes(payload.name))
      return refuse('backup-unknown')
    const manifest = await textAt(file, MANIFEST, after(payload))
    const sums = manifest && (await textAt(file, SUMS, after(manifest)))
    const expected = [
      `${await sha256OfPart(path, payload)}  ${payload.name}`,
      `${sha256(manifest?.text ?? '')}  ${MANIFEST}`,
    ]
    if (manifest === undefined || sums?.text !== `${expected.join('\n')}\n`) return refuse('backup-damaged')
    return allow({ payload, manifest: manifest.text })
  } finally {
    await file.close()
  }
}

/** The dump in a backup, as it was. */
export const payloadOf = (path: string, { payload }: Archive) =>
  createReadStream(path, { start: payload.from, end: payload.from + payload.bytes - 1 })

type Entry = { readonly name: string; readonly from: number; readonly bytes: number }

const after = ({ from, bytes }: Entry): number => from + Math.ceil(bytes / BLOCK) * BLOCK

async function textAt(file: FileHandle, name: string, at: number): Promise<(Entry & { text: string }) | undefined> {
  const found = await headerAt(file, at)
  if (found?.name !== name || found.bytes > LARGEST_MANIFEST) return undefined
  const { buffer, bytesRead } = await file.read(Buffer.alloc(found.bytes), 0, found.bytes, found.from)
  return bytesRead === found.bytes ? { ...found, text: buffer.toString('utf8') } : undefined
}

async function headerAt(file: FileHandle, at: number): Promise<Entry | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(BLOCK), 0, BLOCK, at)
  if (bytesRead < BLOCK || buffer.toString('latin1', 257, 262) !== 'ustar') return undefined
  const name = buffer.toString('latin1', 0, buffer.indexOf(0))
  const bytes =
    (buffer[124] ?? 0) & 0x80
      ? Number(buffer.readBigUInt64BE(128))
      : Number.parseInt(buffer.toString('latin1', 124, 135), 8)
  const isOurs = buffer.equals(header(name, bytes, Number.parseInt(buffer.toString('latin1', 136, 147), 8)))
  return isOurs ? { name, bytes, from: at + BLOCK } : undefined
}

/** From this size on, which is 8 GiB, the eleven octal digits do not hold it and tar writes the number itself. */
const OCTAL_HOLDS = 8 ** 11

function header(name: string, bytes: number, seconds = Math.floor(Date.now() / 1_000)): Buffer {
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 'latin1')
  for (const [at, text] of [
    [100, '0000600'],
    [108, '0000000'],
    [116, '0000000'],
  ] as const)
    block.write(text, at, 'latin1')
  if (bytes < OCTAL_HOLDS) block.write(bytes.toString(8).padStart(11, '0'), 124, 'latin1')
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(bytes), 128)
  }
  block.write(seconds.toString(8).padStart(11, '0'), 136, 'latin1')
  block.write('        0', 148, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

const padding = (bytes: number): Buffer => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK)

function entry(name: string, text: string): Buffer {
  const body = Buffer.from(text)
  return Buffer.concat([header(name, body.length), body, padding(body.length)])
}

async function write(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0
  while (done < bytes.length) done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function sha256OfPart(path: string, payload: Archive['payload']): Promise<string> {
  const hash = createHash('sha256')
  if (payload.bytes === 0) return hash.digest('hex')
  for await (const chunk of payloadOf(path, { payload, manifest: '' })) hash.update(chunk as Buffer) // a stream of a file gives buffers
  return hash.digest('hex')
}

const isCode = (fault: unknown, code: string): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === code
