import type { Actor } from '../../../capabilities/access/actor.ts'
import { recordTouch } from '../../../capabilities/directory/partners/actions.ts'
import { WAYS } from '../../../capabilities/directory/partners/partner.ts'
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
import { formShown, typedOne } from '../../shell/typed.ts'
import { partnerWords } from '../../words/partners.ts'

/** When the actor was in touch with a partner, kept by who did it. */
export const get = guarded({ may: ['change', 'partner'], act: 'partner.touch-asked' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'partner'], act: 'partner.touch-recorded' }, async (actor, page) => {
  const { gemeente = '', partner = '', id = '' } = page.params
  const one = (name: string) => typedOne(page, name)
  const done = await recordTouch(actor, {
    ...{ municipalityId: gemeente, partnerId: partner, id, today: page.today },
    touch: { heldOn: one('heldOn'), way: one('way'), about: one('about') },
  })
  if (done.ok) return redirect(links.partner(gemeente, partner, 'contact'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { gemeente = '', partner = '', id = '' } = page.params
  const told = await partnerKept(actor, gemeente, partner)
  // What was kept does not change, so it has no form any more.
  if (told === undefined || !isId(id) || told.touches.some((one) => one.id === id)) return notFound()
  const words = partnerWords[page.lang]
  const { one, errorOf, message, field, status } = formShown(page, refused)
  const tied = (name: 'heldOn' | 'way' | 'about', other = '') => ({
    ...{ name, value: one(name, other), error: errorOf(name) },
  })
  return workPage(
    page,
    actor,
    {
      title: words.addTouch,
      active: 'partners',
      ...(refused !== undefined && { status, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.partner(gemeente, partner)} label={told.partner.name} />
      <h1>{words.addTouch}</h1>
      {message === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field, message }]} />}
      <form method="post" action={links.partnerTouch(gemeente, partner, id)} class="form">
        <FieldRow>
          <DayField {...tied('heldOn', page.today)} label={words.heldOn} max={page.today} />
          <SelectField
            {...tied('way')}
            label={words.way}
            options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
          />
        </FieldRow>
        <TextArea {...tied('about')} label={words.touchAbout} hint={words.touchHint} rows={3} />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}
