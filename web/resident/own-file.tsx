import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { referredTo } from '../../capabilities/cases/referring/queries.ts'
import { familyOf, ownPersons, personFile, workerNames } from '../../capabilities/families/files/queries.ts'
import { notesIn } from '../../capabilities/families/notes/queries.ts'
import { sharingsOf } from '../../capabilities/families/sharing/queries.ts'
import { steunfigurenOf } from '../../capabilities/families/steunfiguren/queries.ts'
import { tickItem } from '../../capabilities/family-plan/actions.ts'
import { byGoal, type PlanItem } from '../../capabilities/family-plan/plan.ts'
import { type SharedPlan, sharedPlan } from '../../capabilities/family-plan/queries.ts'
import type { Refused } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { EmptyState, Notice } from '../design/notice.tsx'
import { Goal } from '../design/plan.tsx'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../shell/guarded.ts'
import { publicPage } from '../shell/pages.tsx'
import { formatDay, formatList } from '../words/format.ts'
import { ownFileWords } from '../words/own-file.ts'
import { planWords } from '../words/plan.ts'
import { reachInWords } from '../words/reach.ts'
import { refusalSentence } from '../words/refusals.ts'
import { sharingWords } from '../words/sharing.ts'
import { OwnPeople } from './own-people.tsx'
import { OwnSharings } from './own-sharings-view.tsx'

/** What a person of a family reads: the own file and the plan they take part in, and nobody else's file. */
export const get = guarded({ may: 'signed-in', act: 'file.read' }, (actor, page) => show(actor, page))

/** Ticks an action of one's own in the plan. */
export const post = guarded({ may: 'signed-in', act: 'plan.changed' }, async (actor, page) => {
  const field = (name: string): string => String(page.form.get(name) ?? '')
  const done = await tickItem(actor, field('plan'), {
    itemId: field('regel'),
    rowVersion: Number(field('versie')),
    doneOn: field('doe') === 'klaar' ? page.today : null,
  })
  if (done.ok) return redirect(links.ownFile())
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

/** The whole page; with why something could not be done. */
export async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const words = ownFileWords[page.lang]
  const [personId] = await ownPersons(actor)
  const file = personId === undefined ? undefined : await personFile(actor, personId)
  const title = {
    title: words.title,
    isPrivate: true,
    ...(refused !== undefined && {
      status: refused.reason === 'changed-meanwhile' ? 409 : 400,
      refusedWith: refused.reason,
    }),
  }
  if (file === undefined) {
    return publicPage(
      page,
      title,
      <div class="part">
        <EmptyState title={words.none}>
          <p>{words.noneWhat}</p>
        </EmptyState>
      </div>,
    )
  }
  const [notes, names] = [await notesIn(actor, file.person.id), await workerNames(actor, familyOf(file))]
  const plan = await sharedPlan(actor, file.familyIds)
  const [people, organisations] = [await steunfigurenOf(actor, file.person.id), await referredTo(actor, file.person.id)]
  const helpers = [...new Set(file.workers.filter((one) => one.isNow).map((one) => one.accountId))]
  return publicPage(
    page,
    title,
    <div class="part">
      <h1>{words.hello(file.person.name ?? '')}</h1>
      <div class="own">
        <p class="lead">{file.person.kind === 'child' ? words.childLead : words.lead}</p>
        <ErrorSummary
          lang={page.lang}
          errors={refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]}
        />
        {page.query.get('gedaan') === 'gestopt' ? <Notice isNews>{sharingWords[page.lang].ownStopped}</Notice> : null}
        <section aria-labelledby="helpers">
          <h2 id="helpers">{words.helpers}</h2>
          <ul>
            {helpers.map((id) => (
              <li>{names.get(id)}</li>
            ))}
          </ul>
        </section>
        <OwnPeople page={page} people={people} referredTo={organisations} />
        <section aria-labelledby="bereiken">
          <h2 id="bereiken">{words.reach}</h2>
          <p>{reachInWords(page.lang, file.details)}</p>
          <p class="small soft">{words.reachWrong}</p>
        </section>
        {plan === undefined ? null : <OwnPlan page={page} plan={plan} personId={file.person.id} />}
        <OwnSharings page={page} sharings={await sharingsOf(actor, file.person.id)} />
        <section aria-labelledby="opgeschreven">
          <h2 id="opgeschreven">{words.notes}</h2>
          {notes.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <ol class="plain">
              {notes.map((note) => (
                <li>
                  <h3>{formatDay(page.lang, note.holdsOn, 'year')}</h3>
                  <p class="said">{note.body}</p>
                  <p class="small soft">{words.reads}</p>
                </li>
              ))}
            </ol>
          )}
          <p>{words.wrong}</p>
        </section>
      </div>
    </div>,
  )
}

/** The plan, with a button at what is one's own to do. */
const OwnPlan: FC<{ page: PageRequest; plan: SharedPlan; personId: string }> = ({ page, plan, personId }) => {
  const words = planWords[page.lang]
  const nameOf = (id: string | null) => plan.participants.find((one) => one.id === id)?.name ?? words.worker
  const about = (item: PlanItem): string =>
    item.doneOn === null
      ? words.by(nameOf(item.ownerPersonId), item.dueOn === null ? '' : formatDay(page.lang, item.dueOn, 'short'))
      : `${nameOf(item.ownerPersonId)}, ${words.doneOn(formatDay(page.lang, item.doneOn, 'short'))}`
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{words.title}</h2>
      <p class="small soft">
        {words.readBy(
          formatList(
            page.lang,
            plan.participants.map((one) => one.name ?? ''),
          ),
        )}
      </p>
      {byGoal(plan.items).map(({ goal, items }) => (
        <Goal
          title={goal?.body ?? words.loose}
          lines={items.map((item) => ({
            body: item.body,
            about: item.kind === 'agreement' ? '' : about(item),
            isDone: item.doneOn !== null,
            control:
              item.ownerPersonId === personId ? (
                <form method="post" action={links.ownPlan()}>
                  <input type="hidden" name="plan" value={item.planId} />
                  <input type="hidden" name="regel" value={item.id} />
                  <input type="hidden" name="versie" value={String(item.rowVersion)} />
                  <Button look="plain" name="doe" value={item.doneOn === null ? 'klaar' : 'weer-open'}>
                    {item.doneOn === null ? words.tick : words.untick}
                    <span class="unseen">: {item.body}</span>
                  </Button>
                </form>
              ) : undefined,
          }))}
        />
      ))}
    </section>
  )
}
