import type { Actor } from '../../../capabilities/access/actor.ts'
import { villagesIn } from '../../../capabilities/access/queries.ts'
import { savePartner } from '../../../capabilities/directory/partners/actions.ts'
import { oldIn } from '../../../capabilities/directory/partners/partner.ts'
import { municipalityForPartners, partnerKept } from '../../../capabilities/directory/partners/queries.ts'
import { isId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedOne, typedVersion } from '../../shell/typed.ts'
import { partnerWords } from '../../words/partners.ts'
import { Agreements, PartnerForm, Told, Touches } from './parts.tsx'

/** One partner with agreements and contacts; an id that nobody knows yet is a new one for who keeps partners. */
export const get = guarded({ may: ['read', 'partner'], act: 'partner.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'partner'], act: 'partner.changed' }, async (actor, page) => {
  const { gemeente = '', id = '' } = page.params
  const one = (name: string) => typedOne(page, name)
  const all = (name: string) => page.form.getAll(name).map(String)
  const done = await savePartner(actor, {
    ...{ municipalityId: gemeente, id, ...typedVersion(page) },
    partner: {
      ...{ name: one('name'), type: one('type'), domains: all('domains'), villages: all('villages') },
      ...{ contactRole: one('contactRole'), endedOn: one('endedOn') },
    },
  })
  if (done.ok) return redirect(links.partner(gemeente, id, 'partner'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', id = '' } = page.params
  const told = await partnerKept(actor, gemeente, id)
  const mayKeep = (await municipalityForPartners(actor, 'change', gemeente)) !== undefined
  if (!isId(id) || (told === undefined && !mayKeep)) return notFound()
  const words = partnerWords[page.lang]
  const villages = await villagesIn(actor, gemeente)
  const form = formShown(page, refused)
  const done: Readonly<Record<string, string>> = words.done
  const asked = page.query.get('gedaan') ?? ''
  const title = told?.partner.name ?? words.newTitle
  const { status } = form
  const old = told === undefined ? [] : oldIn(told, page.today)
  return workPage(
    page,
    actor,
    { title, active: 'partners', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.partners(gemeente)} label={words.back} />
      <h1>{title}</h1>
      {refused === undefined && Object.hasOwn(done, asked) ? <Notice isNews>{done[asked]}</Notice> : null}
      {form.message === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: form.field, message: form.message }]} />
      )}
      {told === undefined ? null : (
        <>
          {old.length === 0 ? null : (
            <Notice title={words.attention}>{old.map((one) => words.old[one]).join(', ')}</Notice>
          )}
          <Touches page={page} told={told} mayKeep={mayKeep} />
          <Agreements page={page} told={told} mayKeep={mayKeep} />
        </>
      )}
      {mayKeep ? (
        <PartnerForm page={page} form={form} partner={told?.partner} villages={villages} />
      ) : told === undefined ? null : (
        <Told page={page} partner={told.partner} villages={villages} />
      )}
    </>,
  )
}
