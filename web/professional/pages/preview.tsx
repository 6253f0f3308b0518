import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { readPage } from '../../../capabilities/information/page-file.ts'
import { publicSlugs } from '../../../capabilities/information/queries.ts'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { namingOn } from '../../shell/naming.tsx'
import { publicPage } from '../../shell/pages.tsx'
import { TextParts } from '../../shell/text-parts.tsx'
import { pagesKeptWords } from '../../words/pages-kept.ts'

type Preview = {
  readonly text: string
  readonly municipality: Municipality | undefined
  readonly wrong: readonly FieldError[]
}

/** A text as it would stand on the site, with what is not right yet above it; kept nowhere. */
export async function showPreview(actor: Actor, page: PageRequest, { text, municipality, wrong }: Preview) {
  const words = pagesKeptWords[page.lang]
  const { page: typed } = readPage(text)
  const here = { lang: page.lang, place: municipality?.slug }
  const naming = namingOn(actor, page, here, await publicSlugs(actor, page.lang))
  return publicPage(
    page,
    { title: words.preview, isPrivate: true },
    <>
      <Notice isNews>{words.previewNote}</Notice>
      <ErrorSummary lang={page.lang} errors={wrong.map(({ message }) => ({ message }))} />
      {typed === undefined ? null : (
        <article>
          <header class="page-head">
            <h1>{typed.front.title}</h1>
            <p class="lead">{typed.front.summary}</p>
          </header>
          <TextParts blocks={typed.blocks} naming={naming} />
        </article>
      )}
    </>,
  )
}
