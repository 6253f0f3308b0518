import type { FC } from 'hono/jsx'
import { maySomewhere } from '../../capabilities/access/access.ts'
import { addPerson, switchPerson } from '../../capabilities/access/actions.ts'
import type { Actor, Grant } from '../../capabilities/access/actor.ts'
import { oddSignInsInReach } from '../../capabilities/access/odd-sign-ins/queries.ts'
import {
  type GrantInWords,
  municipalitiesKnown,
  organisationsInReach,
  type PersonInReach,
  peopleInReach,
} from '../../capabilities/access/queries.ts'
import { strongRights } from '../../capabilities/access/rights-review/queries.ts'
import { isRole } from '../../capabilities/access/roles.ts'
import { invite, mailInvitation } from '../../capabilities/access/sign-in/invitations.ts'
import { lastAuditCheck } from '../../capabilities/privacy/checks/queries.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { EmptyState, Notice } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { messageWords } from '../words/messages.ts'
import { oddSignInWords } from '../words/odd-sign-ins.ts'
import { peopleWords, roleWords } from '../words/people.ts'
import { refusalSentence } from '../words/refusals.ts'
import { rightsReviewWords } from '../words/rights-review.ts'
import { signOnWords } from '../words/sign-on.ts'
import { teamWords } from '../words/teams.ts'
import { AuditTrouble } from './audit-check.tsx'
import { newInWords } from './odd-sign-ins.tsx'
import { waitingInWords } from './rights-review.tsx'
import { GIVEN_HERE } from './roles-given.ts'

export const get = guarded({ may: ['list', 'person'], act: 'person.listed' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'person'], act: 'person.changed' }, async (actor, page) => {
  const text = (name: string) => String(page.form.get(name) ?? '').trim()
  if (text('doe') === 'uit' || text('doe') === 'aan') {
    const done = await switchPerson(actor, text('persoon'), text('doe') === 'aan')
    return show(
      actor,
      page,
      done.ok ? { news: peopleWords[page.lang].switched } : { error: refusalSentence(page.lang, done) },
    )
  }
  if (text('doe') === 'mail') {
    const mailed = await mailInvitation(actor, text('uitnodiging'))
    const outcome = mailed.ok ? { news: messageWords[page.lang].mailed } : { error: refusalSentence(page.lang, mailed) }
    return show(actor, page, outcome)
  }
  const invited =
    text('doe') === 'opnieuw' ? await inviteAgain(actor, text('persoon')) : await addAndInvite(actor, text)
  if (!invited.ok) return show(actor, page, { error: refusalSentence(page.lang, invited) })
  return invitation(actor, page, invited.value)
})

type Invited = { readonly name: string; readonly email: string; readonly id: string; readonly token: string }

async function inviteAgain(actor: Actor, personId: string): Promise<Answer<Invited>> {
  const person = (await peopleInReach(actor)).find((one) => one.id === personId)
  if (person === undefined) return refuse('not-found')
  const invited = await invite(actor, personId)
  return invited.ok ? allow({ name: person.name, email: person.email ?? '', ...invited.value }) : invited
}

async function addAndInvite(actor: Actor, text: (name: string) => string): Promise<Answer<Invited>> {
  const role = text('rol')
  if (!isRole(role)) return refuse('grant-out-of-reach')
  const municipalityId = text('gemeente')
  const organisationId = text('organisatie')
  const grant: Omit<Grant, 'startsOn'> = { role, municipalityId, ...(organisationId !== '' && { organisationId }) }
  const added = await addPerson(actor, { name: text('naam'), email: text('email') }, [grant])
  if (!added.ok) return added
  const invited = await invite(actor, added.value.id)
  return invited.ok ? allow({ name: text('naam'), email: text('email'), ...invited.value }) : invited
}

type Outcome = { readonly news?: string; readonly error?: string }

async function show(actor: Actor, page: PageRequest, outcome: Outcome = {}) {
  const words = peopleWords[page.lang]
  const [people, municipalities, organisations] = [
    await peopleInReach(actor),
    await municipalitiesKnown(actor),
    await organisationsInReach(actor),
  ]
  const mayChange = maySomewhere(actor, 'change', 'person')
  const review = mayChange ? waitingInWords(page, await strongRights(actor, page.today)) : undefined
  const odd = newInWords(page, await oddSignInsInReach(actor))
  return workPage(
    page,
    actor,
    {
      title: words.title,
      active: 'people',
      ...(outcome.error !== undefined && { status: 400, refusedWith: 'person-not-changed' }),
    },
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <AuditTrouble lang={page.lang} check={await lastAuditCheck(actor)} />
      {outcome.news === undefined ? null : <Notice isNews>{outcome.news}</Notice>}
      {outcome.error === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: 'naam', message: outcome.error }]} />
      )}
      {people.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
      ) : (
        <PeopleTable page={page} people={people} mayChange={mayChange} />
      )}
      <p>
        {review === undefined ? null : <strong>{review} </strong>}
        <a href={links.rightsReview()}>{rightsReviewWords[page.lang].title}</a>
      </p>
      {maySomewhere(actor, 'list', 'sign-in') ? (
        <p>
          {odd === undefined ? null : <strong>{odd} </strong>}
          <a href={links.oddSignIns()}>{oddSignInWords[page.lang].title}</a>
        </p>
      ) : null}
      {maySomewhere(actor, 'change', 'organisation') ? (
        <p>
          <a href={links.teams()}>{teamWords[page.lang].title}</a>
        </p>
      ) : null}
      {maySomewhere(actor, 'change', 'setting') ? (
        <p>
          <a href={links.organisationSignIns()}>{signOnWords[page.lang].title}</a>
        </p>
      ) : null}
      {mayChange ? (
        <InviteForm page={page} municipalities={municipalities} organisations={organisations} actor={actor} />
      ) : null}
    </>,
  )
}

const PeopleTable: FC<{ page: PageRequest; people: readonly PersonInReach[]; mayChange: boolean }> = ({
  page,
  people,
  mayChange,
}) => {
  const words = peopleWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.title}
      captionUnseen
      head={words.name}
      columns={[
        { head: words.email },
        { head: words.roles },
        { head: words.state },
        ...(mayChange ? [{ head: words.action }] : []),
      ]}
      rows={people.map((person) => ({
        head: person.name,
        cells: [
          person.email ?? '',
          person.grants.map((grant) => grantInWords(page, grant)).join('; '),
          person.isActive ? words.active : words.inactive,
          ...(mayChange ? [<PersonActions page={page} person={person} />] : []),
        ],
      }))}
      stacked
    />
  )
}

const PersonActions: FC<{ page: PageRequest; person: PersonInReach }> = ({ page, person }) => {
  const words = peopleWords[page.lang]
  return (
    <form method="post" action={links.people()} class="row">
      <input type="hidden" name="persoon" value={person.id} />
      <Button look="plain" name="doe" value={person.isActive ? 'uit' : 'aan'}>
        {person.isActive ? words.switchOff : words.switchOn} <span class="unseen">{person.name}</span>
      </Button>
      <Button look="plain" name="doe" value="opnieuw">
        {words.newLink} <span class="unseen">{person.name}</span>
      </Button>
    </form>
  )
}

type Named = { readonly id: string; readonly name: string }

const InviteForm: FC<{
  page: PageRequest
  actor: Actor
  municipalities: readonly Named[]
  organisations: readonly Named[]
}> = (props) => {
  const { page, actor } = props
  const words = peopleWords[page.lang]
  const typed = (name: string) => String(page.form.get(name) ?? '')
  const reach = actor.grants.map((grant) => grant.municipalityId)
  const isEverywhere = actor.grants.some((grant) => grant.everywhere === true || grant.regionId !== undefined)
  const municipalities = props.municipalities.filter((one) => isEverywhere || reach.includes(one.id))
  const options = (rows: readonly Named[]) => rows.map((one) => ({ value: one.id, label: one.name }))
  return (
    <section aria-labelledby="uitnodigen">
      <h2 id="uitnodigen">{words.add}</h2>
      <p class="soft">{words.addLead}</p>
      <form method="post" action={links.people()} class="form">
        <TextField name="naam" label={words.name} value={typed('naam')} autocomplete="off" required />
        <TextField name="email" type="email" label={words.email} value={typed('email')} autocomplete="off" required />
        <SelectField
          name="rol"
          label={words.role}
          value={typed('rol')}
          options={GIVEN_HERE.map((role) => ({ value: role, label: page.said(roleWords[page.lang][role]) }))}
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
          options={[{ value: '', label: words.noOrganisation }, ...options(props.organisations)]}
        />
        <Button>{words.invite}</Button>
      </form>
    </section>
  )
}

function invitation(actor: Actor, page: PageRequest, invited: Invited) {
  const words = peopleWords[page.lang]
  const title = words.invited(invited.name)
  return workPage(
    page,
    actor,
    { title, active: 'people' },
    <>
      <h1>{title}</h1>
      <p>{words.invitedWhat}</p>
      <TextField name="link" label={words.link} value={links.invitation(invited.token)} />
      <form method="post" action={links.people()}>
        <input type="hidden" name="uitnodiging" value={invited.id} />
        <Button name="doe" value="mail">
          {messageWords[page.lang].mailLink(invited.email)}
        </Button>
      </form>
      <p>
        <a href={links.people()}>{words.back}</a>
      </p>
    </>,
  )
}

/** `coördinator, Akkerveen, De Kern`. */
function grantInWords(page: PageRequest, grant: GrantInWords): string {
  const scope = grant.everywhere
    ? [peopleWords[page.lang].everywhere]
    : [grant.regionName, grant.municipalityName, grant.organisationName, grant.teamName]
  return [page.said(roleWords[page.lang][grant.role]), ...scope.filter((name) => name !== null)].join(', ')
}
