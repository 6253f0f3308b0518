import { formatCount, formatNumber } from './format.ts'
import { defineWords } from './words.ts'

type Counted = { readonly tables: number; readonly rows: number }
type Restored = Counted & { readonly blocks: number; readonly kept?: string }

/** What the commands say that whoever runs the machine gives. */
export const runningWords = defineWords({
  nl: {
    backedUp: ({ tables, rows, file }: Counted & { file: string }) =>
      `De reservekopie staat in ${file}: ${formatNumber('nl', rows)} rijen uit ${formatNumber('nl', tables)} tabellen. Alleen jij kunt die lezen. Versleutel die en bewaar die ergens anders. APP_SECRET zit er niet in.`,
    restored: ({ tables, rows, blocks, kept }: Restored) =>
      `De reservekopie staat terug: ${formatNumber('nl', rows)} rijen in ${formatNumber('nl', tables)} tabellen, alle geteld. De keten van het logboek klopt (${formatCount('nl', blocks, { one: 'blok', many: 'blokken' })}).${kept === undefined ? '' : ` Wat er stond, staat in ${kept}.`}`,
    moved: ({ tables, rows, blocks }: Counted & { blocks: number }) =>
      `Alles is verhuisd: ${formatNumber('nl', rows)} rijen in ${formatNumber('nl', tables)} tabellen, alle vergeleken. De keten van het logboek klopt (${formatCount('nl', blocks, { one: 'blok', many: 'blokken' })}). Zet nu DATABASE_URL en laat APP_SECRET zoals die is. De oude database staat in de map database-moved: vernietig die na een week.`,
  },
  en: {
    backedUp: ({ tables, rows, file }: Counted & { file: string }) =>
      `The backup is in ${file}: ${formatNumber('en', rows)} rows from ${formatNumber('en', tables)} tables. Only you can read it. Encrypt it and keep it elsewhere. APP_SECRET is not in it.`,
    restored: ({ tables, rows, blocks, kept }: Restored) =>
      `The backup is back: ${formatNumber('en', rows)} rows in ${formatNumber('en', tables)} tables, all counted. The chain of the log holds (${formatCount('en', blocks, { one: 'block', many: 'blocks' })}).${kept === undefined ? '' : ` What was there is in ${kept}.`}`,
    moved: ({ tables, rows, blocks }: Counted & { blocks: number }) =>
      `Everything has moved: ${formatNumber('en', rows)} rows in ${formatNumber('en', tables)} tables, all compared. The chain of the log holds (${formatCount('en', blocks, { one: 'block', many: 'blocks' })}). Now set DATABASE_URL and leave APP_SECRET as it is. The old database is in the folder database-moved: destroy it after a week.`,
  },
})
