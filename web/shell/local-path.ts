/**
 * The address that somebody meant who typed one from paper: without a slash at its end, and with the name of a municipality
 * in small letters. Undefined when it is that already, or leads away from this site.
 */
export function pathMeant(path: string): string | undefined {
  const meant = path.replace(/(?<=[^/])\/+$/, '').replace(/(?<=^(?:\/[a-z]{2})?\/)g\/[^/]+/i, (at) => at.toLowerCase())
  return meant === path ? undefined : localPath(meant)
}

/**
 * A path on this site, or undefined: nobody is sent elsewhere by a link made elsewhere. Browsers drop tabs and line ends
 * and take `\` for `/`, so `/<tab>/elders.example` would lead away.
 */
export function localPath(path: string | null | undefined): string | undefined {
  return path !== null && path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) && path.length <= 2000
    ? path
    : undefined
}
