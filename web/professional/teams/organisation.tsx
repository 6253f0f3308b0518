import type { Actor } from '../../../capabilities/access/actor.ts'
import { peopleInReach } from '../../../capabilities/access/queries.ts'
import {
  closeTeam,
  giveToTeam,
  makeTeam,
  putInTeam,
  renameTeam,
  takeOutOfTeam,
} from '../../../capabilities/access/teams/actions.ts'
import { teamsOf } from '../../../capabilities/access/teams/queries.ts'
import { programmesEver } from '../../../capabilities/programmes/queries.ts'
import { isId, newId } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { saidAt } from '../../shell/names.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { teamWords } from '../../words/teams.ts'
import { GiveForm, MakeForm, PutForm } from './forms.tsx'
import { PeopleForAll, TeamSection } from './team.tsx'

export const get = guarded({ may: ['change', 'organisation'], act: 'team.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'organisation'], act: 'team.changed' }, async (actor, page) => {
  const { done, news } = await change(actor, page)
  if (done.ok) return redirect(links.teams(page.params['id'] ?? '', news))
  return show(actor, page, done)
})

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

type News = keyof (typeof teamWords)['nl']['done']

async function change(actor: Actor, page: PageRequest): Promise<{ done: Answer; news: News }> {
  const [organisationId, teamId] = [page.params['id'] ?? '', text(page, 'team')]
  const key = text(page, '_sleutel')
  switch (text(page, 'doe')) {
    case 'maak':
      return {
        done: await makeTeam(actor, { id: isId(key) ? key : newId(), organisationId, name: text(page, 'naam') }),
        news: 'gemaakt',
      }
    case 'naam':
      return { done: await renameTeam(actor, teamId, text(page, 'naam')), news: 'naam' }
    case 'sluit':
      return { done: await closeTeam(actor, teamId), news: 'gesloten' }
    case 'erin': {
      const given = { personId: text(page, 'persoon'), role: text(page, 'rol'), municipalityId: text(page, 'gemeente') }
      return { done: await putInTeam(actor, { teamId, ...given }), news: 'erin' }
    }
    case 'eruit':
      return { done: await takeOutOfTeam(actor, organisationId, text(page, 'recht'), 'nothing'), news: 'eruit' }
    case 'breed':
      return { done: await takeOutOfTeam(actor, organisationId, text(page, 'recht'), 'organisation'), news: 'breed' }
    case 'aanbod':
      return {
        done: await giveToTeam(actor, text(page, 'aanbod'), teamId === '' ? null : teamId),
        news: 'aanbod',
      }
    default:
      return { done: refuse('not-found'), news: 'naam' }
  }
}

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const [found, people, programmes] = await Promise.all([
    teamsOf(actor, page.params['id'] ?? ''),
    peopleInReach(actor),
    programmesEver(actor),
  ])
  if (found === undefined) return notFound()
  const words = teamWords[page.lang]
  const { organisation, teams, provisions, members } = found
  const open = teams.filter(({ closedOn }) => closedOn === null)
  const closed = teams.filter(({ closedOn }) => closedOn !== null)
  const names = new Map(programmes.map(({ code, name }) => [code, name[page.lang]]))
  const named = provisions.map((one) => ({
    ...one,
    label: `${saidAt(page, one.municipalityId)(names.get(one.programmeCode) ?? one.programmeCode)} – ${one.municipalityName}`,
  }))
  const errors = refused === undefined ? [] : [{ field: fieldOf(page), message: refusalSentence(page.lang, refused) }]
  const done = Object.entries(words.done).find(([code]) => code === page.query.get('gedaan'))
  const title = words.titleOf(organisation.name)
  // A resident with an account is nobody's colleague.
  const colleagues = people.filter(
    ({ id, isActive, grants }) => id !== actor.personId && isActive && grants.some(({ role }) => role !== 'resident'),
  )
  return workPage(
    page,
    actor,
    { title, active: 'people', ...(refused && { status: 400, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.teams()} label={words.back} />
      <h1>{title}</h1>
      <p class="lead">{words.leadOf}</p>
      {refused === undefined && done !== undefined ? <Notice isNews>{done[1]}</Notice> : null}
      <ErrorSummary lang={page.lang} errors={errors} />
      {open.length === 0 ? <EmptyState title={words.none}>{words.noneWhat}</EmptyState> : null}
      {open.map((team) => (
        <TeamSection
          page={page}
          organisationId={organisation.id}
          team={team}
          members={members.filter(({ teamId }) => teamId === team.id)}
          provisions={named.filter(({ teamId }) => teamId === team.id).map(({ label }) => label)}
          error={text(page, 'team') === team.id && text(page, 'doe') === 'naam' ? errors[0]?.message : undefined}
        />
      ))}
      {closed.length === 0 ? null : <p class="soft">{words.closed(closed.map(({ name }) => name).join(', '))}</p>}
      <PeopleForAll page={page} members={members.filter(({ teamId }) => teamId === null)} />
      {open.length === 0 ? null : (
        <>
          <PutForm {...{ page, open, colleagues, provisions, organisationId: organisation.id }} />
          <GiveForm {...{ page, open, provisions: named, organisationId: organisation.id }} />
        </>
      )}
      <MakeForm
        {...{ page, organisationId: organisation.id }}
        error={text(page, 'doe') === 'maak' ? errors[0]?.message : undefined}
      />
    </>,
  )
}

/** The field beside which it is told. */
function fieldOf(page: PageRequest): string | undefined {
  switch (text(page, 'doe')) {
    case 'maak':
      return 'nieuw-team'
    case 'naam':
      return `naam-${text(page, 'team')}`
    case 'erin':
      return 'persoon'
    case 'aanbod':
      return 'aanbod'
    default:
      return undefined
  }
}
