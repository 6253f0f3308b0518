import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Step } from '../../../capabilities/programmes/definition.ts'
import { refuse } from '../../../foundation/result.ts'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { closingWords } from '../../words/closing.ts'
import { reasonInWords } from './event-words.ts'
import { type Case, casePage } from './frame.tsx'
import { type Asking, BothVersions } from './questions.tsx'

type Gone = { readonly found: Case; readonly step: Step; readonly asked?: Asking }

/**
 * Somebody else moved the trajectory on while this form was being filled in: where it stands now beside what was wanted here,
 * and every answer that differs, so that nothing typed is lost.
 */
export function stepGone(actor: Actor, page: PageRequest, { found, step, asked }: Gone): Promise<Reply> {
  const [words, closing] = [caseWords[page.lang], closingWords[page.lang]]
  const { definition, trajectory } = found.detail
  const phase = definition.phases.find(({ code }) => code === trajectory.phase)?.name[page.lang] ?? trajectory.phase
  const to = definition.phases.find(({ code }) => code === step.to)?.name[page.lang] ?? step.to
  const why = (code: string | null) => reasonInWords(page.lang, definition, code)
  return casePage(actor, page, found, {
    title: step.name[page.lang],
    refused: refuse('changed-meanwhile'),
    body: (
      <>
        <Notice title={words.conflict} isNews>
          <p>{closing.notAnyMore}</p>
          <DataTable
            lang={page.lang}
            caption={closing.now}
            captionUnseen
            head={words.question}
            columns={[{ head: words.theirs }, { head: words.yours }]}
            rows={[
              { head: closing.now, cells: [phase, closing.goesTo(to)] },
              { head: words.why, cells: [why(trajectory.reason), why(String(page.form.get('reden') ?? ''))] },
            ]}
          />
        </Notice>
        {asked === undefined ? null : <BothVersions page={page} asking={asked} />}
        <p>
          <a href={links.trajectory(trajectory.id)}>{closing.look}</a>
        </p>
      </>
    ),
  })
}
