import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { controlsIn } from './plain-words.ts'

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)

/** A few stray control characters come from copying; more of them than this, and more than one in a hundred, is no text. */
const STRAY = 3
const MOST_CONTROLS = 0.01

/**
 * The text in the bytes of a file: UTF-8 with or without byte order mark, tried strictly, else Windows-1252.
 * Line ends become line feeds. Refuses old workbooks, other zip files, PDF, other binary content and UTF-16.
 */
export function textOf(bytes: Uint8Array): Answer<string> {
  if (isZip(bytes)) return refuse('file-is-zip')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(isLocked(bytes) ? 'file-is-encrypted' : 'file-is-old-workbook')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse('file-is-pdf')
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || looksLikeUtf16(bytes))
    return refuse('file-is-utf16')
  if (bytes.includes(0)) return refuse('file-is-binary')
  const text = decode(bytes).replace(/\r\n?/g, '\n')
  if (controlsIn(text) > Math.max(STRAY, text.length * MOST_CONTROLS)) return refuse('file-is-binary')
  return allow(text)
}

/** A workbook with a password lies in the old kind of file, under this name. */
const isLocked = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** UTF-16 without a mark: in Dutch text every second byte is zero. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000)
  if (head.length < 4) return false
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > head.length / 4 && Math.min(even, odd) === 0
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
