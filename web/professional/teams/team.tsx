import type { FC } from 'hono/jsx'
import type { Member } from '../../../capabilities/access/teams/queries.ts'
import type { Team } from '../../../capabilities/access/teams/team.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { roleWords } from '../../words/people.ts'
import { teamWords } from '../../words/teams.ts'

type Section = {
  page: PageRequest
  organisationId: string
  team: Team
  members: readonly Member[]
  /** What the team carries out, in words. */
  provisions: readonly string[]
  error: string | undefined
}

/** One team: what it carries out, who is in it, and its name. */
export const TeamSection: FC<Section> = ({ page, organisationId, team, members, provisions, error }) => {
  const words = teamWords[page.lang]
  const id = `team-${team.id}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{team.name}</h2>
      <p>{provisions.length === 0 ? words.carriesOutNone : words.carriesOut(provisions.join('; '))}</p>
      {members.length === 0 ? (
        <p class="soft">{words.nobody}</p>
      ) : (
        <People page={page} caption={team.name} members={members} organisationId={organisationId} />
      )}
      <Details summary={`${words.change}: ${team.name}`} isOpen={error !== undefined}>
        <form method="post" action={links.teams(organisationId)} class="form" novalidate>
          <input type="hidden" name="team" value={team.id} />
          <TextField
            id={`naam-${team.id}`}
            name="naam"
            label={words.name(team.name)}
            value={error === undefined ? team.name : String(page.form.get('naam') ?? '')}
            autocomplete="off"
            error={error}
          />
          <p class="small soft">{words.closeWhat}</p>
          <ButtonRow>
            <Button look="plain" name="doe" value="naam">
              {words.rename}
              <span class="unseen"> {team.name}</span>
            </Button>
            <Button look="danger" name="doe" value="sluit">
              {words.close}
              <span class="unseen"> {team.name}</span>
            </Button>
          </ButtonRow>
        </form>
      </Details>
    </section>
  )
}

/** Who works for all teams, so that it shows before somebody is narrowed to one. */
export const PeopleForAll: FC<{ page: PageRequest; members: readonly Member[] }> = ({ page, members }) => {
  const words = teamWords[page.lang]
  if (members.length === 0) return null
  return (
    <section aria-labelledby="iedereen">
      <h2 id="iedereen">{words.wide}</h2>
      <p class="soft">{words.wideWhat}</p>
      <People page={page} caption={words.wide} members={members} />
    </section>
  )
}

type PeopleProps = { page: PageRequest; caption: string; members: readonly Member[]; organisationId?: string }

const People: FC<PeopleProps> = ({ page, caption, members, organisationId }) => {
  const words = teamWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={caption}
      captionUnseen
      head={words.person}
      columns={[
        { head: words.role },
        { head: words.municipality },
        ...(organisationId === undefined ? [] : [{ head: words.action }]),
      ]}
      rows={members.map((one) => ({
        head: one.personName,
        cells: [
          page.said(roleWords[page.lang][one.role]),
          one.municipalityName,
          ...(organisationId === undefined
            ? []
            : [<Actions page={page} member={one} organisationId={organisationId} />]),
        ],
      }))}
      stacked
    />
  )
}

const Actions: FC<{ page: PageRequest; member: Member; organisationId: string }> = (props) => {
  const { page, member, organisationId } = props
  const words = teamWords[page.lang]
  if (!member.mayChange) return <span class="soft">{words.notYours}</span>
  return (
    <form method="post" action={links.teams(organisationId)} class="row">
      <input type="hidden" name="recht" value={member.grantId} />
      <Button look="plain" name="doe" value="eruit">
        {words.takeOut} <span class="unseen">{member.personName}</span>
      </Button>
      <Button look="plain" name="doe" value="breed">
        {words.widen} <span class="unseen">{member.personName}</span>
      </Button>
    </form>
  )
}
