import type { FC } from 'hono/jsx'
import { answerAsk } from '../../../capabilities/directory/confirming/actions.ts'
import { type Behind, offerBehind } from '../../../capabilities/directory/confirming/queries.ts'
import type { Offer } from '../../../capabilities/directory/offer.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Facts } from '../../design/facts.tsx'
import { TextArea } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { offerCheckWords } from '../../words/offer-check.ts'
import { offerWords } from '../../words/offers.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { About, Contact, moreFacts, OpenLine, shortFacts } from './card-view.tsx'

/** Behind the link in its mail a provider says whether its card is right; without an account and without script. */
export const get = guarded({ may: 'everyone' }, async (actor, page) =>
  show(page, await offerBehind(actor, tokenIn(page))),
)

export const post = guarded({ may: 'everyone', act: 'offer.checked' }, async (actor, page) => {
  const token = tokenIn(page)
  const isRight = page.form.get('doe') === 'klopt'
  const remark = String(page.form.get('anders') ?? '')
  const version = String(page.form.get('_versie') ?? '')
  const rowVersion = /^\d{1,9}$/.test(version) ? Number(version) : 0
  const done = await answerAsk(actor, { token, rowVersion, ...(!isRight && { remark }) })
  if (done.ok) return thanks(page, isRight)
  const behind = await offerBehind(actor, token)
  return show(page, behind, behind.state === 'open' ? done : undefined)
})

const tokenIn = (page: PageRequest): string => page.params.token ?? ''

function thanks(page: PageRequest, isRight: boolean) {
  const words = offerCheckWords[page.lang]
  return said(page, words.thanks, isRight ? words.thanksRight : words.thanksDifferent)
}

const said = (page: PageRequest, title: string, text: string, status = 200) =>
  publicPage(
    page,
    { title: offerCheckWords[page.lang].windowTitle, isPrivate: true, status },
    <header class="page-head">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
    </header>,
  )

function show(page: PageRequest, behind: Behind, refused?: Refused) {
  const words = offerCheckWords[page.lang]
  if (behind.state === 'answered') return said(page, words.answered, words.answeredText)
  if (!('offer' in behind)) return said(page, words.over, words.overText, 404)
  const isField = refused?.reason.startsWith('offer-remark') === true
  const message = refused === undefined ? undefined : isField ? refusalSentence(page.lang, refused) : words.changed
  return publicPage(
    page,
    {
      ...{ title: words.windowTitle, isPrivate: true },
      ...(refused !== undefined && { status: isField ? 400 : 409, refusedWith: refused.reason }),
    },
    <CheckView page={page} offer={behind.offer} message={message} isField={isField} />,
  )
}

type View = { page: PageRequest; offer: Offer; message: string | undefined; isField: boolean }

const CheckView: FC<View> = ({ page, offer, message, isField }) => {
  const { lang } = page
  const words = offerCheckWords[lang]
  return (
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {message === undefined ? null : (
          <ErrorSummary lang={lang} errors={[{ ...(isField && { field: 'anders' }), message }]} />
        )}
      </header>
      <section class="part">
        <header>
          <h2>{offer.card.name}</h2>
          <p class="small soft">{offerWords[lang].by(offer.card.provider)}</p>
        </header>
        <div class="prose">
          <About card={offer.card} lang={lang} />
          <OpenLine offer={offer} lang={lang} now={page} />
          <Contact card={offer.card} lang={lang} />
          <Facts facts={[...shortFacts(offer, lang), ...moreFacts(offer, lang)]} />
        </div>
      </section>
      <section class="part">
        <header>
          <h2>{words.right}</h2>
          <p class="small soft">{words.rightText}</p>
        </header>
        <form method="post" action={links.offerCheck(tokenIn(page))}>
          <input type="hidden" name="_versie" value={String(offer.rowVersion)} />
          <Button name="doe" value="klopt">
            {words.right}
          </Button>
        </form>
      </section>
      <section class="part">
        <header>
          <h2>{words.different}</h2>
          <p class="small soft">{words.differentText}</p>
        </header>
        <form method="post" action={links.offerCheck(tokenIn(page))}>
          <input type="hidden" name="_versie" value={String(offer.rowVersion)} />
          <TextArea
            name="anders"
            label={words.field}
            hint={words.fieldHint}
            error={isField ? message : undefined}
            value={String(page.form.get('anders') ?? '').slice(0, 10_000)}
          />
          <Button look="plain" name="doe" value="anders">
            {words.send}
          </Button>
        </form>
      </section>
    </>
  )
}
