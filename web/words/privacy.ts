import { defineWords } from './words.ts'

type Counted = { readonly blocks: number; readonly rows: number; readonly unsealed: number }

/** What the check of the audit log says. */
export const privacyWords = defineWords({
  nl: {
    holds: ({ blocks, rows }: Counted) => `Het logboek klopt: ${blocks} blokken met ${rows} regels.`,
    broken: ({ blocks, rows }: Counted) => `Het logboek klopt niet. Nagerekend: ${blocks} blokken met ${rows} regels.`,
    waiting: ({ unsealed }: Counted) => `Nog niet in een blok: ${unsealed} regels.`,
    head: (head: string) =>
      `Laatste blok: ${head}\nBewaar deze code ergens anders. Geef die de volgende keer mee met --head.`,
    empty: 'Er is nog geen blok.',
    inBlock: (block: number, why: string) => `Blok ${block}: ${why}`,
    why: {
      'block-missing': 'het blok hiervoor ontbreekt.',
      'chain-broken': 'dit blok volgt niet op het blok ervoor.',
      'header-changed': 'de kop van het blok is veranderd.',
      'row-missing': 'er is een regel weg.',
      'row-added': 'er is een regel bij gezet.',
      'row-changed': 'een regel is veranderd.',
      'destroyed-early': 'het blok is vernietigd voordat de termijn om was.',
      'not-destroyed-whole': 'het blok heet vernietigd, maar er staan nog regels in.',
      'head-unknown': 'De bewaarde code staat niet in het logboek: het einde is eraf, of alles is opnieuw gemaakt.',
      'rows-without-block': 'Er zijn regels van een blok dat er niet meer is.',
    },
  },
  en: {
    holds: ({ blocks, rows }: Counted) => `The log holds: ${blocks} blocks with ${rows} rows.`,
    broken: ({ blocks, rows }: Counted) => `The log does not hold. Checked: ${blocks} blocks with ${rows} rows.`,
    waiting: ({ unsealed }: Counted) => `Not in a block yet: ${unsealed} rows.`,
    head: (head: string) => `Last block: ${head}\nKeep this code somewhere else. Give it next time with --head.`,
    empty: 'There is no block yet.',
    inBlock: (block: number, why: string) => `Block ${block}: ${why}`,
    why: {
      'block-missing': 'the block before it is missing.',
      'chain-broken': 'this block does not follow the one before it.',
      'header-changed': 'the header of the block was changed.',
      'row-missing': 'a row is gone.',
      'row-added': 'a row was added.',
      'row-changed': 'a row was changed.',
      'destroyed-early': 'the block was destroyed before its term.',
      'not-destroyed-whole': 'the block is called destroyed, but rows are left in it.',
      'head-unknown': 'The code that was kept is not in the log: its end was cut off, or all of it was made anew.',
      'rows-without-block': 'There are rows of a block that is gone.',
    },
  },
})
