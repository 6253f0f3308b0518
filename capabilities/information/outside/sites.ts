import { inlinesOf } from '../blocks.ts'
import type { Source } from '../front-matter.ts'
import { readText } from '../markdown.ts'

type Text = { readonly body: string; readonly sources: readonly Pick<Source, 'url'>[] }

/** The addresses of sites of others in these texts and their sources, each once. */
export const sitesIn = (texts: readonly Text[]): string[] => [...new Set(texts.flatMap(sitesOf))]

const sitesOf = ({ body, sources }: Text): string[] => [
  ...sources.flatMap(({ url }) => url ?? []),
  ...inlinesOf(readText(body).blocks).flatMap((one) =>
    one.kind === 'link' && one.to.kind === 'site' ? [one.to.href] : [],
  ),
]
