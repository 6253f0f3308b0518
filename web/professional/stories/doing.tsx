import type { FC } from 'hono/jsx'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { GIVERS, NAME_KINDS, TELLERS } from '../../../capabilities/participation/stories/consent.ts'
import type { StoryKept } from '../../../capabilities/participation/stories/queries.ts'
import { CHECKS, hasFourEyes } from '../../../capabilities/participation/stories/story.ts'
import { SHOWS } from '../../../capabilities/participation/stories/told.ts'
import { after } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { Facts } from '../../design/facts.tsx'
import { DayField, FieldRow, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { inLanguage } from '../../shell/pages.tsx'
import { formatMoment } from '../../words/format.ts'
import { storiesKeptWords } from '../../words/stories-kept.ts'
import type { Wrong } from './story-form.tsx'

type Props = { page: PageRequest; municipality: Municipality; kept: StoryKept; actorId: Id; wrong: Wrong }

/** How a story stands, and the one thing to do next. */
export const Doing: FC<Props> = (props) => {
  const { page, municipality, kept } = props
  const { story, consent } = kept
  const words = storiesKeptWords[page.lang]
  const [entrance = ''] = story.entrances
  const onSite = links.entrance({ lang: page.lang, place: municipality.slug }, entrance)
  return (
    <section aria-labelledby="stand">
      <h2 id="stand">{words.stands}</h2>
      <Facts
        facts={[
          { term: words.state, value: words.states[story.state] },
          { term: words.until, value: story.untilOn === null ? words.none : words.on(story.untilOn) },
          { term: words.asked, value: consent?.askedBy },
          { term: words.givenBy, value: consent?.givenBy.map((one) => words.givers[one]).join(', ') },
          { term: words.uses, value: consent?.uses.map((one) => words.useNames[one]).join(', ') },
        ]}
      />
      {story.state === 'public' ? (
        <p>
          <a href={inLanguage(page.lang, onSite)}>{words.view}</a>
        </p>
      ) : null}
      {consent === undefined ? null : (
        <p>
          <a href={links.storyPaper(municipality.id, story.id)}>{words.paper}</a>
          <span class="small soft"> {words.paperWhat}</span>
        </p>
      )}
      <Next {...props} />
      {consent === undefined ? null : (
        <Details summary={words.again} isOpen={page.form.get('doe') === 'akkoord'}>
          <ConsentForm {...props} />
        </Details>
      )}
      <Details summary={words.take}>
        <p>{words.takeWhat}</p>
        <Press {...props} press="wis" label={words.takeButton} />
      </Details>
    </section>
  )
}

const Next: FC<Props> = (props) => {
  const { page, kept, actorId } = props
  const { story } = kept
  const words = storiesKeptWords[page.lang]
  if (story.consentId === null)
    return (
      <>
        <h3>{words.consent}</h3>
        <p class="soft">{words.consentLead}</p>
        <ConsentForm {...props} />
      </>
    )
  if (story.state === 'draft') return <CheckForm {...props} />
  if (story.state === 'public') return <Press {...props} press="haal" label={words.pause} />
  return hasFourEyes(story, actorId) ? (
    <Press {...props} press="zet" label={words.publish} isMain />
  ) : (
    <p>{words.colleague}</p>
  )
}

const actionOf = ({ municipality, kept }: Props): string => links.story(municipality.id, kept.story.id)
const Version: FC<{ kept: StoryKept }> = ({ kept: { story } }) => (
  <input type="hidden" name="_versie" value={String(story.rowVersion)} />
)

const Press: FC<Props & { press: string; label: string; isMain?: boolean }> = (props) => (
  <form method="post" action={actionOf(props)}>
    <Version kept={props.kept} />
    <Button look={props.isMain === true ? 'primary' : 'plain'} name="doe" value={props.press}>
      {props.label}
    </Button>
  </form>
)

const CheckForm: FC<Props> = (props) => {
  const { page, kept, wrong } = props
  const words = storiesKeptWords[page.lang]
  return (
    <form method="post" action={actionOf(props)} class="form">
      <Version kept={kept} />
      <CheckboxGroup
        name="nagekeken"
        label={words.check}
        hint={words.checkLead}
        values={page.form.getAll('nagekeken').map(String)}
        error={wrong?.field === 'nagekeken' ? wrong.message : undefined}
        choices={CHECKS.map((value) => ({ value, label: words.checks[value] }))}
      />
      <Button name="doe" value="klaar">
        {words.ready}
      </Button>
    </form>
  )
}

const ConsentForm: FC<Props> = (props) => {
  const { page, kept, wrong } = props
  const { form, today } = page
  const words = storiesKeptWords[page.lang]
  const one = (name: string, other = ''): string => String(form.get(name) ?? other).slice(0, 1_000)
  const errorOf = (field: string) => (wrong?.field === field ? wrong.message : undefined)
  const isNew = kept.consent === undefined
  return (
    <form method="post" action={actionOf(props)} class="form">
      <Version kept={kept} />
      <TextField
        name="askedBy"
        label={words.askedBy}
        hint={words.askedByHint}
        value={one('askedBy')}
        error={errorOf('askedBy')}
        autocomplete="off"
      />
      <FieldRow>
        <DayField
          name="agreedOn"
          label={words.agreedOn}
          value={one('agreedOn', today)}
          error={errorOf('agreedOn')}
          max={today}
        />
        <DayField
          name="untilOn"
          label={words.untilOn}
          hint={words.untilHint}
          value={one('untilOn', after(today, { years: 1 }))}
          error={errorOf('untilOn')}
        />
      </FieldRow>
      <Agreed {...props} {...{ one, errorOf }} />
      <Button look={isNew ? 'primary' : 'plain'} name="doe" value="akkoord">
        {words.agree}
      </Button>
    </form>
  )
}

type Typed = Props & {
  readonly one: (name: string, other?: string) => string
  readonly errorOf: (field: string) => string | undefined
}

/** Who agreed, and under what name. */
const Agreed: FC<Typed> = ({ page: { lang, form }, kept, one, errorOf }) => {
  const words = storiesKeptWords[lang]
  return (
    <>
      <RadioGroup
        name="teller"
        label={words.teller}
        inline
        value={one('teller', TELLERS[0])}
        error={errorOf('teller')}
        choices={TELLERS.map((value) => ({ value, label: words.tellers[value] }))}
      />
      <CheckboxGroup
        name="givenBy"
        label={words.givenBy}
        hint={words.givenHint}
        inline
        values={form.getAll('givenBy').map(String)}
        error={errorOf('givenBy')}
        choices={GIVERS.map((value) => ({ value, label: words.givers[value] }))}
      />
      {kept.story.form === 'video' ? (
        <CheckboxGroup
          name="uses"
          label={words.usesAsked}
          hint={words.usesHint}
          inline
          values={form.getAll('uses').map(String)}
          error={errorOf('uses')}
          choices={SHOWS.map((value) => ({ value, label: words.useNames[value] }))}
        />
      ) : null}
      <RadioGroup
        name="nameKind"
        label={words.nameKind}
        inline
        value={one('nameKind', kept.story.shownName === null ? 'none' : 'invented')}
        error={errorOf('nameKind')}
        choices={NAME_KINDS.map((value) => ({ value, label: words.nameKinds[value] }))}
      />
    </>
  )
}

/** What happened to a story, without a word of it. */
export const History: FC<{ page: PageRequest; kept: StoryKept }> = ({ page, kept: { steps } }) => {
  const words = storiesKeptWords[page.lang]
  return (
    <section aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{words.history}</h2>
      <DataTable
        lang={page.lang}
        caption={words.history}
        captionUnseen
        head={words.when}
        columns={[{ head: words.what }]}
        stacked
        rows={steps.map(({ step, recordedAt }) => ({
          head: formatMoment(page.lang, recordedAt),
          cells: [words.steps[step]],
        }))}
      />
    </section>
  )
}
