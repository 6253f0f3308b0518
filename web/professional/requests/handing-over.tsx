import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { handOver } from '../../../capabilities/help-requests/handing-over/actions.ts'
import { COVERS, type Offer } from '../../../capabilities/help-requests/handing-over/offers.ts'
import type { HandedOverShown, HandingOver } from '../../../capabilities/help-requests/handing-over/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import type { Answer, Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay, formatList } from '../../words/format.ts'
import { handingOverWords } from '../../words/handing-over.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { Lang } from '../../words/words.ts'

/** Which field a refusal is about, so that the error summary leads there. */
export const HANDOVER_FIELDS: Readonly<Record<string, string>> = {
  'handover-consent-missing': 'akkoord',
  'handover-covers-nothing': 'mee',
}

/** Hands over what was agreed to on the page of the request. */
export const postHandover = (actor: Actor, page: PageRequest, id: string): Promise<Answer> =>
  handOver(actor, id, {
    toProvisionId: String(page.form.get('doorgeven') ?? ''),
    isAgreed: page.form.get('akkoord') === 'ja',
    covers: page.form.getAll('mee').map(String),
    rowVersion: Number(page.form.get('versie')),
    today: page.today,
  })

type Part = {
  readonly page: PageRequest
  readonly request: HelpRequest
  readonly known: HandingOver
  readonly refused: Refused | undefined
}

/** From whom a request came, at the top of its page. */
export const Received: FC<Pick<Part, 'page' | 'known'>> = ({ page, known: { received } }) =>
  received === undefined ? null : (
    <Notice>
      <p>{sentence(page.lang, received, 'received')}</p>
      <p>{along(page.lang, received)}</p>
    </Notice>
  )

/** To whom a request was handed over, to whom it can be, and what there is where nobody takes it. */
export const Handing: FC<Part> = (part) => {
  const { page, known } = part
  const words = handingOverWords[page.lang]
  const { given, unmet } = known
  const offers = known.mayHandOver ? known.offers : []
  const isUnmetShown = known.mayHandOver && unmet.length > 0
  if (given.length + offers.length === 0 && !isUnmetShown) return null
  return (
    <section aria-labelledby="doorgeven">
      <h2 id="doorgeven">{words.title}</h2>
      {given.map((one) => (
        <div class="given">
          <p>{sentence(page.lang, one, 'given')}</p>
          <p class="soft">{along(page.lang, one)}</p>
        </div>
      ))}
      {offers.map((offer) => (
        <OneOffer {...part} offer={offer} />
      ))}
      {isUnmetShown ? <Unmet {...part} /> : null}
    </section>
  )
}

const OneOffer: FC<Part & { offer: Offer }> = ({ page, request, offer, refused }) => {
  const words = handingOverWords[page.lang]
  const isSent = page.form.get('doorgeven') === offer.provisionId
  const error = (field: string) =>
    isSent && refused !== undefined && HANDOVER_FIELDS[refused.reason] === field
      ? refusalSentence(page.lang, refused)
      : undefined
  const typed = (name: string) => (isSent ? page.form.getAll(name).map(String) : [])
  const programme = page.said(offer.programme[page.lang])
  // Of several offers only the one that was sent is where an error leads.
  const idOf = (name: string) => (isSent ? name : `${name}-${offer.provisionId}`)
  return (
    <form class="compact" method="post" action={links.request(request.id)} novalidate>
      <input type="hidden" name="versie" value={String(request.rowVersion)} />
      <p>{words.offer(words.subjects[offer.subject], programme, offer.organisationName)}</p>
      <CheckboxGroup
        name="mee"
        id={idOf('mee')}
        label={words.covers}
        hint={words.coversHint}
        values={typed('mee')}
        error={error('mee')}
        choices={COVERS.map((one) => ({ value: one, label: words.coverNames[one] }))}
        inline
      />
      <CheckboxGroup
        name="akkoord"
        id={idOf('akkoord')}
        label={words.consent}
        values={typed('akkoord')}
        error={error('akkoord')}
        choices={[{ value: 'ja', label: words.consentYes }]}
        inline
      />
      <Button look="plain" name="doorgeven" value={offer.provisionId}>
        {words.give(programme)}
      </Button>
    </form>
  )
}

const Unmet: FC<Part> = ({ page, known }) => {
  const words = handingOverWords[page.lang]
  return (
    <>
      {known.unmet.map((subject) => (
        <p>{words.unmet(words.subjects[subject])}</p>
      ))}
      {known.beside.length === 0 ? (
        <p>{words.besideNothing}</p>
      ) : (
        <>
          <p>{words.beside}</p>
          <ul>
            {known.beside.map(({ programme, organisationName }) => (
              <li>
                {page.said(programme[page.lang])} ({organisationName})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function sentence(lang: Lang, { other, agreedOn }: HandedOverShown, said: 'given' | 'received'): string {
  const words = handingOverWords[lang]
  return words[said](
    other?.programme[lang] ?? words.elsewhere,
    other?.organisationName ?? '',
    formatDay(lang, agreedOn, 'short'),
  )
}

function along(lang: Lang, { covers }: HandedOverShown): string {
  const words = handingOverWords[lang]
  const names = COVERS.filter((one) => covers.includes(one)).map((one) => words.coverNames[one].toLowerCase())
  return `${words.along} ${formatList(lang, names)}.`
}
