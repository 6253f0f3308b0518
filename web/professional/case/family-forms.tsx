import type { FC, PropsWithChildren } from 'hono/jsx'
import { AUTHORITY_SOURCES, AUTHORITY_VALUES, type Member } from '../../../capabilities/families/files/person.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Facts } from '../../design/facts.tsx'
import { DayField, FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { fileWords } from '../../words/files.ts'
import { formatList } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { sharingWords } from '../../words/sharing.ts'
import { whoInWords } from '../files/list.tsx'
import { KEY, keyOf, text } from './frame.tsx'
import type { Mine } from './person-frame.tsx'

export type FamilyWrong = { readonly field: string; readonly refused: Refused }
export type Lead = { readonly municipality: string; readonly organisation: string }
type Props = { page: PageRequest; mine: Mine; wrong: FamilyWrong | undefined; ledBy: Lead }

const errorAt = ({ page, wrong }: Props, field: string): string | undefined =>
  wrong?.field === field ? refusalSentence(page.lang, wrong.refused) : undefined

/** Who there are, and the small forms about them: one thing at a time. */
export const FamilyForms: FC<Props> = (props) => {
  const { mine } = props
  const { person, members } = mine.file
  const children = members.filter(({ role }) => role === 'child')
  // Of a parent one records what concerns that parent; the other parent has a file of their own.
  const adults = members.filter(({ kind, id }) => kind === 'adult' && (person.kind !== 'adult' || id === person.id))
  const own = children.filter(({ id }) => person.kind === 'adult' || id === person.id)
  return (
    <>
      <Members {...props} />
      <LeadMunicipality {...props} />
      {own.length === 0 || adults.length === 0 ? null : (
        <>
          <AuthorityForm {...props} own={own} others={adults} />
          <HomeForm {...props} own={own} others={adults} />
        </>
      )}
      <MemberForm {...props} />
      {person.kind === 'adult' ? (
        <ChildFileForm {...props} own={children.filter(({ fileOpenedOn }) => fileOpenedOn === null)} />
      ) : null}
    </>
  )
}

const LeadMunicipality: FC<Props> = ({ page, ledBy }) => {
  const words = sharingWords[page.lang]
  const value = words.leadWhat(ledBy.municipality, ledBy.organisation)
  return <Facts facts={[{ term: words.leadMunicipality, value }]} />
}

const Members: FC<Props> = ({ page, mine: { file } }) => {
  const [words, files] = [familyFormWords[page.lang], fileWords[page.lang]]
  const nameOf = (id: string) => file.members.find((one) => one.id === id)?.name ?? files.nameless
  return (
    <DataTable
      lang={page.lang}
      caption={words.members}
      head={files.name}
      columns={[{ head: words.role }, { head: words.livesWith }]}
      rows={file.members.map((one) => ({
        head: one.name ?? files.nameless,
        cells: [
          whoInWords(page.lang, one),
          formatList(
            page.lang,
            file.homes.filter(({ childId }) => childId === one.id).map(({ adultId }) => nameOf(adultId)),
          ),
        ],
      }))}
    />
  )
}

type PartProps = PropsWithChildren<Props & { id: string; title: string; lead?: string; save: string }>

/** One small form with its own button; which form it is goes along. */
const Part: FC<PartProps> = ({ page, mine, id, title, lead, save, children }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead === undefined ? null : <p class="soft">{lead}</p>}
    <form class="compact" method="post" action={links.fileFamily(mine.file.person.id)} novalidate>
      <input type="hidden" name={KEY} value={keyOf(page)} />
      {children}
      <Button look="plain" name="doe" value={id}>
        {save}
      </Button>
    </form>
  </section>
)

type Pair = Props & { own: readonly Member[]; others: readonly Member[] }

const optionsOf = (page: PageRequest, members: readonly Member[]) =>
  members.map((one) => ({ value: one.id, label: one.name ?? whoInWords(page.lang, one) }))

const AuthorityForm: FC<Pair> = (props) => {
  const { page, own, others } = props
  const words = familyFormWords[page.lang]
  return (
    <Part {...props} id="gezag" title={words.authority} lead={words.authorityLead} save={words.authoritySave}>
      <FieldRow>
        <SelectField
          name="gezag-kind"
          label={words.child}
          value={text(page, 'gezag-kind')}
          options={optionsOf(page, own)}
        />
        <SelectField
          name="gezag-ouder"
          label={words.parent}
          value={text(page, 'gezag-ouder')}
          options={optionsOf(page, others)}
        />
      </FieldRow>
      <RadioGroup
        name="gezag-waarde"
        label={words.value}
        inline
        value={text(page, 'gezag-waarde')}
        error={errorAt(props, 'gezag-waarde')}
        choices={AUTHORITY_VALUES.map((one) => ({ value: one, label: words.values[one] }))}
      />
      <FieldRow>
        <SelectField
          name="gezag-bron"
          label={words.source}
          value={text(page, 'gezag-bron') || 'not-checked'}
          options={AUTHORITY_SOURCES.map((one) => ({ value: one, label: words.sources[one] }))}
        />
        <DayField
          name="gezag-dag"
          label={words.checkedOn}
          value={text(page, 'gezag-dag') || page.today}
          max={page.today}
        />
      </FieldRow>
    </Part>
  )
}

const HomeForm: FC<Pair> = (props) => {
  const { page, own, others } = props
  const words = familyFormWords[page.lang]
  return (
    <Part {...props} id="thuis" title={words.homes} lead={words.homesLead} save={words.homesSave}>
      <FieldRow>
        <SelectField
          name="thuis-kind"
          label={words.child}
          value={text(page, 'thuis-kind')}
          error={errorAt(props, 'thuis-kind')}
          options={optionsOf(page, own)}
        />
        <SelectField
          name="thuis-bij"
          label={words.livesWith}
          value={text(page, 'thuis-bij')}
          options={optionsOf(page, others)}
        />
      </FieldRow>
    </Part>
  )
}

const MEMBER_CHOICES = ['parent', 'child', 'unborn', 'other'] as const

const MemberForm: FC<Props> = (props) => {
  const { page } = props
  const words = familyFormWords[page.lang]
  return (
    <Part {...props} id="lid" title={words.add} save={words.addSave}>
      <RadioGroup
        name="lid-wie"
        label={words.role}
        inline
        value={text(page, 'lid-wie') || 'child'}
        choices={MEMBER_CHOICES.map((one) => ({ value: one, label: words.kinds[one] }))}
      />
      <FieldRow>
        <TextField
          name="lid-naam"
          label={words.name}
          hint={words.nameHint}
          value={text(page, 'lid-naam')}
          autocomplete="off"
        />
        <TextField
          name="lid-leeftijd"
          label={words.age}
          value={text(page, 'lid-leeftijd')}
          error={errorAt(props, 'lid-leeftijd')}
          autocomplete="off"
        />
      </FieldRow>
    </Part>
  )
}

const ChildFileForm: FC<Props & { own: readonly Member[] }> = (props) => {
  const { page, own } = props
  const words = familyFormWords[page.lang]
  if (own.length === 0) return null
  return (
    <Part {...props} id="dossier" title={words.open} lead={words.openLead} save={words.openSave}>
      <SelectField
        name="dossier-kind"
        label={words.child}
        value={text(page, 'dossier-kind')}
        error={errorAt(props, 'dossier-kind')}
        options={optionsOf(page, own)}
      />
    </Part>
  )
}
