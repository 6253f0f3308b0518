import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { publicStories } from '../../../capabilities/participation/stories/queries.ts'
import { type StoryMore, type StoryShown, storiesBehind } from '../../../capabilities/participation/stories/story.ts'
import { hostOf, questionsIn } from '../../../capabilities/participation/stories/told.ts'
import { Details } from '../../design/details.tsx'
import { storyWords } from '../../words/stories.ts'
import type { Lang } from '../../words/words.ts'
import type { Around } from '../information/around.ts'

type Quoted = Pick<StoryShown, 'words' | 'name' | 'isTranslated' | 'more'>

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
export const StoryQuote: FC<{ lang: Lang; story: Quoted }> = ({ lang, story: { words, name, isTranslated, more } }) => (
  <figure class="story">
    <blockquote>
      {words.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
    {more === undefined ? null : <More lang={lang} more={more} />}
    <figcaption class="small soft">
      {name === null ? storyWords[lang].byNobody : storyWords[lang].by(name)}
      {isTranslated ? `. ${storyWords[lang].translated}` : ''}
    </figcaption>
  </figure>
)

/**
 * A talk in questions and answers, or a film: nothing of it is loaded from elsewhere, all that is said stands here, and it
 * is told where the link goes.
 */
const More: FC<{ lang: Lang; more: StoryMore }> = ({ lang, more: { form, transcript, language, film } }) => {
  const words = storyWords[lang]
  const host = film === undefined ? undefined : hostOf(film.url)
  const spoken = language === lang ? {} : { lang: language }
  return (
    <>
      {film === undefined || host === undefined ? null : (
        <>
          <p>
            <a href={film.url} rel="noreferrer external" data-paper={film.url}>
              {words.watch(host)}
            </a>
          </p>
          <p class="small soft">
            {words.film(film.seconds)} {words.leaving(host)}
          </p>
        </>
      )}
      <Details summary={form === 'interview' ? words.readTalk : words.readFilm}>
        <div {...spoken}>{form === 'interview' ? <Talk transcript={transcript} /> : <Lines text={transcript} />}</div>
      </Details>
    </>
  )
}

const Talk: FC<{ transcript: string }> = ({ transcript }) => (
  <dl>
    {(questionsIn(transcript) ?? []).map(({ question, answer }) => (
      <>
        <dt>{question}</dt>
        {answer.map((line) => (
          <dd>{line}</dd>
        ))}
      </>
    ))}
  </dl>
)

const Lines: FC<{ text: string }> = ({ text }) => (
  <>
    {text.split(/\n+/).map((line) => (
      <p>{line}</p>
    ))}
  </>
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
