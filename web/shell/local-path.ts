/**
 * A path on this site, or undefined: nobody is sent elsewhere by a link made elsewhere. Browsers drop tabs and line ends
 * and take `\` for `/`, so `/<tab>/elders.example` would lead away.
 */
export function localPath(path: string | null | undefined): string | undefined {
  return path !== null && path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) && path.length <= 2000
    ? path
    : undefined
}
