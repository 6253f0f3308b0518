import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown, organisationsInReach } from '../../../capabilities/access/queries.ts'
import { isRole, SERVICE_ROLES } from '../../../capabilities/access/roles.ts'
import { addServiceAccount } from '../../../capabilities/access/service-accounts/actions.ts'
import { type ServiceAccount, serviceAccounts } from '../../../capabilities/access/service-accounts/queries.ts'
import { isId } from '../../../foundation/id.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatCount } from '../../words/format.ts'
import { roleWords } from '../../words/people.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { systemWords } from '../../words/systems.ts'

/** Accounts of other systems, for who sets people up here. */
export const get = guarded({ may: ['change', 'person'], act: 'service-account.listed' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'person'], act: 'service-account.added' }, async (actor, page) => {
  const text = (name: string) => String(page.form.get(name) ?? '').trim()
  const role = text('rol')
  const [municipalityId, organisationId] = [text('gemeente'), text('organisatie')]
  if (!isRole(role) || !isId(municipalityId)) return show(actor, page, refuse('grant-out-of-reach'))
  const grant = { role, municipalityId, ...(isId(organisationId) && { organisationId }) }
  const added = await addServiceAccount(actor, { name: text('naam'), grant })
  return added.ok ? redirect(links.system(added.value.id)) : show(actor, page, added)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const words = systemWords[page.lang]
  const accounts = await serviceAccounts(actor)
  const errors =
    refused === undefined ? [] : [{ field: fieldOf(refused), message: refusalSentence(page.lang, refused) }]
  return workPage(
    page,
    actor,
    {
      title: words.title,
      active: 'systems',
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary lang={page.lang} errors={errors} />
      {accounts.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
      ) : (
        <Accounts page={page} accounts={accounts} />
      )}
      <AddForm
        page={page}
        municipalities={await municipalitiesOf(actor)}
        organisations={await organisationsInReach(actor)}
      />
      <p class="soft">
        {words.description} <a href={links.apiDescription()}>{links.apiDescription()}</a>
      </p>
    </>,
  )
}

const fieldOf = ({ reason }: Refused): string => (reason === 'grant-needs-organisation' ? 'organisatie' : 'naam')

/** The municipalities in which this person sets people up. */
async function municipalitiesOf(actor: Actor): Promise<Municipality[]> {
  const isIn = (one: Municipality) =>
    actor.grants.some(
      (grant) =>
        grant.everywhere === true || grant.municipalityId === one.id || (grant.regionId ?? '') === one.regionId,
    )
  return (await municipalitiesKnown(actor)).filter(isIn)
}

const Accounts: FC<{ page: PageRequest; accounts: readonly ServiceAccount[] }> = ({ page, accounts }) => {
  const words = systemWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.title}
      captionUnseen
      head={words.name}
      columns={[{ head: words.may }, { head: words.keys }, { head: words.state }]}
      rows={accounts.map(({ id, name, roles, places, tokens, isActive }) => ({
        head: <a href={links.system(id)}>{name}</a>,
        cells: [
          [...roles.map((role) => roleWords[page.lang][role]), ...places].join(', '),
          formatCount(page.lang, tokens.filter(({ revokedAt }) => revokedAt === null).length, words.count),
          isActive ? words.active : words.inactive,
        ],
      }))}
      stacked
    />
  )
}

type Named = { readonly id: string; readonly name: string }
type AddProps = { page: PageRequest; municipalities: readonly Named[]; organisations: readonly Named[] }

const AddForm: FC<AddProps> = ({ page, municipalities, organisations }) => {
  const words = systemWords[page.lang]
  const typed = (name: string) => String(page.form.get(name) ?? '')
  const options = (rows: readonly Named[]) => rows.map((one) => ({ value: one.id, label: one.name }))
  return (
    <section aria-labelledby="toevoegen">
      <h2 id="toevoegen">{words.add}</h2>
      <p class="soft">{words.addLead}</p>
      <form method="post" action={links.systems()} class="form">
        <TextField
          name="naam"
          label={words.name}
          hint={words.nameHint}
          value={typed('naam')}
          autocomplete="off"
          required
        />
        <SelectField
          name="rol"
          label={words.role}
          value={typed('rol')}
          options={SERVICE_ROLES.map((role) => ({ value: role, label: roleWords[page.lang][role] }))}
        />
        <SelectField
          name="gemeente"
          label={words.municipality}
          value={typed('gemeente')}
          options={options(municipalities)}
        />
        <SelectField
          name="organisatie"
          label={words.organisation}
          hint={words.organisationHint}
          value={typed('organisatie')}
          options={[{ value: '', label: words.noOrganisation }, ...options(organisations)]}
        />
        <Button>{words.save}</Button>
      </form>
    </section>
  )
}
