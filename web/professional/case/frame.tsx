import type { Child } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { milestonesStanding, type Standing } from '../../../capabilities/cases/milestones-standing.ts'
import { type TrajectoryDetail, trajectoryDetail } from '../../../capabilities/cases/queries.ts'
import { milestonesDone } from '../../../capabilities/cases/timeline.ts'
import {
  familyOf,
  type PersonFile,
  personFile,
  readerOf,
  workerNames,
  worksSteadilyOn,
} from '../../../capabilities/families/files/queries.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { caseWords } from '../../words/case.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** A trajectory as the pages about it need it, with the file of the person it is about as far as the actor reads that. */
export type Case = {
  readonly detail: TrajectoryDetail
  readonly file: PersonFile | undefined
  readonly names: ReadonlyMap<Id, string>
  /** Whether the actor works on this person. */
  readonly isMine: boolean
  /** Whether the actor works on it for a colleague who is away, and so decides nothing about who works on it. */
  readonly standsIn: boolean
}

export async function caseAt(actor: Actor, page: PageRequest): Promise<Case | undefined> {
  const detail = await trajectoryDetail(actor, page.params.id ?? '')
  if (detail === undefined) return undefined
  const { personId } = detail.trajectory
  const file = personId === null ? undefined : await personFile(actor, personId)
  const isMine = personId !== null && (await readerOf(actor)).worksOn.has(personId)
  const standsIn = isMine && !(await worksSteadilyOn(actor)).has(personId)
  return { detail, file, isMine, standsIn, names: await workerNames(actor, file === undefined ? [] : familyOf(file)) }
}

/** Where the milestones of a trajectory stand today. */
export const standingIn = ({ definition, milestones, trajectory, events }: TrajectoryDetail, today: Day): Standing[] =>
  milestonesStanding(definition, { days: milestones, anchors: trajectory.anchors, done: milestonesDone(events) }, today)

/** Where one goes on after something was done: the file of the person it is about, else the trajectory. */
export const afterCase = (trajectoryId: Id, personId: Id | null, done: string): string =>
  personId === null ? links.trajectory(trajectoryId, done) : links.file(personId, done)

/** The version that the form is about: of what was typed before the session ended the one of then, so that who came between is seen. */
export const versionIn = (page: PageRequest, now: number): string =>
  page.typedAt === undefined ? String(now) : text(page, '_versie')

export const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

/** The name of the hidden field that makes a form sent twice one record. */
export const KEY = '_sleutel'

/** The key of the form as sent; a new one for a form shown first. */
export const keyOf = (page: PageRequest): Id => (isId(text(page, KEY)) ? text(page, KEY) : newId())

export type Said = { readonly title: string; readonly lead?: string; readonly errors?: readonly FieldError[] } & (
  | { readonly refused?: undefined }
  | { readonly refused: Refused }
)

/** What a refusal says: at its fields where it has them, else as a whole. */
export const errorsOf = (page: PageRequest, refused: Refused, field?: string): FieldError[] => [
  { field, message: refusalSentence(page.lang, refused) },
]

/** A page about one trajectory: back to the file, what is not right yet, and the form. */
export function casePage(actor: Actor, page: PageRequest, found: Case, said: Said & { body: Child }): Promise<Reply> {
  const words = caseWords[page.lang]
  const { detail, file } = found
  const { refused } = said
  return workPage(
    page,
    actor,
    {
      title: said.title,
      active: file === undefined ? 'trajectories' : 'files',
      ...(refused !== undefined && {
        status: refused.reason === 'changed-meanwhile' ? 409 : 400,
        refusedWith: refused.reason,
      }),
    },
    <>
      {file === undefined ? (
        <BackLink href={links.trajectory(detail.trajectory.id)} label={words.backTrajectory} />
      ) : (
        <BackLink href={links.file(file.person.id)} label={words.backFile} />
      )}
      <h1>{said.title}</h1>
      {said.lead === undefined ? null : <p class="soft">{said.lead}</p>}
      <ErrorSummary lang={page.lang} errors={said.errors ?? []} />
      {said.body}
    </>,
  )
}
