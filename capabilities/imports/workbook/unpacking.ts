import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { refuse } from '../../../foundation/result.ts'
import { damaged, Stop } from './stop.ts'

/** The parts of a workbook by their name in small letters, as text in pieces. */
export type Parts = { readonly names: ReadonlySet<string>; readonly textOf: (name: string) => AsyncGenerator<string> }

/** A workbook of a register has some tens of parts. */
const MOST_PARTS = 2_000

/**
 * Opens the zip that a workbook is. Refuses an encrypted one and one that says it unpacks to more than `most` bytes; what
 * it really unpacks to is counted too, for a file can lie.
 */
export async function unpacking(bytes: Uint8Array, most: number): Promise<Parts> {
  const zip = await orDamaged(fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }))
  if (zip.entryCount > MOST_PARTS) throw damaged()
  const entries = await entriesOf(zip)
  const sizes = [...entries.values()].map((entry) => entry.uncompressedSize)
  const isTooBig = sizes.reduce((total, size) => total + size, 0) > most
  if ([...entries.values()].some((entry) => entry.isEncrypted())) throw new Stop(refuse('file-is-encrypted'))
  if (isTooBig) throw tooBig(most)
  let unpacked = 0
  const count = (size: number) => {
    unpacked += size
    if (unpacked > most) throw tooBig(most)
  }
  return { names: new Set(entries.keys()), textOf: (name) => textOf(zip, entries.get(name), count) }
}

const tooBig = (most: number): Stop => new Stop(refuse('workbook-too-big', { most: most / 1_000_000 }))

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const found = zip.eachEntry()
  for (;;) {
    const next = await orDamaged(found.next())
    if (next.done === true) return entries
    const name = next.value.fileName.toLowerCase()
    if (entries.has(name)) throw damaged() // two readers of this file would see two different things
    entries.set(name, next.value)
  }
}

async function* textOf(zip: ZipFile, entry: Entry | undefined, count: (size: number) => void): AsyncGenerator<string> {
  if (entry === undefined) throw damaged()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = await orDamaged(zip.openReadStreamPromise(entry))
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array> // a stream of a file gives bytes
  try {
    for (;;) {
      const chunk = await orDamaged(chunks.next())
      if (chunk.done === true) break
      count(chunk.value.length)
      yield decoded(decoder, chunk.value)
    }
    yield decoded(decoder)
  } finally {
    stream.destroy()
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw damaged()
  }
}

/** What the zip library rejects is a file that is broken, or was made to break something. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    throw damaged()
  }
}
