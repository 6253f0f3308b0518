/** Words as they are compared: without case, accents, underscores and punctuation. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// Cells that say nothing, as people write it.
const SAYING_NOTHING = new Set(['', 'onbekend', 'niet bekend', 'nvt', 'n v t', 'unknown'])

/** Whether a cell says nothing: empty, a dash, a question mark, "onbekend". */
export const isBlank = (text: string): boolean => SAYING_NOTHING.has(plain(text))

// Control and format characters (soft hyphens, zero-width and direction marks, byte order marks), but not tab and line
// feed: nobody types them, and they make two equal words differ.
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu

/** How many control characters the text holds, tabs and line ends aside. */
export const controlsIn = (text: string): number => text.match(/(?![\t\n\r])\p{Cc}/gu)?.length ?? 0

// What our own downloads put before a cell that a spreadsheet would run as a formula; here nothing is run.
const GUARD = /^'(?=\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20])/u

/**
 * A cell without invisible characters and double spaces, in one Unicode form; line feeds inside it stay. The apostrophe with
 * which a downloaded cell was made harmless goes, so that it comes back as it was.
 */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(GUARD, '')
