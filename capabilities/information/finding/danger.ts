import { plainName } from '../../search/similar.ts'
import type { Language } from '../front-matter.ts'

/** What people type who are not safe, or who know somebody who is not; a word that ends in `*` begins so. */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    ...['112', 'bang', 'doodsbang', 'onveilig', 'gevaar', 'gevaarlijk', 'veilig thuis', 'blijf van mijn lijf'],
    ...[
      'sla',
      'slaat',
      'slaan',
      'sloeg',
      'geslagen',
      'klap',
      'klappen',
      'schopt',
      'schoppen',
      'geschopt',
      'wurg*',
      'gewurgd',
    ],
    ...[
      'mishandel*',
      'geweld*',
      'huiselijk geweld',
      'bedreig*',
      'dreig*',
      'gedreigd',
      'stalk*',
      'verkracht*',
      'aanrand*',
    ],
    ...[
      'misbruik*',
      'opgesloten',
      'opsluiten',
      'mes',
      'wapen',
      'vermoord*',
      'doodmaken',
      'vlucht',
      'vluchten',
      'opvang vrouwen',
    ],
  ],
  en: [
    ...[
      '112',
      'afraid',
      'scared',
      'unsafe',
      'not safe',
      'danger',
      'dangerous',
      'hit',
      'hits',
      'hitting',
      'beat*',
      'punch*',
    ],
    ...['kick', 'kicks', 'kicked', 'chok*', 'strangl*', 'abus*', 'violen*', 'threat*', 'stalk*', 'rape*', 'assault*'],
    ...['locked up', 'knife', 'weapon', 'kill', 'kills', 'killing', 'flee', 'women s shelter'],
  ],
}

/** What people type who think of death; a word that ends in `*` begins so. */
const DESPAIR: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    '113',
    'zelfmoord*',
    'zelfdoding*',
    'suicid*',
    'dood wil*',
    'wil dood',
    'dood zijn',
    'niet meer leven',
    'leven niet meer',
  ],
  en: ['113', 'suicid*', 'kill myself', 'want to die', 'end my life', 'not live', 'dead'],
}

/** Whether what was typed can be of somebody who thinks of death: then there is somebody to call for that, day and night. */
export const isAboutDeath = (typed: string, language: Language): boolean => holds(DESPAIR[language], typed)

/**
 * Whether what was typed can be of somebody who is not safe: then whom to call stands above all that was found. Rather once
 * too often than once too few.
 */
export const isAboutDanger = (typed: string, language: Language): boolean => holds(WORDS[language], typed)

function holds(words: readonly string[], typed: string): boolean {
  const text = ` ${plainName(typed)} `
  return words.some((word) => text.includes(word.endsWith('*') ? ` ${word.slice(0, -1)}` : ` ${word} `))
}
