import type { Actor } from '../../../capabilities/access/actor.ts'
import { saveAgreement } from '../../../capabilities/directory/partners/actions.ts'
import { CARERS } from '../../../capabilities/directory/partners/partner.ts'
import { partnerKept } from '../../../capabilities/directory/partners/queries.ts'
import { isId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, FieldRow, SelectField, TextArea } from '../../design/field.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedOne, typedVersion } from '../../shell/typed.ts'
import { partnerWords } from '../../words/partners.ts'
import { roleWords } from '../../words/people.ts'

/** What was agreed with a partner, and which role looks after it. */
export const get = guarded({ may: ['change', 'partner'], act: 'partner.agreement-read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'partner'], act: 'partner.agreement-changed' }, async (actor, page) => {
  const { gemeente = '', partner = '', id = '' } = page.params
  const one = (name: string) => typedOne(page, name)
  const done = await saveAgreement(actor, {
    ...{ municipalityId: gemeente, partnerId: partner, id, ...typedVersion(page) },
    agreement: {
      ...{ what: one('what'), sinceOn: one('sinceOn'), untilOn: one('untilOn') },
      caredForBy: one('caredForBy'),
    },
  })
  if (done.ok) return redirect(links.partner(gemeente, partner, 'afspraak'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', partner = '', id = '' } = page.params
  const told = await partnerKept(actor, gemeente, partner)
  if (told === undefined || !isId(id)) return notFound()
  const agreement = told.agreements.find((one) => one.id === id)
  const words = partnerWords[page.lang]
  const { one, errorOf, message, field, status } = formShown(page, refused)
  const tied = (name: 'what' | 'sinceOn' | 'untilOn' | 'caredForBy', other = '') => ({
    ...{ name, value: one(name, agreement?.[name] ?? other), error: errorOf(name) },
  })
  const title = agreement === undefined ? words.addAgreement : words.agreement
  return workPage(
    page,
    actor,
    { title, active: 'partners', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.partner(gemeente, partner)} label={told.partner.name} />
      <h1>{title}</h1>
      {message === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field, message }]} />}
      <form method="post" action={links.partnerAgreement(gemeente, partner, id)} class="form">
        {agreement === undefined ? null : <input type="hidden" name="_versie" value={String(agreement.rowVersion)} />}
        <TextArea {...tied('what')} label={words.what} hint={words.whatHint} rows={3} />
        <FieldRow>
          <DayField {...tied('sinceOn', page.today)} label={words.since} />
          <DayField {...tied('untilOn')} label={words.until} hint={words.untilHint} />
        </FieldRow>
        <SelectField
          {...tied('caredForBy')}
          label={words.caredForBy}
          options={CARERS.map((value) => ({ value, label: page.said(roleWords[page.lang][value]) }))}
        />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}
