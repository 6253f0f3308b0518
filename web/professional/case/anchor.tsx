import type { Actor } from '../../../capabilities/access/actor.ts'
import { setAnchor } from '../../../capabilities/cases/history/actions.ts'
import { parseDay } from '../../../foundation/day.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { DayField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { type Case, caseAt, casePage, errorsOf, text } from './frame.tsx'

export const get = guarded({ may: ['change', 'trajectory'], act: 'anchor.begun' }, async (actor, page) => {
  const found = await caseAt(actor, page)
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'anchor.set' }, async (actor, page) => {
  const found = await caseAt(actor, page)
  if (found === undefined) return notFound()
  const trajectoryId = found.detail.trajectory.id
  const on = parseDay(text(page, 'dag'))
  const seen = { trajectoryId, rowVersion: Number(text(page, '_versie')) }
  const set =
    on === undefined ? refuse('answer-no-day') : await setAnchor(actor, seen, { anchor: page.params.code ?? '', on })
  if (set.ok) return redirect(links.trajectory(trajectoryId, 'dag'))
  return set.reason === 'not-found' ? notFound() : show(actor, page, found, set)
})

async function show(actor: Actor, page: PageRequest, found: Case, refused?: Refused): Promise<Reply> {
  const words = caseWords[page.lang]
  const { definition, trajectory } = found.detail
  const anchor = definition.anchors.find(({ code }) => code === page.params.code)
  if (anchor === undefined || anchor.phase !== undefined) return notFound()
  return casePage(actor, page, found, {
    title: words.anchorSet(anchor.name[page.lang]),
    lead: words.anchorLead,
    ...(refused !== undefined && { refused, errors: errorsOf(page, refused, 'dag') }),
    body: (
      <form class="compact" method="post" action={links.caseAnchor(trajectory.id, anchor.code)} novalidate>
        <input type="hidden" name="_versie" value={String(trajectory.rowVersion)} />
        <DayField
          name="dag"
          label={words.day}
          value={text(page, 'dag') || trajectory.anchors[anchor.code] || page.today}
          max={page.today}
          error={refused === undefined ? undefined : errorsOf(page, refused)[0]?.message}
        />
        <Button>{words.anchorSave}</Button>
      </form>
    ),
  })
}
