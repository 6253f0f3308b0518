import type { FC } from 'hono/jsx'
import { VOICE_FORMS } from '../../../capabilities/families/notes/note.ts'
import { STEUNFIGUUR_KINDS, type Steunfiguur } from '../../../capabilities/families/steunfiguren/steunfiguur.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { DayField, FieldRow, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { formatDay } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { steunfiguurWords } from '../../words/steunfiguren.ts'
import { KEY, keyOf, text } from './frame.tsx'

export type PartProps = {
  page: PageRequest
  childId: Id
  /** Organisations of the local offer, to choose from while typing. */
  known: readonly string[]
  faults: Readonly<Record<string, Refused>>
}

/** What is not right at a field, in words. */
export const faultAt =
  ({ page, faults }: Pick<PartProps, 'page' | 'faults'>) =>
  (field: string): string | undefined =>
    faults[field] === undefined ? undefined : refusalSentence(page.lang, faults[field])

/** Whether this is the form that was sent and came back. */
export const isBack = (page: PageRequest, doing: string): boolean => text(page, 'doe') === doing

/** The hidden fields of one of the forms of this page: what it does, and the number that makes it one when sent twice. */
export const Doing: FC<{ page: PageRequest; doing: string }> = ({ page, doing }) => (
  <>
    <input type="hidden" name="doe" value={doing} />
    <input type="hidden" name={KEY} value={isBack(page, doing) ? keyOf(page) : newId()} />
  </>
)

/** Who is there for the child now, who was, and the forms to link and to stop. */
export const Steunfiguren: FC<PartProps & { people: readonly Steunfiguur[] }> = (props) => {
  const { page, people } = props
  const words = steunfiguurWords[page.lang]
  const [now, before] = [people.filter(({ endsOn }) => endsOn === null), people.filter(({ endsOn }) => endsOn !== null)]
  return (
    <section aria-labelledby="er-is">
      <h2 id="er-is">{words.now}</h2>
      {now.length === 0 ? <p class="soft">{words.nobody}</p> : <People page={page} people={now} caption={words.now} />}
      <Details summary={words.add} isOpen={now.length === 0 || isBack(page, 'koppel')}>
        <LinkForm {...props} />
      </Details>
      {now.length === 0 ? null : (
        <Details summary={words.stopTitle} isOpen={isBack(page, 'stop')}>
          <StopForm {...props} people={now} />
        </Details>
      )}
      {before.length === 0 ? null : (
        <Details summary={words.before}>
          <People page={page} people={before} caption={words.before} />
        </Details>
      )}
    </section>
  )
}

const People: FC<{ page: PageRequest; people: readonly Steunfiguur[]; caption: string }> = (props) => {
  const { page, people, caption } = props
  const { lang } = page
  const words = steunfiguurWords[lang]
  const year = (on: Steunfiguur['startsOn']) => formatDay(lang, on, 'year')
  return (
    <DataTable
      lang={lang}
      caption={caption}
      captionUnseen
      head={words.who}
      columns={[{ head: words.kind }, { head: words.days }, { head: words.saidYes }]}
      stacked
      rows={people.map(({ called, kind, organisation, startsOn, endsOn, agreedOn, agreedBy }) => ({
        head: called,
        cells: [
          [words.kinds[kind], ...(organisation === null ? [] : [organisation])].join(', '),
          endsOn === null ? words.sinceDay(year(startsOn)) : words.fromTo(year(startsOn), year(endsOn)),
          words.agreedSaid(year(agreedOn), caseWords[lang].voiceForms[agreedBy]),
        ],
      }))}
    />
  )
}

const LinkForm: FC<PartProps> = (props) => {
  const { page, childId } = props
  const words = steunfiguurWords[page.lang]
  const at = faultAt(props)
  const day = (name: string) => ({ name, value: text(page, name) || page.today, max: page.today, error: at(name) })
  return (
    <form class="compact" method="post" action={links.fileSteunfiguren(childId)} novalidate>
      <Doing page={page} doing="koppel" />
      <WhoFields {...props} />
      <RadioGroup
        name="zelf-ja"
        label={words.agreed}
        inline
        value={text(page, 'zelf-ja')}
        error={at('zelf-ja')}
        choices={[
          { value: 'ja', label: words.agreedYes },
          { value: 'nee', label: words.agreedNo },
        ]}
      />
      <RadioGroup
        name="ja-hoe"
        label={words.agreedBy}
        inline
        value={text(page, 'ja-hoe')}
        error={at('ja-hoe')}
        choices={VOICE_FORMS.map((value) => ({ value, label: caseWords[page.lang].voiceForms[value] }))}
      />
      <FieldRow>
        <DayField {...day('ja-dag')} label={words.agreedOn} />
        <DayField {...day('vanaf')} label={words.startsOn} />
      </FieldRow>
      <Button>{words.save}</Button>
    </form>
  )
}

const WhoFields: FC<PartProps> = (props) => {
  const { page, known } = props
  const words = steunfiguurWords[page.lang]
  const typed = (name: string) => ({ name, value: text(page, name), error: faultAt(props)(name) })
  return (
    <>
      <RadioGroup
        {...typed('soort')}
        label={words.kind}
        choices={STEUNFIGUUR_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextField {...typed('noemt')} label={words.called} hint={words.calledHint} autocomplete="off" />
      <TextField
        {...typed('organisatie')}
        label={words.organisation}
        hint={words.organisationHint}
        autocomplete="off"
        suggestions={known}
      />
    </>
  )
}

const StopForm: FC<PartProps & { people: readonly Steunfiguur[] }> = (props) => {
  const { page, childId, people } = props
  const words = steunfiguurWords[page.lang]
  const only = people.length === 1 ? people[0]?.id : undefined
  return (
    <form class="compact" method="post" action={links.fileSteunfiguren(childId)} novalidate>
      <input type="hidden" name="doe" value="stop" />
      <RadioGroup
        name="wie"
        label={words.choose}
        inline
        value={text(page, 'wie') || only}
        choices={people.map(({ id, called }) => ({ value: id, label: called }))}
      />
      <DayField
        name="tot"
        label={words.lastDay}
        value={text(page, 'tot') || page.today}
        max={page.today}
        error={faultAt(props)('tot')}
      />
      <Button look="plain">{words.stopSave}</Button>
    </form>
  )
}
