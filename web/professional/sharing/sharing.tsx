import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { share, withdrawSharing } from '../../../capabilities/families/sharing/actions.ts'
import { placesToShare, sharingDaysIn, sharingsOf } from '../../../capabilities/families/sharing/queries.ts'
import { isStanding, type ShownSharing, stateOf } from '../../../capabilities/families/sharing/sharing.ts'
import { linesOf } from '../../../capabilities/family-plan/plan.ts'
import { sharedPlan } from '../../../capabilities/family-plan/queries.ts'
import { programmesEver } from '../../../capabilities/programmes/queries.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { fileWords } from '../../words/files.ts'
import { sharingWords } from '../../words/sharing.ts'
import { errorsOf, keyOf, text } from '../case/frame.tsx'
import { type Mine, mineAt, minePage } from '../case/person-frame.tsx'
import { type Choosing, fieldOf, SharingForm } from './form.tsx'
import { groundInWords, partsInWords, partyInWords, stateInWords } from './parties.ts'

export const get = guarded({ may: ['change', 'trajectory'], act: 'sharing.read' }, async (actor, page) => {
  const mine = await mineAt(actor, page)
  return mine === undefined ? notFound() : show(actor, page, mine)
})

/** Shares something, or ends what is shared; the database says the same once more. */
export const post = guarded({ may: ['change', 'trajectory'], act: 'sharing.changed' }, async (actor, page) => {
  const mine = await mineAt(actor, page)
  if (mine === undefined) return notFound()
  const personId = mine.file.person.id
  const isEnding = text(page, 'doe') === 'trek-in'
  const done = isEnding
    ? await withdrawSharing(actor, personId, text(page, 'delen'))
    : await shareTold(actor, page, mine)
  if (done.ok) return redirect(links.fileSharing(personId, isEnding ? 'ingetrokken' : 'gedeeld'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, mine, done)
})

const shareTold = (actor: Actor, page: PageRequest, { file }: Mine) =>
  share(actor, file.person.id, {
    ...{ provisionId: text(page, 'waar'), mail: text(page, 'werkadres'), key: keyOf(page) },
    ...{ parts: page.form.getAll('wat').map(String), purpose: text(page, 'waarvoor'), ground: text(page, 'grond') },
    consentOn: parseDay(text(page, 'toestemming-dag')),
    consentHow: text(page, 'toestemming-hoe'),
    // Of an adult there is one who can give it.
    consentBy: file.person.kind === 'adult' ? 'self' : text(page, 'toestemming-van'),
    safetyReason: text(page, 'reden'),
    endsOn: parseDay(text(page, 'tot')),
  })

async function show(actor: Actor, page: PageRequest, mine: Mine, refused?: Refused): Promise<Reply> {
  const words = sharingWords[page.lang]
  const { person } = mine.file
  const name = person.name ?? fileWords[page.lang].nameless
  const sharings = await sharingsOf(actor, person.id)
  const choosing: Choosing = {
    places: await placesToShare(actor, person.id),
    definitions: await programmesEver(actor),
    days: await sharingDaysIn(actor, person.municipalityId),
  }
  return minePage(actor, page, mine, {
    title: words.title,
    lead: words.lead(name),
    ...(refused !== undefined && { refused, errors: errorsOf(page, refused, fieldOf(refused)) }),
    body: (
      <>
        <Done page={page} />
        <section aria-labelledby="gedeeld">
          <h2 id="gedeeld">{words.list}</h2>
          {sharings.length === 0 ? <p>{words.none}</p> : <List page={page} sharings={sharings} personId={person.id} />}
        </section>
        <section aria-labelledby="nieuw">
          <h2 id="nieuw">{words.newTitle}</h2>
          <Preview page={page} lines={await linesToShare(actor, mine)} />
          <SharingForm {...{ page, mine, name, choosing, refused }} />
        </section>
      </>
    ),
  })
}

const Done: FC<{ page: PageRequest }> = ({ page }) => {
  const words = sharingWords[page.lang]
  const said = new Map([
    ['gedeeld', words.saved],
    ['ingetrokken', words.withdrawnNow],
  ]).get(page.query.get('gedaan') ?? '')
  return said === undefined ? null : <Notice isNews>{said}</Notice>
}

/** What the rule would give of the plan as it stands now, so that it can be read out before asking for consent. */
async function linesToShare(actor: Actor, { file }: Mine): Promise<string[]> {
  const plan = await sharedPlan(actor, file.familyIds)
  const workers = new Set(file.workers.map((one) => one.accountId))
  return linesOf(plan?.items ?? [], file.person.id, workers).map((line) => line.body)
}

const Preview: FC<{ page: PageRequest; lines: readonly string[] }> = ({ page, lines }) => {
  const words = sharingWords[page.lang]
  return (
    <Details summary={words.preview}>
      {lines.length === 0 ? (
        <p>{words.previewNone}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Details>
  )
}

type ListProps = { page: PageRequest; sharings: readonly ShownSharing[]; personId: string }

const List: FC<ListProps> = ({ page, sharings, personId }) => {
  const words = sharingWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.list}
      captionUnseen
      head={words.receiver}
      columns={[{ head: words.what }, { head: words.purpose }, { head: words.ground }, { head: words.state }]}
      stacked
      rows={sharings.map((one) => ({
        head: partyInWords(page.lang, one.receiver),
        cells: [
          partsInWords(page.lang, one.parts),
          one.purpose,
          groundInWords(page.lang, one),
          <>
            {stateInWords(page.lang, one, page.today)}
            {isStanding(stateOf(one, page.today)) ? <Withdraw page={page} sharing={one} personId={personId} /> : null}
          </>,
        ],
      }))}
    />
  )
}

const Withdraw: FC<{ page: PageRequest; sharing: ShownSharing; personId: string }> = ({ page, sharing, personId }) => (
  <form method="post" action={links.fileSharing(personId)}>
    <input type="hidden" name="delen" value={sharing.id} />
    <Button look="plain" name="doe" value="trek-in">
      {sharingWords[page.lang].withdraw}
      <span class="unseen">: {sharing.receiver.name}</span>
    </Button>
  </form>
)
