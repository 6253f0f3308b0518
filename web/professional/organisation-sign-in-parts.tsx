import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import {
  addressHere,
  type GroupRightShown,
  type OrganisationSignIn,
  type ProviderShown,
} from '../../capabilities/access/identity-providers/queries.ts'
import type { Municipality } from '../../capabilities/access/queries.ts'
import { CLIENT_AUTHS } from '../../capabilities/access/single-sign-on/connection.ts'
import { Button } from '../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../design/choices.tsx'
import type { FieldError } from '../design/error-summary.tsx'
import { PasswordField, SelectField, TextField } from '../design/field.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { roleWords } from '../words/people.ts'
import { signOnWords } from '../words/sign-on.ts'
import { GIVEN_HERE } from './roles-given.ts'

type Props = { page: PageRequest; found: OrganisationSignIn; errors: readonly FieldError[] }

/** What was typed, while it has to be put right; else what is kept. */
function valueIn({ page, errors }: Pick<Props, 'page' | 'errors'>, name: string, kept: string): string {
  return errors.length > 0 && page.form.has(name) ? String(page.form.get(name)) : kept
}

export const ProviderForm: FC<Props> = (props) => {
  const { page, found, errors } = props
  const words = signOnWords[page.lang]
  const kept = found.provider
  const field = (name: string, label: string, value = '') => ({
    ...{ name, label, value: valueIn(props, name, value), autocomplete: 'off' },
    error: errors.find((one) => one.field === name)?.message,
  })
  const isNewAdmitted = errors.length > 0 ? page.form.get('nieuw') === 'ja' : kept?.admitsNew === true
  return (
    <section aria-labelledby="inlogdienst">
      <h2 id="inlogdienst">{words.provider}</h2>
      <form method="post" action={links.organisationSignIn(found.organisationId)} class="form" novalidate>
        <input type="hidden" name="doe" value="bewaard" />
        <TextField {...field('naam', words.name, kept?.name ?? found.organisationName)} required />
        <TextField {...field('adres', words.issuer, kept?.issuer)} hint={words.issuerHint} required />
        <TextField {...field('client', words.clientId, kept?.clientId)} required />
        <RadioGroup
          {...field('bekend', words.clientAuth)}
          value={valueIn(props, 'bekend', kept?.clientAuth ?? 'client-secret-basic')}
          choices={CLIENT_AUTHS.map((value) => ({ value, label: words.auths[value] }))}
          inline
        />
        <PasswordField
          name="geheim"
          label={words.secret}
          hint={kept === undefined ? words.secretNew : words.secretHint}
          autocomplete="new-password"
          error={errors.find((one) => one.field === 'geheim')?.message}
        />
        <TextField {...field('veld', words.groupClaim, kept?.groupClaim ?? 'groups')} required />
        <TextField {...field('niveau', words.acr, kept?.acr ?? '')} hint={words.acrHint} />
        <TextField
          {...field('domeinen', words.mailDomains, kept?.mailDomains.join(', '))}
          hint={words.mailDomainsHint}
        />
        <CheckboxGroup
          name="nieuw"
          label={words.admitsNew}
          values={isNewAdmitted ? ['ja'] : []}
          choices={[{ value: 'ja', label: words.admits }]}
          inline
        />
        <Button>{words.save}</Button>
      </form>
    </section>
  )
}

/** What the other side has to know of us. */
export const Addresses: FC<{ page: PageRequest; provider: ProviderShown }> = ({ page, provider }) => {
  const words = signOnWords[page.lang]
  const addresses = [
    [words.returnAddress, links.signOnReturn(provider.id)],
    [words.outAddress, links.signIn()],
    ...(provider.clientAuth === 'private-key' ? [[words.keyAddress, links.signOnKeys(provider.id)] as const] : []),
  ] as const
  return (
    <section aria-labelledby="geef">
      <h2 id="geef">{words.give}</h2>
      <p class="soft">{words.giveWhat}</p>
      <dl>
        {addresses.map(([label, path]) => (
          <>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd class="key">{addressHere(path)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

export const Groups: FC<Props & { actor: Actor; municipalities: readonly Municipality[] }> = (props) => {
  const { page, found, actor, errors } = props
  const words = signOnWords[page.lang]
  const error = (name: string) => errors.find((one) => one.field === name)?.message
  const isWide = actor.grants.some(({ everywhere, regionId }) => everywhere === true || regionId !== undefined)
  const own = new Set(actor.grants.map(({ municipalityId }) => municipalityId))
  const municipalities = props.municipalities.filter(({ id }) => isWide || own.has(id))
  return (
    <section aria-labelledby="groepen">
      <h2 id="groepen">{words.groups}</h2>
      <p class="soft">{words.groupsWhat}</p>
      {found.mapping.length === 0 ? <p>{words.noGroups}</p> : <Mapping page={page} found={found} />}
      <form method="post" action={links.organisationSignIn(found.organisationId)} class="form" novalidate>
        <TextField
          name="groep"
          label={words.group}
          hint={words.groupHint}
          value={valueIn(props, 'groep', '')}
          autocomplete="off"
          required
          error={error('groep')}
        />
        <SelectField
          name="rol"
          label={words.role}
          value={valueIn(props, 'rol', '')}
          options={GIVEN_HERE.map((role) => ({ value: role, label: page.said(roleWords[page.lang][role]) }))}
          error={error('rol')}
        />
        <SelectField
          name="gemeente"
          label={words.municipality}
          value={valueIn(props, 'gemeente', '')}
          options={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button look="plain" name="doe" value="groep">
          {words.add}
        </Button>
      </form>
    </section>
  )
}

const Mapping: FC<Pick<Props, 'page' | 'found'>> = ({ page, found }) => {
  const words = signOnWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.groups}
      captionUnseen
      head={words.group}
      columns={[{ head: words.role }, { head: words.municipality }, { head: words.action }]}
      rows={found.mapping.map((line) => ({
        head: line.groupName,
        cells: [
          page.said(roleWords[page.lang][line.role]),
          line.municipalityName,
          <TakeAway page={page} organisationId={found.organisationId} line={line} />,
        ],
      }))}
      stacked
    />
  )
}

const TakeAway: FC<{ page: PageRequest; organisationId: string; line: GroupRightShown }> = (props) => (
  <form method="post" action={links.organisationSignIn(props.organisationId)}>
    <input type="hidden" name="regel" value={props.line.id} />
    <Button look="plain" name="doe" value="groep-weg">
      {signOnWords[props.page.lang].remove} <span class="unseen">{props.line.groupName}</span>
    </Button>
  </form>
)
