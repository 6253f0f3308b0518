import { withdrawStory } from '../../../capabilities/participation/stories/actions.ts'
import { type Behind, storyBehind } from '../../../capabilities/participation/stories/queries.ts'
import { moreIn } from '../../../capabilities/participation/stories/story.ts'
import { hostOf } from '../../../capabilities/participation/stories/told.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { nobodyYet } from '../../shell/sign-in-pages.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { storyWords } from '../../words/stories.ts'
import { StoryQuote } from './quote.tsx'

/**
 * Whoever told a story takes it back: looking changes nothing, one press erases it. Without an account and without
 * script; a link that is wrong, unknown or used reads the same.
 */
export const get = guarded({ may: 'everyone', act: 'story.looked-up' }, async (actor, page) => {
  const behind = await storyBehind(actor, tokenIn(page), page.browser.address)
  return behind === undefined ? isOver(page) : ask(page, behind)
})

export const post = guarded({ may: 'everyone', act: 'story.withdrawn', isSigningIn: true }, async (actor, page) => {
  const done = await withdrawStory(await nobodyYet(actor), tokenIn(page), page.browser.address)
  const words = storyWords[page.lang]
  if (done.ok) return said(page, words.gone, words.goneText)
  return done.reason === 'story-link-often'
    ? said(page, words.often, refusalSentence(page.lang, done), 429)
    : isOver(page)
})

const tokenIn = (page: PageRequest): string => (page.params.token ?? '').slice(0, 100)

const isOver = (page: PageRequest) => said(page, storyWords[page.lang].over, storyWords[page.lang].overText, 404)

const said = (page: PageRequest, title: string, text: string, status = 200) =>
  publicPage(
    page,
    { title: storyWords[page.lang].windowTitle, isPrivate: true, status },
    <header class="page-head">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
    </header>,
  )

function ask(page: PageRequest, behind: Behind) {
  const { wordsNl, wordsEn, shownName } = behind
  const { lang } = page
  const words = storyWords[lang]
  const [first, other] = lang === 'nl' ? [wordsNl, wordsEn] : [wordsEn, wordsNl]
  const more = moreIn(behind, lang)
  const host = more?.film && hostOf(more.film.url)
  const story = { words: first ?? other ?? '', name: shownName, isTranslated: false, more }
  return publicPage(
    page,
    { title: words.windowTitle, isPrivate: true },
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <section class="part">
        <header>
          <h2>{words.yours}</h2>
        </header>
        <div class="prose">
          <StoryQuote lang={lang} story={story} />
        </div>
      </section>
      <section class="part">
        <header>
          <h2>{words.what}</h2>
        </header>
        <form method="post" action={links.storyBack(tokenIn(page))} class="prose">
          <p>{words.whatText}</p>
          {host === undefined ? null : <p>{words.filmElsewhere(host)}</p>}
          <Button>{words.button}</Button>
        </form>
      </section>
    </>,
  )
}
