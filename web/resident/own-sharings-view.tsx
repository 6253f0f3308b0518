import type { FC } from 'hono/jsx'
import { isStanding, type ShownSharing, stateOf } from '../../capabilities/families/sharing/sharing.ts'
import { dayAt } from '../../foundation/day.ts'
import { Button } from '../design/button.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { formatDay, formatList } from '../words/format.ts'
import { sharingWords } from '../words/sharing.ts'

type Props = { page: PageRequest; sharings: readonly ShownSharing[] }

/** With whom something of oneself is shared, why, since when, until when, and the button that ends it. */
export const OwnSharings: FC<Props> = ({ page, sharings }) => {
  const words = sharingWords[page.lang]
  return (
    <section aria-labelledby="delen">
      <h2 id="delen">{words.own}</h2>
      {sharings.length === 0 ? (
        <p>{words.ownNone}</p>
      ) : (
        <ol class="plain">
          {sharings.map((one) => (
            <li>
              <OwnSharing page={page} sharing={one} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const OwnSharing: FC<{ page: PageRequest; sharing: ShownSharing }> = ({ page, sharing }) => {
  const words = sharingWords[page.lang]
  const { receiver, sharer, consent } = sharing
  const day = (moment: Date) => formatDay(page.lang, dayAt(moment), 'plain')
  const isOpen = isStanding(stateOf(sharing, page.today))
  const parts = formatList(
    page.lang,
    sharing.parts.map((part) => words.ownParts[part]),
  )
  return (
    <>
      <h3>{words.party(receiver.name, receiver.organisation, receiver.municipality)}</h3>
      <p>{stateSaid(page, sharing)}</p>
      <p>{`${isOpen ? words.ownWhat(parts) : words.ownWhatWas(parts)} ${words.ownWhy(sharing.purpose)}`}</p>
      <p class="small soft">
        {words.ownBy(words.party(sharer.name, sharer.organisation, sharer.municipality), day(sharing.recordedAt))}{' '}
        {consent === null ? null : consentSaid(page, consent)}
      </p>
      {isOpen && consent === null ? <p>{words.ownSafety}</p> : null}
      {isOpen && consent !== null ? (
        <form method="post" action={links.ownSharing()}>
          <input type="hidden" name="delen" value={sharing.id} />
          <p>{words.ownWithdrawLead}</p>
          <Button look="plain">
            {words.ownWithdraw}
            <span class="unseen">: {receiver.name}</span>
          </Button>
        </form>
      ) : null}
    </>
  )
}

const consentSaid = (page: PageRequest, { by, on }: NonNullable<ShownSharing['consent']>): string =>
  (by === 'self' ? sharingWords[page.lang].ownConsent : sharingWords[page.lang].ownConsentAuthority)(
    formatDay(page.lang, on, 'plain'),
  )

function stateSaid(page: PageRequest, sharing: ShownSharing): string {
  const words = sharingWords[page.lang]
  const plain = (moment: Date | null) => (moment === null ? '' : formatDay(page.lang, dayAt(moment), 'plain'))
  const until = formatDay(page.lang, sharing.endsOn, 'plain')
  switch (stateOf(sharing, page.today)) {
    case 'offered':
      return words.ownOffered(until)
    case 'in-force':
      return words.inForce(plain(sharing.acceptedAt), until)
    case 'withdrawn':
      return words.withdrawn(plain(sharing.withdrawnAt))
    case 'over':
      return words.over(until)
  }
}
