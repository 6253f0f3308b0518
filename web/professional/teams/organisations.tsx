import { organisationsSetUp } from '../../../capabilities/access/teams/queries.ts'
import { EmptyState } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { teamWords } from '../../words/teams.ts'

/** The organisations of which the actor sets up the teams. */
export const get = guarded({ may: ['change', 'organisation'], act: 'team.listed' }, async (actor, page) => {
  const words = teamWords[page.lang]
  const organisations = await organisationsSetUp(actor)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'people' },
    <>
      <BackLink href={links.people()} label={words.people} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {organisations.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.title}
          captionUnseen
          head={words.organisation}
          columns={[{ head: words.teams }, { head: words.action }]}
          rows={organisations.map(({ id, name, teams }) => ({
            head: name,
            cells: [
              teams,
              <a href={links.teams(id)}>
                {words.setUp} <span class="unseen">{`${words.of} ${name}`}</span>
              </a>,
            ],
          }))}
          stacked
        />
      )}
    </>,
  )
})
