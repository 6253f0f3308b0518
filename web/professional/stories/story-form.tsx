import type { FC } from 'hono/jsx'
import { STORY_ENTRANCES, type Story } from '../../../capabilities/participation/stories/story.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { TextArea, TextField } from '../../design/field.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { entranceWords } from '../../words/entrances.ts'
import { storiesKeptWords } from '../../words/stories-kept.ts'
import { FormFields, type ToldProps } from './form-fields.tsx'

export type Wrong = { readonly field: string; readonly message: string } | undefined
type Props = { page: PageRequest; action: string; story: Story | undefined; wrong: Wrong }

/** The story itself; what was typed stays when something was not right. */
export const StoryForm: FC<Props> = ({ page, action, story, wrong }) => {
  const words = storiesKeptWords[page.lang]
  const { form } = page
  const isTyped = form.get('doe') === 'bewaar'
  const one = (name: string, kept: string | null | undefined): string =>
    isTyped ? String(form.get(name) ?? '').slice(0, 10_000) : (kept ?? '')
  const entrances = isTyped ? form.getAll('entrances').map(String) : (story?.entrances ?? [])
  const isRegional = isTyped ? form.get('isRegional') !== null : story?.isRegional === true
  const errorOf = (field: string) => (wrong?.field === field ? wrong.message : undefined)
  const titles: Readonly<Record<string, string>> = entranceWords[page.lang].titles
  return (
    <form method="post" action={action} class="form" aria-labelledby="verhaal">
      <h2 id="verhaal">{words.written}</h2>
      {story === undefined ? null : <input type="hidden" name="_versie" value={String(story.rowVersion)} />}
      <RadioGroup
        name="language"
        label={words.language}
        inline
        value={one('language', story?.language ?? 'nl')}
        error={errorOf('language')}
        choices={(['nl', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
      />
      <Told {...{ page, story, one, errorOf }} />
      <FormFields {...{ page, story, one, errorOf }} />
      <CheckboxGroup
        name="entrances"
        label={words.entrances}
        hint={words.entrancesHint}
        inline
        values={entrances}
        error={errorOf('entrances')}
        choices={STORY_ENTRANCES.map((value) => ({ value, label: titles[value] ?? value }))}
      />
      <CheckboxGroup
        name="isRegional"
        label={words.wider}
        inline
        values={isRegional ? ['ja'] : []}
        choices={[{ value: 'ja', label: words.regional }]}
      />
      {story === undefined ? null : <p class="small soft">{words.saveWhat}</p>}
      <Button look={story === undefined ? 'primary' : 'plain'} name="doe" value="bewaar">
        {words.save}
      </Button>
    </form>
  )
}

const Told: FC<ToldProps> = ({ page, story, one, errorOf }) => {
  const words = storiesKeptWords[page.lang]
  return (
    <>
      <TextArea
        name="wordsNl"
        label={words.wordsNl}
        hint={words.wordsHint}
        value={one('wordsNl', story?.wordsNl)}
        error={errorOf('wordsNl')}
        rows={8}
      />
      <TextArea
        name="wordsEn"
        label={words.wordsEn}
        hint={words.otherHint}
        value={one('wordsEn', story?.wordsEn)}
        error={errorOf('wordsEn')}
        rows={6}
      />
      <TextField
        name="shownName"
        label={words.name}
        hint={words.nameHint}
        value={one('shownName', story?.shownName)}
        error={errorOf('shownName')}
        autocomplete="off"
      />
    </>
  )
}
