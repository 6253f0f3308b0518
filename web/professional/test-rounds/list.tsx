import { municipalitiesWith, municipalityWith } from '../../../capabilities/participation/queries.ts'
import { testRounds } from '../../../capabilities/participation/rounds/queries.ts'
import { isLate, testersIn } from '../../../capabilities/participation/rounds/round.ts'
import { newId } from '../../../foundation/id.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { testRoundWords } from '../../words/test-rounds.ts'

/** The test rounds of a municipality, the latest first. */
export const get = guarded({ may: ['read', 'participation'], act: 'test-round.listed' }, async (actor, page) => {
  const mine = await municipalitiesWith(actor, ['read', 'participation'])
  const { gemeente } = page.params
  const here = gemeente === undefined ? mine[0] : mine.find(({ id }) => id === gemeente)
  if (here === undefined) return notFound()
  const words = testRoundWords[page.lang]
  const rounds = await testRounds(actor, here.id)
  const mayRecord = (await municipalityWith(actor, ['change', 'participation'], here.id)) !== undefined
  return workPage(
    page,
    actor,
    { title: words.title, active: 'testRounds' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <ul class="path-list" aria-label={words.place}>
        {mine.map(({ id, name }) => (
          <li>
            <a href={links.testRounds(id)} aria-current={id === here.id ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <ButtonRow>
          <LinkButton href={links.testRound(here.id, newId())}>{words.add}</LinkButton>
        </ButtonRow>
      ) : null}
      {rounds.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.title}
          captionUnseen
          head={words.round}
          columns={[
            ...[words.when, words.state].map((head) => ({ head })),
            ...[words.who, words.openFindings].map((head) => ({ head, numeric: true })),
          ]}
          stacked
          rows={rounds.map(({ round, findings }) => ({
            head: <a href={links.testRound(here.id, round.id)}>{round.title}</a>,
            cells: [
              words.period(round.fromOn, round.toOn),
              isLate(round, page.today) ? `${words.states[round.state]}, ${words.late}` : words.states[round.state],
              testersIn(round),
              findings.filter(({ decision }) => decision === 'open').length,
            ],
          }))}
        />
      )}
    </>,
  )
})
