import type { Child } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import {
  familyOf,
  type PersonFile,
  personFile,
  readerOf,
  workerNames,
} from '../../../capabilities/families/files/queries.ts'
import type { Id } from '../../../foundation/id.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { caseWords } from '../../words/case.ts'
import type { Said } from './frame.tsx'

/** The file of a person on whom the actor works. */
export type Mine = { readonly file: PersonFile; readonly names: ReadonlyMap<Id, string> }

/** Undefined for whoever does not work on this person: also for who reads the file with a reason. */
export async function mineAt(actor: Actor, page: PageRequest): Promise<Mine | undefined> {
  const file = await personFile(actor, page.params.id ?? '')
  if (file === undefined || !(await readerOf(actor)).worksOn.has(file.person.id)) return undefined
  return { file, names: await workerNames(actor, familyOf(file)) }
}

/** A page about one person: back to the file, what is not right yet, and the forms. */
export function minePage(actor: Actor, page: PageRequest, mine: Mine, said: Said & { body: Child }): Promise<Reply> {
  const { refused } = said
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  return workPage(
    page,
    actor,
    { title: said.title, active: 'files', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.file(mine.file.person.id)} label={caseWords[page.lang].backFile} />
      <h1>{said.title}</h1>
      {said.lead === undefined ? null : <p class="soft">{said.lead}</p>}
      <ErrorSummary lang={page.lang} errors={said.errors ?? []} />
      {said.body}
    </>,
  )
}
