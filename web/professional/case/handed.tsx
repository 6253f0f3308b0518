import { handedIn } from '../../../capabilities/cases/afterwards/queries.ts'
import { Facts } from '../../design/facts.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { caseWords } from '../../words/case.ts'
import { closingWords } from '../../words/closing.ts'
import { formatDay } from '../../words/format.ts'
import { caseAt } from './frame.tsx'

/** A page to take along: addresses for afterwards. It names nobody and no support, so it may lie on a kitchen table. */
export const get = guarded({ may: ['read', 'trajectory'], act: 'case.handed-over-read' }, async (actor, page) => {
  const found = await caseAt(actor, page)
  if (found === undefined) return notFound()
  const words = closingWords[page.lang]
  const { id } = found.detail.trajectory
  const handed = await handedIn(actor, id)
  const last = handed.at(-1)?.handedOn
  return workPage(
    page,
    actor,
    { title: words.paperTitle, active: 'trajectories' },
    <>
      <BackLink href={links.trajectory(id)} label={caseWords[page.lang].backTrajectory} />
      <h1>{words.paperTitle}</h1>
      <p class="lead">{handed.length === 0 ? words.paperNone : words.paperLead}</p>
      {handed.map(({ name, what, reach }) => (
        <section class="address">
          <h2>{name}</h2>
          <p>{what}</p>
          <Facts facts={[{ term: words.paperReach, value: reach }]} />
        </section>
      ))}
      {last === undefined ? null : <p class="small soft">{words.paperOn(formatDay(page.lang, last, 'plain'))}</p>}
    </>,
  )
})
