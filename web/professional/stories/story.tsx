import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { municipalityWith } from '../../../capabilities/participation/queries.ts'
import {
  pauseStory,
  publishStory,
  readyStory,
  recordConsent,
  saveStory,
  withdrawForTeller,
} from '../../../capabilities/participation/stories/actions.ts'
import { type StoryKept, storyKept } from '../../../capabilities/participation/stories/queries.ts'
import { isGone } from '../../../capabilities/participation/stories/story.ts'
import { secondsIn } from '../../../capabilities/participation/stories/told.ts'
import { isId } from '../../../foundation/id.ts'
import type { Answer, Refused } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { storiesKeptWords } from '../../words/stories-kept.ts'
import { Doing, History } from './doing.tsx'
import { StoryForm } from './story-form.tsx'

/** One story as its editors keep it; an id that nobody knows yet is a new one. */
export const get = guarded({ may: ['change', 'page'], act: 'story.read' }, async (actor, page) => {
  const at = await storyAt(actor, page)
  return at === undefined ? notFound() : show(actor, page, at)
})

export const post = guarded({ may: ['change', 'page'], act: 'story.changed' }, async (actor, page) => {
  const at = await storyAt(actor, page)
  if (at === undefined) return notFound()
  const press = textOf(page, 'doe')
  const done = await act(actor, page, at, press)
  if (done.ok) return redirect(links.story(at.municipality.id, at.id, press === '' ? 'bewaar' : press))
  return done.reason === 'not-found' ? notFound() : show(actor, page, at, done)
})

type At = { readonly municipality: Municipality; readonly id: string; readonly kept: StoryKept | undefined }

async function storyAt(actor: Actor, page: PageRequest): Promise<At | undefined> {
  const { gemeente = '', id = '' } = page.params
  const municipality = await municipalityWith(actor, ['change', 'page'], gemeente)
  if (municipality === undefined || !isId(id)) return undefined
  return { municipality, id, kept: await storyKept(actor, municipality.id, id) }
}

const textOf = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()
const allOf = (page: PageRequest, name: string): string[] => page.form.getAll(name).map(String)

/** What a press of a button does. */
function act(actor: Actor, page: PageRequest, { municipality, id }: At, press: string): Promise<Answer> {
  const version = textOf(page, '_versie')
  const rowVersion = /^\d{1,9}$/.test(version) ? Number(version) : undefined
  const changing = { municipalityId: municipality.id, id, rowVersion: rowVersion ?? 0 }
  switch (press) {
    case 'akkoord':
      return recordConsent(actor, { ...changing, today: page.today, consent: consentTyped(page) })
    case 'klaar':
      return readyStory(actor, changing, allOf(page, 'nagekeken'))
    case 'zet':
      return publishStory(actor, changing, page.today)
    case 'haal':
      return pauseStory(actor, changing)
    case 'wis':
      return withdrawForTeller(actor, changing)
    default:
      return saveStory(actor, {
        ...{ municipalityId: municipality.id, id, story: storyTyped(page) },
        ...(rowVersion !== undefined && { rowVersion }),
      })
  }
}

const consentTyped = (page: PageRequest) => ({
  ...{ askedBy: textOf(page, 'askedBy'), agreedOn: textOf(page, 'agreedOn'), untilOn: textOf(page, 'untilOn') },
  ...{ teller: textOf(page, 'teller'), givenBy: allOf(page, 'givenBy'), nameKind: textOf(page, 'nameKind') },
  uses: ['text', ...allOf(page, 'uses')],
})

const lengthTyped = (page: PageRequest) => secondsIn(textOf(page, 'videoMinutes'), textOf(page, 'videoSeconds'))

const storyTyped = (page: PageRequest) => ({
  ...{ language: textOf(page, 'language'), wordsNl: textOf(page, 'wordsNl'), wordsEn: textOf(page, 'wordsEn') },
  ...{ shownName: textOf(page, 'shownName'), entrances: allOf(page, 'entrances') },
  isRegional: textOf(page, 'isRegional') !== '',
  ...{ form: textOf(page, 'form') || 'text', shows: allOf(page, 'shows'), hasCaptions: page.form.has('hasCaptions') },
  ...{ transcriptNl: textOf(page, 'transcriptNl'), transcriptEn: textOf(page, 'transcriptEn') },
  ...{ videoUrl: textOf(page, 'videoUrl'), videoSeconds: lengthTyped(page) },
})

/** The field of the form that a refusal is about. */
const fieldOf = (page: PageRequest, field: unknown): string | undefined => {
  if (field === undefined) return undefined
  if (field === 'words') return textOf(page, 'language') === 'en' ? 'wordsEn' : 'wordsNl'
  return String(field)
}

function show(actor: Actor, page: PageRequest, at: At, refused?: Refused) {
  const words = storiesKeptWords[page.lang]
  const { municipality, id, kept } = at
  const title = kept === undefined ? words.newTitle : words.story
  const message = refused && refusalSentence(page.lang, refused)
  const field = fieldOf(page, refused?.with?.field)
  const wrong = message === undefined || field === undefined ? undefined : { field, message }
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const done: Readonly<Record<string, string>> = words.done
  const told = page.query.get('gedaan') ?? ''
  return workPage(
    page,
    actor,
    { title, active: 'stories', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.stories(municipality.id)} label={words.back} />
      <h1>{title}</h1>
      {refused === undefined && Object.hasOwn(done, told) ? <Notice isNews>{done[told]}</Notice> : null}
      {message === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ ...(field !== undefined && { field }), message }]} />
      )}
      {kept === undefined ? null : isGone(kept.story) ? (
        <EmptyState title={words.goneTitle}>
          <p>{words.goneText}</p>
        </EmptyState>
      ) : (
        <Doing page={page} municipality={municipality} kept={kept} actorId={actor.personId} wrong={wrong} />
      )}
      {kept !== undefined && isGone(kept.story) ? null : (
        <StoryForm page={page} action={links.story(municipality.id, id)} story={kept?.story} wrong={wrong} />
      )}
      {kept === undefined ? null : <History page={page} kept={kept} />}
    </>,
  )
}
