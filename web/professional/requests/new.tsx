import type { Actor } from '../../../capabilities/access/actor.ts'
import { municipalityWithCode, provisionsWhereMay } from '../../../capabilities/access/queries.ts'
import { dropDraft } from '../../../capabilities/forms/actions.ts'
import { checkAnswers, type Given } from '../../../capabilities/forms/answer.ts'
import { openFilling } from '../../../capabilities/forms/filling.ts'
import type { FormDefinition, Offered } from '../../../capabilities/forms/form.ts'
import { givenIn } from '../../../capabilities/forms/given.ts'
import { askedIn } from '../../../capabilities/forms/pages.ts'
import { ownDraft, shippedForm } from '../../../capabilities/forms/queries.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { countAdvice, enterRequest } from '../../../capabilities/help-requests/actions.ts'
import { placesToAsk } from '../../../capabilities/help-requests/queries.ts'
import { ASKERS, STAFF_CHANNELS } from '../../../capabilities/help-requests/request.ts'
import { refuse } from '../../../foundation/result.ts'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { DROP_DRAFT } from '../../shell/typed-kept.ts'
import { requestWords } from '../../words/requests.ts'
import { type NewSaid, NewView } from './new-view.tsx'

/** A request as it comes by phone, at the desk, by chat, from a school or a referrer: every question at once. */
export const get = guarded({ may: ['change', 'help-request'], act: 'help-request.begun' }, async (actor, page) => {
  const draft = await ownDraft(actor, page.path)
  return newPage(actor, page, { given: draft?.typed ?? {}, savedAt: draft?.savedAt })
})

export const post = guarded({ may: ['change', 'help-request'], act: 'help-request.entered' }, async (actor, page) => {
  const doing = page.form.get('doe')
  if (doing === DROP_DRAFT) {
    await dropDraft(actor, page.path)
    return redirect(links.requestNew())
  }
  return doing === 'tel' ? count(actor, page) : enter(actor, page)
})

/** The questions of the form, and how the request came in, which only a colleague is asked. */
async function enter(actor: Actor, page: PageRequest): Promise<Reply> {
  const { form, offered } = await asked(actor)
  const given: Given = { ...givenIn(page.form, form.questions), channel: page.form.getAll('channel').map(String) }
  const sealed = page.form.get(WALK.sealed)
  const opened = openFilling(form, typeof sealed === 'string' ? sealed : '', page.now)
  if (!opened.ok) return newPage(actor, page, { given, refused: opened })
  const { answers, faults } = checkAnswers(form.questions, given, offered)
  const counting = askedIn(form, answers).map(({ code }) => code)
  const real = Object.fromEntries(Object.entries(faults).filter(([code]) => counting.includes(code)))
  const channel = STAFF_CHANNELS.find((one) => one === given.channel?.[0])
  if (channel === undefined || Object.keys(real).length > 0) {
    const missing = channel === undefined ? { channel: refuse('request-channel-unknown') } : {}
    return newPage(actor, page, { given, faults: { ...missing, ...real } })
  }
  const filling = { submitKey: opened.value.submitKey, answers }
  const entered = await enterRequest(actor, { form, filling, language: page.lang, channel })
  if (!entered.ok) return newPage(actor, page, { given, refused: entered })
  await dropDraft(actor, page.path)
  return enteredPage(actor, page, entered.value)
}

/** advice without a name is one more in a cell, and nothing else. */
async function count(actor: Actor, page: PageRequest): Promise<Reply> {
  const channel = STAFF_CHANNELS.find((one) => one === page.form.get('advies-via'))
  const asker = ASKERS.find((one) => one === page.form.get('advies-wie'))
  const municipality = await municipalityWithCode(actor, String(page.form.get('advies-gemeente') ?? ''))
  if (channel === undefined || asker === undefined || municipality === undefined)
    return newPage(actor, page, { given: {}, refused: refuse('answer-not-chosen'), isAdvice: true })
  const counted = await countAdvice(actor, { municipalityId: municipality.id, channel, asker, on: page.today })
  if (!counted.ok) return newPage(actor, page, { given: {}, refused: counted, isAdvice: true })
  return redirect(`${links.requestNew()}?gedaan=geteld`)
}

async function asked(actor: Actor): Promise<{ form: FormDefinition; offered: Offered }> {
  return { form: shippedForm(actor, 'ask'), offered: { place: await placesToAsk(actor) } }
}

async function newPage(actor: Actor, page: PageRequest, said: NewSaid): Promise<Reply> {
  const words = requestWords[page.lang]
  const { form, offered } = await asked(actor)
  const provisions = await provisionsWhereMay(actor, 'change', 'help-request')
  const municipalities = new Map(provisions.map((one) => [one.municipalityCode, one.municipalityName]))
  const first = said.refused ?? Object.values(said.faults ?? {})[0]
  return workPage(
    page,
    actor,
    {
      title: words.newTitle,
      active: 'requests',
      ...(first !== undefined && { status: 400, refusedWith: first.reason }),
    },
    <NewView {...{ actor, page, form, offered, said, municipalities }} />,
  )
}

/** The code is shown once, to pass it on; a second post of the same form shows the same one. */
function enteredPage(actor: Actor, page: PageRequest, { code, id }: { code: string; id: string }): Promise<Reply> {
  const words = requestWords[page.lang]
  return workPage(
    page,
    actor,
    { title: words.newTitle, active: 'requests' },
    <>
      <h1>{words.newTitle}</h1>
      <Notice isNews>
        <p>{words.doneNew(code)}</p>
      </Notice>
      <p>
        <a href={links.request(id)}>{words.doTitle}</a>
      </p>
      <p>
        <a href={links.requests()}>{words.back}</a>
      </p>
    </>,
  )
}
