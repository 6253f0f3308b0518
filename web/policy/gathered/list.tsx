import type { FC } from 'hono/jsx'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { GROUPS } from '../../../capabilities/participation/gathered/gathered.ts'
import { type AllGathered, allGathered } from '../../../capabilities/participation/gathered/queries.ts'
import { municipalitiesWith, municipalityWith } from '../../../capabilities/participation/queries.ts'
import { newId } from '../../../foundation/id.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { HIDDEN } from '../../design/shown.ts'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { gatheredWords } from '../../words/gathered.ts'

/** What was gathered in a municipality with the advice that it led to: what followed first. */
export const get = guarded({ may: ['read', 'participation'], act: 'gathered.listed' }, async (actor, page) => {
  const mine = await municipalitiesWith(actor, ['read', 'participation'])
  const { gemeente } = page.params
  const here = gemeente === undefined ? mine[0] : mine.find(({ id }) => id === gemeente)
  const all = here && (await allGathered(actor, here.id, page.today))
  if (here === undefined || all === undefined) return notFound()
  const words = gatheredWords[page.lang]
  const mayRecord = (await municipalityWith(actor, ['change', 'participation'], here.id)) !== undefined
  const done: Readonly<Record<string, string>> = words.done
  const told = page.query.get('gedaan') ?? ''
  return workPage(
    page,
    actor,
    { title: words.title, active: 'gathered', audience: 'policy' },
    <div class="report">
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {Object.hasOwn(done, told) ? <Notice isNews>{done[told]}</Notice> : null}
      <ul class="path-list" aria-label={words.place}>
        {mine.map(({ id, name }) => (
          <li>
            <a href={links.gathered(id)} aria-current={id === here.id ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <ButtonRow>
          <LinkButton href={links.gatheredOne(here.id, newId())}>{words.add}</LinkButton>
          <LinkButton href={links.recommendation(here.id, newId())} look="plain">
            {words.addAdvice}
          </LinkButton>
        </ButtonRow>
      ) : null}
      <Advice {...{ page, here, all, mayRecord }} />
      <Said {...{ page, here, all, mayRecord }} />
      <Heard {...{ page, all }} />
    </div>,
  )
})

type Part = { page: PageRequest; here: Municipality; all: AllGathered; mayRecord: boolean }

const Advice: FC<Part> = ({ page, here, all: { recommendations, gathered }, mayRecord }) => {
  const words = gatheredWords[page.lang]
  return (
    <section aria-labelledby="adviezen">
      <h2 id="adviezen">{words.recommendations}</h2>
      {recommendations.length === 0 ? (
        <p class="soft">{words.noRecommendations}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.recommendations}
          captionUnseen
          head={words.advice}
          columns={[words.state, words.decided, words.why, words.from].map((head) => ({ head }))}
          stacked
          rows={recommendations.map(({ id, advice, state, decidedBy, decidedOn, why }) => ({
            head: mayRecord ? <a href={links.recommendation(here.id, id)}>{advice}</a> : advice,
            cells: [
              words.states[state],
              decidedBy === null || decidedOn === null ? '' : `${decidedBy}, ${words.on(decidedOn)}`,
              why ?? '',
              words.fromN(gathered.filter(({ recommendationId }) => recommendationId === id).length),
            ],
          }))}
        />
      )}
    </section>
  )
}

const Said: FC<Part> = ({ page, here, all: { recommendations, gathered }, mayRecord }) => {
  const words = gatheredWords[page.lang]
  if (gathered.length === 0)
    return (
      <EmptyState title={words.noSaid}>
        <p>{words.noSaidWhat}</p>
      </EmptyState>
    )
  return (
    <section aria-labelledby="gezegd">
      <h2 id="gezegd">{words.said}</h2>
      <DataTable
        lang={page.lang}
        caption={words.said}
        captionUnseen
        head={words.words}
        columns={[words.theme, words.group, words.when, words.ledTo].map((head) => ({ head }))}
        stacked
        rows={gathered.map(({ id, said, theme, group, heldOn, recommendationId }) => ({
          head: mayRecord ? (
            <a href={links.gatheredOne(here.id, id)}>{said ?? words.erased}</a>
          ) : (
            (said ?? words.erased)
          ),
          cells: [
            words.themes[theme],
            words.groups[group],
            words.on(heldOn),
            recommendations.find((one) => one.id === recommendationId)?.advice ?? words.noAdvice,
          ],
        }))}
      />
    </section>
  )
}

const Heard: FC<{ page: PageRequest; all: AllGathered }> = ({ page, all: { heard } }) => {
  const words = gatheredWords[page.lang]
  return heard.length === 0 ? null : (
    <>
      <DataTable
        lang={page.lang}
        caption={words.heard}
        head={words.year}
        columns={[...GROUPS.map((group) => words.groups[group]), words.together].map((head) => ({
          head,
          numeric: true,
        }))}
        rows={heard.map(({ year, people: { total, groups } }) => ({
          head: year,
          cells: [...GROUPS.map((group) => groups[group] ?? HIDDEN), total ?? HIDDEN],
        }))}
      />
      <p class="soft">{words.heardWhat}</p>
    </>
  )
}
