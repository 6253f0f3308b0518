import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { acceptSharing } from '../../../capabilities/families/sharing/actions.ts'
import {
  type Reach,
  type ReceivedSharing,
  receivedReach,
  receivedSharing,
} from '../../../capabilities/families/sharing/queries.ts'
import { byGoal, type ReceivedLine } from '../../../capabilities/family-plan/plan.ts'
import { receivedLines } from '../../../capabilities/family-plan/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { Goal } from '../../design/plan.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { familyFormWords } from '../../words/family-forms.ts'
import { fileWords } from '../../words/files.ts'
import { formatDay } from '../../words/format.ts'
import { planWords } from '../../words/plan.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { sharingWords } from '../../words/sharing.ts'
import { partsInWords, partyInWords } from './parties.ts'

export const get = guarded({ may: ['read', 'trajectory'], act: 'sharing.received' }, async (actor, page) => {
  const sharing = await receivedSharing(actor, page.params.id ?? '')
  return sharing === undefined ? notFound() : show(actor, page, sharing)
})

/** Takes what is shared; what does not stand open is not there. */
export const post = guarded({ may: ['read', 'trajectory'], act: 'sharing.accepted' }, async (actor, page) => {
  const id = page.params.id ?? ''
  const taken = await acceptSharing(actor, id)
  if (taken.ok) return redirect(links.received(id, 'aangenomen'))
  return taken.reason === 'not-found' ? notFound() : gone(actor, page, taken)
})

/** What stood open until this moment: that it is over, and nothing of what it was. */
const gone = (actor: Actor, page: PageRequest, refused: Refused) =>
  workPage(
    page,
    actor,
    { title: sharingWords[page.lang].received, active: 'files', status: 400, refusedWith: refused.reason },
    <>
      <BackLink href={links.files()} label={sharingWords[page.lang].back} />
      <h1>{sharingWords[page.lang].received}</h1>
      <ErrorSummary lang={page.lang} errors={[{ message: refusalSentence(page.lang, refused) }]} />
    </>,
  )

async function show(actor: Actor, page: PageRequest, sharing: ReceivedSharing) {
  const words = sharingWords[page.lang]
  const until = formatDay(page.lang, sharing.endsOn, 'plain')
  const lines = sharing.parts.includes('plan') ? await receivedLines(actor, sharing.id) : undefined
  const reach = await receivedReach(actor, sharing.id)
  return workPage(
    page,
    actor,
    // The window title says nothing of who: it stays in the history of the browser.
    { title: words.received, active: 'files' },
    <>
      <BackLink href={links.files()} label={words.back} />
      <h1>{nameIn(page, sharing)}</h1>
      <p class="soft">{`${words.byWho(partyInWords(page.lang, sharing.sharer))}, ${words.until(until)}`}</p>
      {page.query.get('gedaan') === 'aangenomen' ? <Notice isNews>{words.taken}</Notice> : null}
      <Facts
        facts={[
          { term: words.purpose, value: sharing.purpose },
          { term: words.what, value: partsInWords(page.lang, sharing.parts) },
        ]}
      />
      {sharing.isAccepted ? (
        <>
          {lines === undefined ? null : <Plan page={page} sharing={sharing} lines={lines} />}
          {reach === undefined ? null : <Reaching page={page} reach={reach} />}
          <p class="small soft">{words.onlyThis}</p>
        </>
      ) : (
        <Take page={page} sharing={sharing} />
      )}
    </>,
  )
}

const nameIn = (page: PageRequest, { personName }: ReceivedSharing): string =>
  personName ?? fileWords[page.lang].nameless

type Part = { page: PageRequest; sharing: ReceivedSharing }

const Take: FC<Part> = ({ page, sharing }) => {
  const words = sharingWords[page.lang]
  return (
    <form method="post" action={links.received(sharing.id)}>
      <p>{words.takeLead}</p>
      <Button>{words.take}</Button>
    </form>
  )
}

/** The lines of that one person, without who else takes part. */
const Plan: FC<Part & { lines: readonly ReceivedLine[] }> = ({ page, sharing, lines }) => {
  const [words, plan] = [sharingWords[page.lang], planWords[page.lang]]
  const owner = { person: nameIn(page, sharing), worker: words.helper }
  const about = (line: ReceivedLine): string => {
    const who = line.owner === null ? '' : owner[line.owner]
    if (line.doneOn !== null)
      return [who, plan.doneOn(formatDay(page.lang, line.doneOn, 'short'))].filter(Boolean).join(', ')
    return plan.by(who, line.dueOn === null ? '' : formatDay(page.lang, line.dueOn, 'short'))
  }
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      {lines.length === 0 ? <p>{words.planNone}</p> : null}
      {byGoal(lines).map(({ goal, items }) => (
        <Goal
          title={goal?.body ?? plan.loose}
          lines={items.map((line) => ({ body: line.body, about: about(line), isDone: line.doneOn !== null }))}
        />
      ))}
    </section>
  )
}

const Reaching: FC<{ page: PageRequest; reach: Reach }> = ({ page, reach }) => {
  const [files, family] = [fileWords[page.lang], familyFormWords[page.lang]]
  const { phone, email, safeContact } = reach
  const said = (answer: 'yes' | 'no' | undefined) => (answer === undefined ? files.notAsked : files[answer])
  return (
    <section aria-labelledby="bereiken">
      <h2 id="bereiken">{family.reach}</h2>
      <Facts
        facts={[
          { term: files.phone, value: phone ?? '' },
          { term: files.when, value: safeContact.when ?? '' },
          { term: files.voicemail, value: said(safeContact.voicemail) },
          { term: family.email, value: email ?? '' },
          { term: family.mailSafe, value: said(safeContact.mail) },
          { term: family.readBy, value: safeContact.readBy ?? '' },
        ]}
      />
    </section>
  )
}
