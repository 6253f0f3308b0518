import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { changeDraft, moveInDraft } from '../../../capabilities/programmes/drafts/actions.ts'
import { isList, listAt, nameOf } from '../../../capabilities/programmes/drafts/document.ts'
import { type Draft, sealOf } from '../../../capabilities/programmes/drafts/draft.ts'
import { spotOf } from '../../../capabilities/programmes/drafts/fault-spots.ts'
import { type PartName, partNamed } from '../../../capabilities/programmes/drafts/parts.ts'
import { draftWithId } from '../../../capabilities/programmes/drafts/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, LinkButton } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { partWords } from '../../words/programme-parts.ts'
import { screenWords } from '../../words/programme-screens.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { faultSentence, faultsOf } from './thing-form.tsx'

export const get = guarded({ may: ['change', 'programme'], act: 'programme.draft-read' }, async (actor, page) => {
  const found = await partAt(actor, page)
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'programme'], act: 'programme.draft-changed' }, async (actor, page) => {
  const found = await partAt(actor, page)
  const text = (name: string) => String(page.form.get(name) ?? '')
  const at = /^\d{1,3}$/.test(text('nummer')) ? Number(text('nummer')) : -1
  if (found === undefined || at < 0 || at >= listAt(found.draft.definition, found.part).length) return notFound()
  const { draft, part } = found
  const seal = text('_zegel')
  const done =
    text('doe') === 'weg'
      ? await changeDraft(actor, draft.id, { spot: { part, at }, seal, told: () => undefined })
      : await moveInDraft(actor, draft.id, { part, at }, seal)
  if (done.ok) return redirect(links.draftPart(draft.id, part, 'bewaard'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, found, done)
})

type Found = { readonly draft: Draft; readonly part: PartName }

async function partAt(actor: Actor, page: PageRequest): Promise<Found | undefined> {
  const draft = await draftWithId(actor, page.params.id ?? '')
  const part = partNamed(page.params.deel ?? '')
  return draft === undefined || part === undefined || !isList(part) ? undefined : { draft, part }
}

function show(actor: Actor, page: PageRequest, { draft, part }: Found, refused?: Refused): Promise<Reply> {
  const words = screenWords[page.lang]
  const { part: names, what, one } = partWords[page.lang]
  const list = listAt(draft.definition, part)
  const spots = faultsOf(draft)
    .map(spotOf)
    .filter(({ spot }) => spot.part === part)
  const whole = spots.filter(({ spot }) => spot.at === undefined)
  const errors = whole.map(({ fault }) => ({ message: faultSentence(page.lang, fault) }))
  return workPage(
    page,
    actor,
    {
      ...{ title: names[part], active: 'programmes' },
      ...(refused !== undefined && { status: 409, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.draft(draft.id)} label={words.backToDraft} />
      <p class="small soft">{nameOf(draft.definition, page.lang)}</p>
      <h1>{names[part]}</h1>
      <p class="soft">{what[part]}</p>
      {page.query.has('gedaan') && refused === undefined ? <Notice isNews>{words.saved}</Notice> : null}
      <ErrorSummary
        lang={page.lang}
        errors={refused === undefined ? errors : [{ message: refusalSentence(page.lang, refused) }]}
      />
      {list.length === 0 ? (
        <p class="soft">{words.listEmpty}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={names[part]}
          captionUnseen
          head={one[part]}
          columns={[{ head: words.faults }, { head: words.action }]}
          stacked
          rows={list.map((thing, at) => ({
            head: <a href={links.draftThing(draft.id, part, String(at + 1))}>{nameOf(thing, page.lang)}</a>,
            cells: [
              String(spots.filter(({ spot }) => spot.at === at).length || ''),
              <ThingActions {...{ page, draft, part, at }} name={nameOf(thing, page.lang)} />,
            ],
          }))}
        />
      )}
      <p>
        <LinkButton href={links.draftThing(draft.id, part, 'nieuw')}>{words.add(one[part])}</LinkButton>
      </p>
    </>,
  )
}

const ThingActions: FC<Found & { page: PageRequest; at: number; name: string }> = ({ page, draft, part, at, name }) => {
  const words = screenWords[page.lang]
  return (
    <form method="post" action={links.draftPart(draft.id, part)} class="row">
      <input type="hidden" name="nummer" value={String(at)} />
      <input type="hidden" name="_zegel" value={sealOf(draft.definition, { part, at })} />
      {at === 0 ? null : (
        <Button look="plain" name="doe" value="omhoog">
          {words.up} <span class="unseen">{name}</span>
        </Button>
      )}
      <Button look="plain" name="doe" value="weg">
        {words.remove} <span class="unseen">{name}</span>
      </Button>
    </form>
  )
}
