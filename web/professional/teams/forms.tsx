import type { FC } from 'hono/jsx'
import type { PersonInReach, Provision } from '../../../capabilities/access/queries.ts'
import { TEAM_ROLES, type Team } from '../../../capabilities/access/teams/team.ts'
import { isId, newId } from '../../../foundation/id.ts'
import { Button } from '../../design/button.tsx'
import { type Option, SelectField, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { roleWords } from '../../words/people.ts'
import { teamWords } from '../../words/teams.ts'

type Given = { page: PageRequest; organisationId: string }

const typed = (page: PageRequest, name: string) => String(page.form.get(name) ?? '')
const asOptions = (rows: readonly { id: string; name: string }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }))

type Put = Given & {
  open: readonly Team[]
  colleagues: readonly PersonInReach[]
  provisions: readonly Provision[]
}

/** Puts somebody in a team with a role in one of the municipalities where the organisation works. */
export const PutForm: FC<Put> = ({ page, organisationId, open, colleagues, provisions }) => {
  const words = teamWords[page.lang]
  const municipalities = new Map(provisions.map((one) => [one.municipalityId, one.municipalityName]))
  return (
    <section aria-labelledby="erin">
      <h2 id="erin">{words.put}</h2>
      <p class="soft">{words.putWhat}</p>
      <form method="post" action={links.teams(organisationId)} class="form">
        <SelectField
          name="persoon"
          label={words.person}
          value={typed(page, 'persoon')}
          options={asOptions(colleagues)}
        />
        <SelectField
          id="erin-team"
          name="team"
          label={words.team}
          value={typed(page, 'team')}
          options={asOptions(open)}
        />
        <SelectField
          name="rol"
          label={words.role}
          value={typed(page, 'rol')}
          options={TEAM_ROLES.map((role) => ({ value: role, label: page.said(roleWords[page.lang][role]) }))}
        />
        <SelectField
          name="gemeente"
          label={words.municipality}
          value={typed(page, 'gemeente')}
          options={[...municipalities].map(([value, label]) => ({ value, label }))}
        />
        <Button look="plain" name="doe" value="erin">
          {words.putIn}
        </Button>
      </form>
    </section>
  )
}

type Give = Given & { open: readonly Team[]; provisions: readonly (Provision & { label: string })[] }

/** Gives a provision to a team, or back to the whole organisation. */
export const GiveForm: FC<Give> = ({ page, organisationId, open, provisions }) => {
  const words = teamWords[page.lang]
  if (provisions.length === 0) return null
  const names = new Map(open.map(({ id, name }) => [id, name]))
  return (
    <section aria-labelledby="geef">
      <h2 id="geef">{words.give}</h2>
      <p class="soft">{words.giveWhat}</p>
      <DataTable
        lang={page.lang}
        caption={words.give}
        captionUnseen
        head={words.provision}
        columns={[{ head: words.team }]}
        rows={provisions.map(({ label, teamId }) => ({
          head: label,
          cells: [names.get(teamId ?? '') ?? words.noTeam],
        }))}
        stacked
      />
      <form method="post" action={links.teams(organisationId)} class="form">
        <SelectField
          name="aanbod"
          label={words.provision}
          value={typed(page, 'aanbod')}
          options={provisions.map(({ id, label }) => ({ value: id, label }))}
        />
        <SelectField
          id="geef-team"
          name="team"
          label={words.team}
          value={page.form.has('team') ? typed(page, 'team') : open[0]?.id}
          options={[...asOptions(open), { value: '', label: words.noTeam }]}
        />
        <Button look="plain" name="doe" value="aanbod">
          {words.giveIt}
        </Button>
      </form>
    </section>
  )
}

/** Makes a team; sent twice it is one. */
export const MakeForm: FC<Given & { error: string | undefined }> = ({ page, organisationId, error }) => {
  const words = teamWords[page.lang]
  const key = typed(page, '_sleutel')
  return (
    <section aria-labelledby="maak">
      <h2 id="maak">{words.make}</h2>
      <form method="post" action={links.teams(organisationId)} class="form" novalidate>
        <input type="hidden" name="_sleutel" value={isId(key) ? key : newId()} />
        <TextField
          id="nieuw-team"
          name="naam"
          label={words.newName}
          value={error === undefined ? '' : typed(page, 'naam')}
          autocomplete="off"
          error={error}
        />
        <Button name="doe" value="maak">
          {words.makeIt}
        </Button>
      </form>
    </section>
  )
}
