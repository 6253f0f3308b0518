/** Vowels that are one sound in Dutch, the longest first; any other two vowels beside each other are two syllables. */
const SOUNDS = [
  'aai',
  'eeu',
  'ieu',
  'oei',
  'ooi',
  'aa',
  'ee',
  'oo',
  'uu',
  'ie',
  'oe',
  'eu',
  'ui',
  'ei',
  'ij',
  'au',
  'ou',
]
const SOUND = new RegExp(SOUNDS.join('|'), 'g')

/**
 * How many syllables a Dutch word has, by its spelling: every sound is one, and a diaeresis begins a new one. Patterns for
 * breaking a word at the end of a line do not serve: they leave out syllables of one letter, such as the first of “over”. A
 * borrowed word may be counted wrong (“museum”); what holds no vowel, such as a figure, counts as one.
 */
export const syllablesIn = (word: string): number =>
  word
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .reduce((sum, part) => sum + soundsIn(part), 0) || 1

function soundsIn(part: string): number {
  const letters = part
    .normalize('NFD')
    // A diaeresis says that a new syllable begins; other accents say nothing about it.
    .replace(/([aeiou])\u0308/g, '|$1')
    .replace(/\p{M}/gu, '')
    .replace(/qu/g, 'kw')
    .replace(/(^|\|)y(?=[aeiou])/g, '$1j')
  return letters.replace(SOUND, '.').match(/[.aeiouy]/g)?.length ?? 0
}
