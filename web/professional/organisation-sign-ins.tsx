import { organisationSignIns } from '../../capabilities/access/identity-providers/queries.ts'
import { EmptyState } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { signOnWords } from '../words/sign-on.ts'

/** The organisations of which the actor says where they sign in. */
export const get = guarded({ may: ['change', 'setting'], act: 'identity-provider.listed' }, async (actor, page) => {
  const words = signOnWords[page.lang]
  const organisations = await organisationSignIns(actor)
  const stateOf = (isOn: boolean | undefined) => (isOn === undefined ? words.none : isOn ? words.on : words.off)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'people' },
    <>
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
          columns={[{ head: words.state }, { head: words.action }]}
          rows={organisations.map(({ organisationId, organisationName, provider }) => ({
            head: organisationName,
            cells: [
              stateOf(provider?.isOn),
              <a href={links.organisationSignIn(organisationId)}>
                {words.setUp} <span class="unseen">{organisationName}</span>
              </a>,
            ],
          }))}
          stacked
        />
      )}
    </>,
  )
})
