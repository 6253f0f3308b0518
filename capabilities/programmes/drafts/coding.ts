import { placeCode } from '../../access/place-code.ts'

/** Keys that figures use for themselves. */
const RESERVED = ['all', 'unknown', 'other']
/** Room for a number behind it, within what a code may be long. */
const LONGEST = 48

/** A code from a name, that nothing else has yet: codes stay when names change, so that old answers keep their meaning. */
export function codeFrom(name: string, taken: readonly string[], start = ''): string {
  const plain = (placeCode(name.slice(0, 200)) ?? 'item').slice(0, LONGEST - start.length).replace(/-+$/, '')
  const base = `${start}${plain === '' ? 'item' : plain}`
  const isFree = (code: string) => !taken.includes(code) && !RESERVED.includes(code)
  if (isFree(base)) return base
  for (let number = 2; ; number++) if (isFree(`${base}-${number}`)) return `${base}-${number}`
}
