/** The code of a place in addresses and keys: `'s-Heerenberg` becomes `s-heerenberg`; undefined when nothing is left. */
export function placeCode(name: string): string | undefined {
  const code = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return code === '' || code.length > 80 ? undefined : code
}
