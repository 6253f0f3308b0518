import { may } from '../../../capabilities/access/access.ts'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Provision, placeOf } from '../../../capabilities/access/queries.ts'
import { decideBothSides } from '../../../capabilities/families/files/actions.ts'
import { colleaguesIn } from '../../../capabilities/families/files/queries.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextArea } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { type Case, caseAt, casePage, errorsOf, text } from './frame.tsx'

/** Who leads the provision decides, not who works on a file in it. */
export const mayDecide = (actor: Actor, provision: Provision): boolean =>
  may(actor, 'change', 'trajectory', placeOf(provision))

export const get = guarded({ may: ['change', 'trajectory'], act: 'both-sides.begun' }, async (actor, page) => {
  const found = await decidableAt(actor, page)
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'both-sides.decided' }, async (actor, page) => {
  const found = await decidableAt(actor, page)
  if (found === undefined) return notFound()
  const { familyId, provisionId, id } = found.detail.trajectory
  const accountId = text(page, 'collega')
  const isKnown = (await colleaguesIn(actor, provisionId)).some((one) => one.id === accountId)
  const decided = isKnown
    ? await decideBothSides(actor, { provisionId, familyId, accountId, reason: text(page, 'reden') })
    : refuse('colleague-unknown')
  if (decided.ok) return redirect(links.trajectory(id, 'besluit'))
  return decided.reason === 'not-found' ? notFound() : show(actor, page, found, decided)
})

async function decidableAt(actor: Actor, page: PageRequest): Promise<Case | undefined> {
  const found = await caseAt(actor, page)
  const { provision, trajectory } = found?.detail ?? {}
  if (provision === undefined || trajectory === undefined || trajectory.personId === null) return undefined
  return mayDecide(actor, provision) ? found : undefined
}

async function show(actor: Actor, page: PageRequest, found: Case, refused?: Refused): Promise<Reply> {
  const words = familyFormWords[page.lang]
  const { trajectory } = found.detail
  const colleagues = await colleaguesIn(actor, trajectory.provisionId)
  const field = refused?.reason === 'reason-needed' ? 'reden' : 'collega'
  const error = (name: string) =>
    refused === undefined || field !== name ? undefined : refusalSentence(page.lang, refused)
  return casePage(actor, page, found, {
    title: words.both,
    lead: words.bothLead,
    ...(refused !== undefined && { refused, errors: errorsOf(page, refused, field) }),
    body: (
      <form class="compact" method="post" action={links.caseBothSides(trajectory.id)} novalidate>
        <SelectField
          name="collega"
          label={words.colleague}
          value={text(page, 'collega')}
          error={error('collega')}
          options={[
            { value: '', label: words.choose },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextArea name="reden" label={words.bothWhy} value={text(page, 'reden')} error={error('reden')} />
        <Button>{words.bothSave}</Button>
      </form>
    ),
  })
}
