import type { FC } from 'hono/jsx'
import type { Story } from '../../../capabilities/participation/stories/story.ts'
import { FORMS, minutesIn, SHOWS } from '../../../capabilities/participation/stories/told.ts'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { FieldRow, TextArea, TextField } from '../../design/field.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { storiesKeptWords } from '../../words/stories-kept.ts'

export type ToldProps = {
  page: PageRequest
  story: Story | undefined
  one: (name: string, kept: string | null | undefined) => string
  errorOf: (field: string) => string | undefined
}

/** Whether a story is a text, a talk or a film, and what the last two need. */
export const FormFields: FC<ToldProps> = (props) => {
  const { page, story, one, errorOf } = props
  const words = storiesKeptWords[page.lang]
  const form = one('form', story?.form ?? 'text')
  const tied = (name: 'transcriptNl' | 'transcriptEn') => ({
    ...{ name, value: one(name, story?.[name]), error: errorOf(name) },
  })
  return (
    <Details summary={words.forms} isOpen={form !== 'text' || page.form.has('form')}>
      <RadioGroup
        name="form"
        label={words.form}
        inline
        value={form}
        error={errorOf('form')}
        choices={FORMS.map((value) => ({ value, label: words.formNames[value] }))}
      />
      <TextArea {...tied('transcriptNl')} label={words.transcriptNl} hint={words.transcriptHint} rows={10} />
      <TextArea {...tied('transcriptEn')} label={words.transcriptEn} hint={words.otherTranscript} rows={6} />
      <h3>{words.film}</h3>
      <Film {...props} />
      <Shown {...props} />
    </Details>
  )
}

const Film: FC<ToldProps> = ({ page, story, one, errorOf }) => {
  const words = storiesKeptWords[page.lang]
  const { videoSeconds = null } = story ?? {}
  const length = videoSeconds === null ? undefined : minutesIn(videoSeconds)
  return (
    <>
      <TextField
        name="videoUrl"
        label={words.videoUrl}
        hint={words.videoHint}
        value={one('videoUrl', story?.videoUrl)}
        error={errorOf('videoUrl')}
        autocomplete="off"
      />
      <FieldRow>
        <TextField
          name="videoMinutes"
          label={words.videoMinutes}
          value={one('videoMinutes', length && String(length.minutes))}
          type="number"
          autocomplete="off"
        />
        <TextField
          name="videoSeconds"
          label={words.videoSeconds}
          value={one('videoSeconds', length && String(length.seconds))}
          error={errorOf('videoSeconds')}
          type="number"
          autocomplete="off"
        />
      </FieldRow>
    </>
  )
}

/** Whether it has captions, and what of the teller it lets hear and recognise. */
const Shown: FC<ToldProps> = ({ page, story, errorOf }) => {
  const words = storiesKeptWords[page.lang]
  const isTyped = page.form.get('doe') === 'bewaar'
  const shows = isTyped ? page.form.getAll('shows').map(String) : (story?.shows ?? [])
  const hasCaptions = isTyped ? page.form.has('hasCaptions') : story?.hasCaptions === true
  return (
    <>
      <CheckboxGroup
        name="hasCaptions"
        label={words.captions}
        inline
        values={hasCaptions ? ['ja'] : []}
        error={errorOf('hasCaptions')}
        choices={[{ value: 'ja', label: words.captionsYes }]}
      />
      <CheckboxGroup
        name="shows"
        label={words.shows}
        hint={words.showsHint}
        inline
        values={shows}
        error={errorOf('shows')}
        choices={SHOWS.map((value) => ({ value, label: words.useNames[value] }))}
      />
    </>
  )
}
