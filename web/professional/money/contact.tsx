import type { Actor } from '../../../capabilities/access/actor.ts'
import { keepContact } from '../../../capabilities/money-help/actions.ts'
import type { ToldContact } from '../../../capabilities/money-help/contact.ts'
import { contactKept } from '../../../capabilities/money-help/queries.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { DayField, FieldRow, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { fieldsOf, type Kept, keptAt, Refusals, toldIn, versionIn } from './kept.tsx'

export const get = guarded({ may: ['change', 'page'], act: 'money.read' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  return kept === undefined ? notFound() : show(actor, page, kept)
})

export const post = guarded({ may: ['change', 'page'], act: 'money.contact-changed' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  if (kept === undefined) return notFound()
  const { id } = kept.municipality
  const version = versionIn(page)
  const done = await keepContact(actor, id, {
    ...{ told: contactIn(page), today: page.today },
    ...(version !== 0 && { rowVersion: version }),
  })
  if (done.ok) return redirect(links.moneyKept(id, 'gedaan=contact'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, kept, done)
})

function contactIn(page: PageRequest): ToldContact {
  const { text } = toldIn(page)
  return {
    ...{ name: text('name'), phone: text('phone'), mail: text('mail') },
    ...{ visitNl: text('visitNl'), visitEn: text('visitEn'), openNl: text('openNl'), openEn: text('openEn') },
    ...{ source: text('source'), checkedOn: parseDay(text('checkedOn')) },
  }
}

async function show(actor: Actor, page: PageRequest, { municipality }: Kept, refused?: Refused) {
  const words = moneyKeepingWords[page.lang]
  const stored = await contactKept(actor, municipality, page.today)
  const contact = stored?.contact
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const at = fieldsOf({ page, refused })
  return workPage(
    page,
    actor,
    { title: words.contact, active: 'schemes', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <p>
        <a href={links.moneyKept(municipality.id)}>{words.back}</a>
      </p>
      <h1>{words.contact}</h1>
      <p class="soft">
        {municipality.name}. {words.contactLead}
      </p>
      <Refusals page={page} refused={refused} />
      <form class="compact" method="post" action={links.moneyContact(municipality.id)} novalidate>
        <input type="hidden" name="_versie" value={String(stored?.rowVersion ?? 0)} />
        <TextField {...at('name', contact?.name)} label={words.name} />
        <FieldRow>
          <TextField {...at('phone', contact?.phone)} label={words.phone} />
          <TextField {...at('mail', contact?.mail)} label={words.mail} />
        </FieldRow>
        <FieldRow>
          <TextField {...at('visitNl', contact?.visitNl)} label={words.visitNl} />
          <TextField {...at('visitEn', contact?.visitEn)} label={words.visitEn} />
        </FieldRow>
        <FieldRow>
          <TextField {...at('openNl', contact?.openNl)} label={words.openNl} />
          <TextField {...at('openEn', contact?.openEn)} label={words.openEn} />
        </FieldRow>
        <TextField {...at('source', contact?.source)} label={words.source} hint={words.sourceHint} />
        <DayField {...at('checkedOn', contact?.checkedOn ?? page.today)} label={words.checkedOn} />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}
