const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** Pages that differ in whose they are only, or in what is chosen on them, are one kind. */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address)
  return `${pathname
    .replace(ID, ':id')
    .replace(/(?<=\/paginas\/)(?!nieuw$)[^/]+\/[a-z]{2}/, ':code')
    .replace(
      /(?<=\/regelingen\/(?:bedragen\/)?)(?!bedragen|normen|eigen|contactpunt|kijken|meer-inkomen)[^/]+$/,
      ':code',
    )
    .replace(/(?<=\/namen\/naam\/)[^/]+/, ':code')
    .replace(/(?<=\/stappenplan\/(vragen|stappen|knoppen|voorbeelden|versies)\/)(?!nieuw$)[^/]+/, ':code')
    .replace(
      /(?<=\/)(paspoorten|stap|moment|begin|informatie|g|programmas(?!\/concept))\/[^/]+/g,
      '$1/:code',
    )} ${[...searchParams.keys()].sort().join(' ')}`
}

/** What lets go of the session or of the site, or is no page. */
export const NO_PAGE = /^\/(weg|uitloggen|api)\b|\/chatten\/|\/(csv|xlsx|bestand|krant\.(?:txt|docx))(\?|$)/
