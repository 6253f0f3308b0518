import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { decideMatch } from '../../../capabilities/help-requests/matches/actions.ts'
import { ALIKE } from '../../../capabilities/help-requests/matches/alike.ts'
import { DECISIONS } from '../../../capabilities/help-requests/matches/match.ts'
import type { MatchShown } from '../../../capabilities/help-requests/matches/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import type { Answer, Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay, formatList } from '../../words/format.ts'
import { matchWords } from '../../words/matches.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** Which field a refusal is about, so that the error summary leads there. */
export const MATCH_FIELDS: Readonly<Record<string, string>> = { 'match-decision-missing': 'besluit' }

/** Decides on the page of the request whether it is of somebody we know. */
export const postMatch = (
  actor: Actor,
  page: PageRequest,
  id: string,
): Promise<Answer<{ readonly isGiven: boolean }>> =>
  decideMatch(actor, id, {
    otherId: String(page.form.get('lijkt') ?? ''),
    decision: String(page.form.get('besluit') ?? ''),
    rowVersion: Number(page.form.get('versie')),
    today: page.today,
  })

type Part = {
  readonly page: PageRequest
  readonly request: HelpRequest
  readonly matches: readonly MatchShown[]
  readonly refused: Refused | undefined
}

/** What a request looks like that is known already, only for who may know that. */
export const Matches: FC<Part> = (part) => {
  const { page, matches } = part
  if (matches.length === 0) return null
  const words = matchWords[page.lang]
  return (
    <Notice title={words.title}>
      {matches.map((match) => (
        <OneMatch {...part} match={match} />
      ))}
      <p class="soft">{words.whoReads}</p>
    </Notice>
  )
}

const OneMatch: FC<Part & { match: MatchShown }> = (part) => {
  const { page, match } = part
  const words = matchWords[page.lang]
  const same = ALIKE.filter((one) => match.alike.includes(one)).map((one) => words.alike[one])
  return (
    <div class="match">
      <p>
        {match.personId === null ? words.request : words.person(match.name)} {words.same} {formatList(page.lang, same)}.
      </p>
      <Way {...part} />
      {match.decision === null || match.decidedOn === null ? null : (
        <p>
          {words.decided(formatDay(page.lang, match.decidedOn, 'short'))}{' '}
          <strong>{words.decisions[match.decision].toLowerCase()}</strong>.
        </p>
      )}
      <Wanted {...part} />
      {match.decision !== null ? null : match.mayDecide ? <Deciding {...part} /> : <p>{words.forCoordinator}</p>}
    </div>
  )
}

const Way: FC<Part & { match: MatchShown }> = ({ page, match }) => {
  const words = matchWords[page.lang]
  if (match.trajectoryId !== undefined)
    return (
      <p>
        <a href={links.trajectory(match.trajectoryId)}>{words.toTrajectory}</a>
      </p>
    )
  return match.isOtherOpen && match.otherRequestId !== null ? (
    <p>
      <a href={links.request(match.otherRequestId)}>{words.toRequest}</a>
    </p>
  ) : null
}

/** After two people at once: what this person wanted, beside what stands above it. */
const Wanted: FC<Part & { match: MatchShown }> = ({ page, match, refused }) => {
  const words = matchWords[page.lang]
  const wanted = DECISIONS.find((one) => one === page.form.get('besluit'))
  const isThis = page.form.get('lijkt') === match.otherId && refused?.reason === 'match-decided-meanwhile'
  return isThis && wanted !== undefined ? (
    <p>
      {words.wanted} {words.decisions[wanted].toLowerCase()}.
    </p>
  ) : null
}

const Deciding: FC<Part & { match: MatchShown }> = ({ page, request, match, refused }) => {
  const words = matchWords[page.lang]
  const isSent = page.form.get('lijkt') === match.otherId
  const isMissing = isSent && refused?.reason === 'match-decision-missing'
  return (
    <form class="compact" method="post" action={links.request(request.id)} novalidate>
      <input type="hidden" name="versie" value={String(request.rowVersion)} />
      <RadioGroup
        name="besluit"
        id={isSent ? 'besluit' : `besluit-${match.otherId}`}
        label={words.ask}
        value={isSent ? String(page.form.get('besluit') ?? '') : undefined}
        error={isMissing && refused !== undefined ? refusalSentence(page.lang, refused) : undefined}
        choices={DECISIONS.map((one) => ({ value: one, label: words.decisions[one], hint: words.hints[one] }))}
        inline={false}
      />
      <Button look="plain" name="lijkt" value={match.otherId}>
        {words.save}
      </Button>
    </form>
  )
}
