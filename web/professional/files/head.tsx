import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { TrajectoryRow } from '../../../capabilities/cases/trajectory.ts'
import type { PersonFile } from '../../../capabilities/families/files/queries.ts'
import type { ShownSharing } from '../../../capabilities/families/sharing/sharing.ts'
import type { Steunfiguur } from '../../../capabilities/families/steunfiguren/steunfiguur.ts'
import type { ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import { isOpenPhase } from '../../../capabilities/programmes/steps.ts'
import type { Day } from '../../../foundation/day.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { saidAt } from '../../shell/names.ts'
import { caseWords } from '../../words/case.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { fileWords } from '../../words/files.ts'
import { formatList } from '../../words/format.ts'
import { invitingWords } from '../../words/inviting.ts'
import { reachInWords } from '../../words/reach.ts'
import { sharingWords } from '../../words/sharing.ts'
import { steunfiguurWords } from '../../words/steunfiguren.ts'
import type { Lang } from '../../words/words.ts'
import { sharedWith } from '../sharing/parties.ts'
import { whoInWords } from './list.tsx'
import { workersInWords } from './sights.ts'

type HeadProps = {
  page: PageRequest
  actor: Actor
  title: string
  file: PersonFile
  names: ReadonlyMap<string, string>
  trajectories: readonly TrajectoryRow[]
  definitions: readonly ProgrammeDefinition[]
  isMine: boolean
  sharings: readonly ShownSharing[]
  /** Who is or was there for a child. */
  people: readonly Steunfiguur[]
  /** When this person was last invited to sign in; null for who does not invite. */
  invitedOn: Day | undefined | null
}

/** The head of a file: who it is, and in one line what one needs before a call. */
export const FileHead: FC<HeadProps> = ({
  page,
  actor,
  title,
  file,
  names,
  trajectories,
  definitions,
  isMine,
  sharings,
  people,
  invitedOn,
}) => {
  const words = fileWords[page.lang]
  const { person, details, members } = file
  const workers = workersInWords(page.lang, actor, file, names)
  return (
    <header class="file-head">
      <div>
        <h1>{title}</h1>
        <p class="soft">{`${words.own}, ${whoInWords(page.lang, person)}`}</p>
      </div>
      {isMine ? (
        <ButtonRow>
          <ContactButtons {...{ page, trajectories, definitions }} />
          {person.kind === 'adult' ? null : (
            <LinkButton href={links.fileVoice(person.id)} look="plain">
              {familyFormWords[page.lang].voice}
            </LinkButton>
          )}
        </ButtonRow>
      ) : null}
      <dl class="file-strip">
        {trajectories.map((one) => (
          <Fact term={words.trajectory}>
            <a href={links.trajectory(one.id)}>{trajectoryInWords(page, one, definitions)}</a>
          </Fact>
        ))}
        {person.kind === 'adult' ? (
          <Fact term={words.reach} href={isMine ? links.fileReach(person.id) : undefined}>
            {reachInWords(page.lang, details)}
          </Fact>
        ) : null}
        {person.kind === 'child' ? (
          <Fact term={steunfiguurWords[page.lang].fact} href={isMine ? links.fileSteunfiguren(person.id) : undefined}>
            {peopleInWords(page.lang, people)}
          </Fact>
        ) : null}
        <Fact term={words.authority} href={isMine ? links.fileFamily(person.id) : undefined}>
          {authorityInWords(page.lang, file)}
        </Fact>
        <Fact term={words.family} href={isMine ? links.fileFamily(person.id) : undefined}>
          {formatList(
            page.lang,
            members.filter((one) => one.id !== person.id).map((one) => memberInWords(page.lang, one)),
          )}
        </Fact>
        {isMine ? (
          <Fact term={sharingWords[page.lang].sharedWith} href={links.fileSharing(person.id)}>
            {formatList(page.lang, sharedWith(sharings, page.today)) || sharingWords[page.lang].nobodyElsewhere}
          </Fact>
        ) : null}
        {invitedOn === null ? null : (
          <Fact term={invitingWords[page.lang].fact} href={links.fileInvite(person.id)}>
            {invitedOn === undefined ? invitingWords[page.lang].notYet : invitingWords[page.lang].invitedOn(invitedOn)}
          </Fact>
        )}
        <Fact
          term={words.workers}
          href={isMine && trajectories[0] !== undefined ? links.caseWorkers(trajectories[0].id) : undefined}
        >
          {formatList(
            page.lang,
            workers.map(({ name }) => name),
          )}
        </Fact>
      </dl>
    </header>
  )
}

/** Where a contact is logged: in what is open, else in the last; with the name of the help only when there is a choice. */
const ContactButtons: FC<Pick<HeadProps, 'page' | 'trajectories' | 'definitions'>> = (props) => {
  const { page, trajectories, definitions } = props
  const definitionOf = (row: TrajectoryRow) => definitions.find((one) => one.code === row.programmeCode)
  const open = trajectories.filter((one) => {
    const definition = definitionOf(one)
    return definition !== undefined && isOpenPhase(definition, one.phase)
  })
  const shown = open.length > 0 ? open : trajectories.slice(0, 1)
  const words = caseWords[page.lang].contact
  return (
    <>
      {shown.map((one) => (
        <LinkButton href={links.caseContact(one.id)} look="plain">
          {shown.length === 1 ? words : `${words}: ${nameOf(page, one, definitionOf(one))}`}
        </LinkButton>
      ))}
    </>
  )
}

/** What one needs to know, and for whoever works on it the way to change it. */
const Fact: FC<{ term: string; href?: string | undefined; children?: unknown }> = ({ term, href, children }) =>
  children === '' || children === undefined ? null : (
    <div>
      <dt>{term}</dt>
      <dd>{href === undefined ? (children as string) : <a href={href}>{children as string}</a>}</dd>
    </div>
  )

/** What the help is called where it is given. */
const nameOf = (page: PageRequest, row: TrajectoryRow, definition: ProgrammeDefinition | undefined): string =>
  definition === undefined ? row.programmeCode : saidAt(page, row.municipalityId)(definition.name[page.lang])

function trajectoryInWords(page: PageRequest, row: TrajectoryRow, definitions: readonly ProgrammeDefinition[]): string {
  const definition = definitions.find((one) => one.code === row.programmeCode)
  const phase = definition?.phases.find((one) => one.code === row.phase)
  return [nameOf(page, row, definition), phase?.name[page.lang].toLowerCase()].filter(Boolean).join(', ')
}

/** What the child calls who is there for it now. */
const peopleInWords = (lang: Lang, people: readonly Steunfiguur[]): string =>
  formatList(
    lang,
    people.flatMap(({ called, endsOn }) => (endsOn === null ? [called] : [])),
  ) || steunfiguurWords[lang].none

function memberInWords(lang: Lang, one: PersonFile['members'][number]): string {
  const words = fileWords[lang]
  const age = one.ageYears === null ? '' : ` (${one.ageYears})`
  return one.kind === 'unborn' ? whoInWords(lang, one) : `${one.name ?? words.nameless}${age}`
}

/** Of a parent: over which child; of a child: which parents. Nothing said before it was looked up. */
function authorityInWords(lang: Lang, { person, members, authority }: PersonFile): string {
  const words = fileWords[lang]
  if (!members.some((one) => one.role === 'child')) return ''
  if (authority.length === 0) return words.authorityUnknown
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? words.nameless
  return authority
    .map((one) =>
      words.authorityOver(
        words.authorityValues[one.value],
        nameOf(person.id === one.childId ? one.parentId : one.childId),
      ),
    )
    .join(', ')
}
