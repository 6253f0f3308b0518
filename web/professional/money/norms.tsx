import type { Actor } from '../../../capabilities/access/actor.ts'
import { keepNorms } from '../../../capabilities/money-help/actions.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { FieldRow, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { DatedFields, fieldsOf, inEuros, type Kept, keptAt, Refusals, toldIn, versionIn } from './kept.tsx'

export const get = guarded({ may: ['change', 'page'], act: 'money.read' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  return kept === undefined ? notFound() : show(actor, page, kept)
})

export const post = guarded({ may: ['change', 'page'], act: 'money.changed' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  if (kept === undefined) return notFound()
  const { id } = kept.municipality
  const done = await keepNorms(actor, id, toldIn(page), {
    ...{ version: versionIn(page), today: page.today },
    replaces: page.query.get('vanaf') ?? undefined,
  })
  if (done.ok) return redirect(links.moneyKept(id, 'gedaan=ja'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, kept, done)
})

function show(actor: Actor, page: PageRequest, { municipality, rules }: Kept, refused?: Refused) {
  const words = moneyKeepingWords[page.lang]
  const from = page.query.get('vanaf')
  const stored = rules.current.norms.find(({ validFrom }) => validFrom === from)
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const at = fieldsOf({ page, refused })
  return workPage(
    page,
    actor,
    { title: words.norms, active: 'schemes', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <p>
        <a href={links.moneyKept(municipality.id)}>{words.back}</a>
      </p>
      <h1>{words.norms}</h1>
      <p class="soft">
        {municipality.name}. {words.normsLead}
      </p>
      <Refusals page={page} refused={refused} />
      <form class="compact" method="post" action={links.moneyNorms(municipality.id, from ?? undefined)} novalidate>
        <input type="hidden" name="_versie" value={String(rules.version)} />
        <FieldRow>
          <TextField {...at('single', inEuros(stored?.single))} label={words.normSingle} />
          <TextField {...at('couple', inEuros(stored?.couple))} label={words.normCouple} />
          <TextField {...at('pensionSingle', inEuros(stored?.pensionSingle))} label={words.normPensionSingle} />
          <TextField {...at('pensionCouple', inEuros(stored?.pensionCouple))} label={words.normPensionCouple} />
        </FieldRow>
        <DatedFields page={page} refused={refused} stored={stored} />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}
