import type { FC } from 'hono/jsx'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { municipalitiesWith } from '../../../capabilities/participation/queries.ts'
import { storiesKept } from '../../../capabilities/participation/stories/queries.ts'
import { endsSoon, isGone, type Story } from '../../../capabilities/participation/stories/story.ts'
import { newId } from '../../../foundation/id.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { entranceWords } from '../../words/entrances.ts'
import { storiesKeptWords } from '../../words/stories-kept.ts'

/** The stories of a municipality for its editor: those of which the consent ends soon first. */
export const get = guarded({ may: ['change', 'page'], act: 'story.listed' }, async (actor, page) => {
  const mine = await municipalitiesWith(actor, ['change', 'page'])
  const { gemeente } = page.params
  const municipality = gemeente === undefined ? mine[0] : mine.find(({ id }) => id === gemeente)
  if (municipality === undefined) return notFound()
  const words = storiesKeptWords[page.lang]
  const stories = await storiesKept(actor, municipality.id)
  const soon = stories.filter((story) => endsSoon(story, page.today))
  return workPage(
    page,
    actor,
    { title: words.title, active: 'stories' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <Places page={page} mine={mine} municipality={municipality} />
      <ButtonRow>
        <LinkButton href={links.story(municipality.id, newId())}>{words.add}</LinkButton>
      </ButtonRow>
      {soon.length === 0 ? null : (
        <section aria-labelledby="bijna">
          <h2 id="bijna">{words.soon}</h2>
          <p class="small soft">{words.soonWhat}</p>
          <StoryTable page={page} stories={soon} caption={words.soon} />
        </section>
      )}
      {stories.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="alle">
          <h2 id="alle">{words.title}</h2>
          <StoryTable page={page} stories={stories} caption={words.title} />
        </section>
      )}
    </>,
  )
})

type PlacesProps = { page: PageRequest; mine: readonly Municipality[]; municipality: Municipality }

const Places: FC<PlacesProps> = ({ page, mine, municipality }) =>
  mine.length < 2 ? (
    <p>{municipality.name}</p>
  ) : (
    <ul class="path-list" aria-label={storiesKeptWords[page.lang].place}>
      {mine.map(({ id, name }) => (
        <li>
          <a href={links.stories(id)} aria-current={id === municipality.id ? 'true' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )

const StoryTable: FC<{ page: PageRequest; stories: readonly Story[]; caption: string }> = (props) => {
  const { page, stories, caption } = props
  const words = storiesKeptWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={caption}
      captionUnseen
      head={words.story}
      columns={[words.state, words.until, words.where].map((head) => ({ head }))}
      stacked
      rows={stories.map((story) => ({
        head: <a href={links.story(story.municipalityId, story.id)}>{beginning(page, story)}</a>,
        cells: [words.states[story.state], untilIn(page, story), whereIn(page, story)],
      }))}
    />
  )
}

/** So much of a story tells which one it is. */
const BEGINNING = 60

function beginning({ lang }: PageRequest, story: Story): string {
  const text = story.wordsNl ?? story.wordsEn
  if (text === null) return storiesKeptWords[lang].goneName
  return text.length <= BEGINNING ? text : `${text.slice(0, text.lastIndexOf(' ', BEGINNING) + 1 || BEGINNING).trim()}…`
}

function untilIn({ lang, today }: PageRequest, story: Story): string {
  const words = storiesKeptWords[lang]
  if (isGone(story)) return ''
  if (story.untilOn === null) return words.none
  return story.untilOn < today ? words.over(story.untilOn) : words.on(story.untilOn)
}

const whereIn = ({ lang }: PageRequest, { entrances }: Story): string => {
  const titles: Readonly<Record<string, string>> = entranceWords[lang].titles
  return entrances.map((code) => titles[code] ?? code).join(', ')
}
