import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { publicStories } from '../../../capabilities/participation/stories/queries.ts'
import { type StoryShown, storiesBehind } from '../../../capabilities/participation/stories/story.ts'
import { storyWords } from '../../words/stories.ts'
import type { Lang } from '../../words/words.ts'
import type { Around } from '../information/around.ts'

type Quoted = Pick<StoryShown, 'words' | 'name' | 'isTranslated'>

/** The stories that stand beside what is behind these entrances, in the place and language of the address. */
export async function storiesAround(
  actor: Actor,
  { asked }: Around,
  codes: readonly string[],
  most: number,
): Promise<StoryShown[]> {
  if (codes.length === 0) return []
  return storiesBehind(await publicStories(actor, asked), codes, { today: asked.today, most })
}

/** A story in the words of whoever told it. */
export const StoryQuote: FC<{ lang: Lang; story: Quoted }> = ({ lang, story: { words, name, isTranslated } }) => (
  <figure class="story">
    <blockquote>
      {words.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
    <figcaption class="small soft">
      {name === null ? storyWords[lang].byNobody : storyWords[lang].by(name)}
      {isTranslated ? `. ${storyWords[lang].translated}` : ''}
    </figcaption>
  </figure>
)

/** Stories under a text; nothing when there are none. */
export const Stories: FC<{ lang: Lang; stories: readonly StoryShown[] }> = ({ lang, stories }) =>
  stories.length === 0 ? null : (
    <section class="part">
      <header>
        <h2>{storyWords[lang].heading}</h2>
      </header>
      <div>
        {stories.map((story) => (
          <StoryQuote lang={lang} story={story} />
        ))}
      </div>
    </section>
  )
