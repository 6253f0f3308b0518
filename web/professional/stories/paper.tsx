import { storyKept, withdrawalCode } from '../../../capabilities/participation/stories/queries.ts'
import { BackLink } from '../../design/paging.tsx'
import { SquareCode } from '../../design/square-code.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { storiesKeptWords } from '../../words/stories-kept.ts'

/** The paper that goes along with whoever told a story: until when, and how to take it back. */
export const get = guarded({ may: ['change', 'page'], act: 'story.paper-made' }, async (actor, page) => {
  const { gemeente = '', id = '' } = page.params
  const kept = await storyKept(actor, gemeente, id)
  const code = await withdrawalCode(actor, gemeente, id)
  if (kept === undefined || code === undefined) return notFound()
  const words = storiesKeptWords[page.lang]
  const address = page.origin + links.storyBack(code)
  return workPage(
    page,
    actor,
    { title: words.paper, active: 'stories' },
    <>
      <BackLink href={links.story(gemeente, id)} label={words.back} />
      <p class="small soft story-print">{words.print}</p>
      <article class="story-paper">
        <h1>{words.paperTitle}</h1>
        <p>{words.paperLead}</p>
        {kept.consent === undefined ? null : <p>{words.paperUntil(kept.consent.untilOn)}</p>}
        <h2>{words.paperBack}</h2>
        <p>{words.paperBackText}</p>
        <p class="story-address">
          <strong>{address}</strong>
        </p>
        <SquareCode text={address} label={words.paperCode} />
        <p>{words.paperCall}</p>
        <p>{words.paperKeep}</p>
      </article>
    </>,
  )
})
