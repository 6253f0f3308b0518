import type { Child, FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { municipalityWithCode } from '../../../capabilities/access/queries.ts'
import type { Answers } from '../../../capabilities/cases/event.ts'
import { type Filling, newFilling, sealFilling } from '../../../capabilities/forms/filling.ts'
import type { FormDefinition, Offered } from '../../../capabilities/forms/form.ts'
import { shippedForm } from '../../../capabilities/forms/queries.ts'
import { WALK, type Walk, walk } from '../../../capabilities/forms/walk.ts'
import { askForHelp } from '../../../capabilities/help-requests/actions.ts'
import { isReceived, placesToAsk } from '../../../capabilities/help-requests/queries.ts'
import { detailsIn, placeIn, topicsIn } from '../../../capabilities/help-requests/request.ts'
import { promisedFor } from '../../../capabilities/help-requests/waiting/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { LinkButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { inLanguage, publicPage } from '../../shell/pages.tsx'
import { QuestionView, ReviewView } from '../../shell/question-view.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { nobodyYet } from '../../shell/sign-in-pages.tsx'
import { askWords } from '../../words/ask.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { type Lang, langFrom } from '../../words/words.ts'
import { toCall } from './call.tsx'
import { DoneView } from './done-view.tsx'
import { ELSEWHERE, isElsewhere, PLACE, placesNear, toEveryPlace } from './nearby.ts'

type FormCode = 'ask' | 'ask-child'

const ADDRESS = {
  ask: { action: links.askQuestion(), startHref: links.ask() },
  'ask-child': { action: links.askChildQuestion(), startHref: links.askChild() },
} as const satisfies Record<FormCode, object>

/** Where the form goes, and where it begins in the language in which somebody reads it. */
const addressOf = (lang: Lang, code: FormCode) => ({
  ...ADDRESS[code],
  startHref: inLanguage(lang, ADDRESS[code].startHref),
})

type Asking = {
  readonly page: PageRequest
  readonly actor: Actor
  readonly code: FormCode
  readonly form: FormDefinition
  readonly offered: Offered
  /** Under the first page, for who came from elsewhere on this site. */
  readonly below?: Child
}

/**
 * One press on a page of the form: the next question, the review, or the request sent. Whoever asks is nobody to us. It goes on
 * in the language of the page before, also when that had it from its address and no cookie tells.
 */
export async function askStep(actor: Actor, asked: PageRequest, code: FormCode, below?: Child): Promise<Reply> {
  const said = asked.form.get(WALK.language)
  const page = typeof said === 'string' ? { ...asked, lang: langFrom(said) } : asked
  const visitor = await nobodyYet(actor)
  const form = shippedForm(visitor, code)
  const offered = { place: await placesToAsk(visitor) }
  const asking: Asking = { page, actor: visitor, code, form, offered, below }
  return answer(asking, isElsewhere(page.form) ? atEveryPlace(asking) : walk(form, page.form, offered, page.now))
}

/**
 * The form for asking, with this filled in already; it goes on at the first page that is still open, and nothing is sent. `below`
 * stands under that page, for the way back to where the answers came from; `near` is the municipality of its address.
 */
export async function askWith(
  actor: Actor,
  page: PageRequest,
  answers: Answers,
  { below, near }: { readonly below: Child; readonly near: string | undefined },
): Promise<Reply> {
  const form = shippedForm(await nobodyYet(actor), 'ask')
  const begun = new FormData()
  begun.set(WALK.sealed, sealFilling(form, { ...newFilling(), answers }, page.now))
  if (near !== undefined) begun.set(PLACE, near)
  return askStep(actor, { ...page, form: begun }, 'ask', below)
}

async function answer(asking: Asking, at: Walk): Promise<Reply> {
  const { page, code } = asking
  if (at.at === 'refused') return startAgain(asking, at.refused)
  const { answers } = at.filling
  if (answers.who === 'child' && code === 'ask') return asChild(asking, at.filling)
  const isPlaceAsked = at.at === 'question' && at.page.code === 'place'
  const unreceived = isPlaceAsked ? undefined : await placeWithoutForm(asking, at.filling)
  if (unreceived !== undefined) return noForm(page, unreceived)
  if (at.at === 'send') return send(asking, at.filling)
  const given = {
    lang: page.lang,
    form: asking.form,
    offered: asking.offered,
    now: page.now,
    ...addressOf(page.lang, code),
  }
  const extra = (
    <>
      {asking.below}
      {topicsIn(answers).includes('safety') ? <SafetyFirst lang={page.lang} /> : null}
    </>
  )
  if (at.at === 'review') return show(page, <ReviewView {...given} walk={at} errors={[]} extra={extra} />)
  const [fault] = Object.values(at.faults)
  const near = await offeredNear(asking, at, isPlaceAsked)
  return show(page, <QuestionView {...given} {...near} walk={at} extra={extra} />, fault)
}

/** The question for the place again, with every place; whoever was on the way through the form stays so. */
function atEveryPlace({ page, form, offered }: Asking): Walk {
  const at = walk(form, toEveryPlace(page.form), offered, page.now)
  return at.at === 'question' ? { ...at, isChanging: page.form.has(WALK.changing) } : at
}

/** The places of one municipality, with the way to every other one; other questions take along which one that is. */
async function offeredNear({ actor, page }: Asking, at: Extract<Walk, { at: 'question' }>, isPlaceAsked: boolean) {
  const near = await placesNear(actor, page.form, at.filling.answers)
  if (near === undefined) return undefined
  if (!isPlaceAsked) return { beside: <input type="hidden" name={PLACE} value={near.slug} /> }
  const place = await placesToAsk(actor, near)
  const way = (
    <>
      <input type="hidden" name={PLACE} value={near.slug} />
      <button type="submit" class="as-link" name={WALK.doing} value={ELSEWHERE}>
        {askWords[page.lang].elsewhere(near.name)}
      </button>
    </>
  )
  return { offered: { place }, beside: way }
}

/** A child who came in by the form for everyone goes on in the own form, in the same place. */
async function asChild(asking: Asking, { submitKey, answers }: Filling): Promise<Reply> {
  const form = shippedForm(asking.actor, 'ask-child')
  const kept = answers.place === undefined ? {} : { place: answers.place }
  const sent = new FormData()
  sent.set(WALK.sealed, sealFilling(form, { submitKey, answers: kept }, asking.page.now))
  const child: Asking = { ...asking, code: 'ask-child', form }
  return answer(child, walk(form, sent, asking.offered, asking.page.now))
}

async function placeWithoutForm({ actor, offered }: Asking, { answers }: Filling): Promise<string | undefined> {
  const place = placeIn(answers)
  if (place === undefined) return undefined
  const municipality = await municipalityWithCode(actor, place.municipalityCode)
  if (municipality !== undefined && (await isReceived(actor, municipality.id))) return undefined
  return municipality?.name ?? offered.place?.find((one) => one.code === answers.place)?.name ?? ''
}

async function send(asking: Asking, filling: Filling): Promise<Reply> {
  const { page, actor, form, code } = asking
  const sent = await askForHelp(actor, { form, filling, language: page.lang, address: page.browser.address })
  if (sent.ok) {
    const isSelf = detailsIn(filling.answers).reach === 'none'
    const call = isSelf ? await toCall(actor, page, sent.value.code) : undefined
    const promised = await promisedFor(actor, sent.value.code)
    if (promised === undefined) throw new Error('what was just kept came in somewhere')
    const done = { lang: page.lang, code: sent.value.code, isChild: code === 'ask-child', call, promised }
    return show(page, <DoneView {...done} />)
  }
  const sealed = new FormData()
  sealed.set(WALK.sealed, sealFilling(form, filling, page.now))
  sealed.set(WALK.page, 'overzicht')
  const at = walk(form, sealed, asking.offered, page.now)
  if (at.at !== 'review') return startAgain(asking, sent)
  const given = { lang: page.lang, form, offered: asking.offered, now: page.now, ...addressOf(page.lang, code) }
  const errors = [{ message: refusalSentence(page.lang, sent) }]
  return show(page, <ReviewView {...given} walk={at} errors={errors} />, sent)
}

/** A page of asking: its window title says nothing, and it is kept out of search engines. */
function show(page: PageRequest, body: Child, refused?: Refused): Promise<Reply> {
  return publicPage(
    page,
    {
      title: askWords[page.lang].windowTitle,
      isPrivate: true,
      languageAt: links.ask(),
      ...refusedAs(refused),
    },
    body,
  )
}

const SafetyFirst: FC<{ lang: Lang }> = ({ lang }) => {
  const words = askWords[lang]
  return (
    <div class="after-form">
      <Notice title={words.safetyTitle} tone="danger">
        <p>
          {words.safetyText} <a href={inLanguage(lang, links.danger())}>{words.toDanger}</a>
        </p>
      </Notice>
    </div>
  )
}

function startAgain({ page, code }: Asking, refused: Refused): Promise<Reply> {
  const words = askWords[page.lang]
  return show(
    page,
    <div class="question">
      <div>
        <h1>{words.againTitle}</h1>
        <p>{refusalSentence(page.lang, refused)}</p>
        <p class="row">
          <LinkButton href={addressOf(page.lang, code).startHref}>{words.again}</LinkButton>
        </p>
      </div>
    </div>,
    refused,
  )
}

function noForm(page: PageRequest, place: string): Promise<Reply> {
  const words = askWords[page.lang]
  return show(
    page,
    <div class="question">
      <div>
        <h1>{words.noFormTitle}</h1>
        <p class="lead">{words.noFormLead(place)}</p>
        <p>{words.noFormWhat}</p>
        <p class="row">
          <LinkButton href={inLanguage(page.lang, links.ask())}>{words.otherPlace}</LinkButton>
          <a href={inLanguage(page.lang, links.danger())}>{words.toDanger}</a>
        </p>
      </div>
    </div>,
  )
}
