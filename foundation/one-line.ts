/** A text as one line of signs that can be seen: composed letters, one space where there were blanks or signs that nobody sees. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
