import type { Actor } from '../../../capabilities/access/actor.ts'
import { addToDraft, changeDraft } from '../../../capabilities/programmes/drafts/actions.ts'
import {
  asPiece,
  isList,
  listAt,
  nameOf,
  type Piece,
  pieceAt,
  type Spot,
} from '../../../capabilities/programmes/drafts/document.ts'
import type { Draft } from '../../../capabilities/programmes/drafts/draft.ts'
import { fieldsOf, partNamed } from '../../../capabilities/programmes/drafts/parts.ts'
import { draftWithId } from '../../../capabilities/programmes/drafts/queries.ts'
import { toldPiece } from '../../../capabilities/programmes/drafts/told.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { partWords } from '../../words/programme-parts.ts'
import { screenWords } from '../../words/programme-screens.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { BothVersions, ThingForm } from './thing-form.tsx'

const NEW = 'nieuw'

export const get = guarded({ may: ['change', 'programme'], act: 'programme.draft-read' }, async (actor, page) => {
  const found = await thingAt(actor, page)
  return found === undefined ? notFound() : show(actor, page, found, {})
})

export const post = guarded({ may: ['change', 'programme'], act: 'programme.draft-changed' }, async (actor, page) => {
  const found = await thingAt(actor, page)
  if (found === undefined) return notFound()
  const { draft, spot, isNew } = found
  const before = isNew ? {} : (pieceAt(draft.definition, spot) ?? {})
  const typed = toldPiece(fieldsOf(spot.part), page.form, before)
  const done = isNew ? await addToDraft(actor, draft.id, spot.part, typed) : await keep(actor, page, found)
  if (!done.ok) return done.reason === 'not-found' ? notFound() : show(actor, page, found, { typed, refused: done })
  return redirect(await nextAddress(actor, found))
})

type Found = { readonly draft: Draft; readonly spot: Spot; readonly isNew: boolean }

/** The thing that the address names: a number from 1 in a list, a new one, or the one thing of its part. */
async function thingAt(actor: Actor, page: PageRequest): Promise<Found | undefined> {
  const draft = await draftWithId(actor, page.params.id ?? '')
  const part = partNamed(page.params.deel ?? '')
  const at = page.params.nummer ?? ''
  if (draft === undefined || part === undefined) return undefined
  if (!isList(part)) return at === NEW ? { draft, spot: { part }, isNew: false } : undefined
  const count = listAt(draft.definition, part).length
  if (at === NEW) return { draft, spot: { part, at: count }, isNew: true }
  const number = /^[1-9]\d{0,2}$/.test(at) ? Number(at) : 0
  return number >= 1 && number <= count ? { draft, spot: { part, at: number - 1 }, isNew: false } : undefined
}

const keep = (actor: Actor, page: PageRequest, { draft, spot }: Found) =>
  changeDraft(actor, draft.id, {
    spot,
    seal: String(page.form.get('_zegel') ?? ''),
    told: (before) =>
      page.form.get('doe') === 'weg' && !isList(spot.part) && spot.part !== 'basics'
        ? undefined
        : toldPiece(fieldsOf(spot.part), page.form, before),
  })

/** The same form again, for rows are added a few at a time; what was new has a number now. */
async function nextAddress(actor: Actor, { draft, spot, isNew }: Found): Promise<string> {
  if (!isNew) return links.draftThing(draft.id, spot.part, spot.at === undefined ? NEW : String(spot.at + 1), 'bewaard')
  const now = await draftWithId(actor, draft.id)
  const last = now === undefined ? 0 : listAt(now.definition, spot.part).length
  return links.draftThing(draft.id, spot.part, String(last), 'erbij')
}

type Said = { readonly typed?: Piece; readonly refused?: Refused }

function show(
  actor: Actor,
  page: PageRequest,
  { draft, spot, isNew }: Found,
  { typed, refused }: Said,
): Promise<Reply> {
  const words = screenWords[page.lang]
  const kept = isNew ? {} : (pieceAt(draft.definition, spot) ?? {})
  const one = partWords[page.lang].one[spot.part]
  const called = isList(spot.part) ? nameOf(kept, page.lang) : ''
  const title = isList(spot.part)
    ? isNew
      ? words.add(one)
      : `${one}: ${called}`
    : partWords[page.lang].part[spot.part]
  const address = links.draftThing(draft.id, spot.part, isNew || spot.at === undefined ? NEW : String(spot.at + 1))
  const isConflict = refused?.reason === 'draft-changed-meanwhile'
  const done = page.query.get('gedaan')
  return workPage(
    page,
    actor,
    {
      ...{ title, active: 'programmes' },
      ...(refused !== undefined && { status: isConflict ? 409 : 400, refusedWith: refused.reason }),
    },
    <>
      <BackLink
        href={isList(spot.part) ? links.draftPart(draft.id, spot.part) : links.draft(draft.id)}
        label={isList(spot.part) ? partWords[page.lang].part[spot.part] : words.backToDraft}
      />
      <p class="small soft">{nameOf(asPiece(draft.definition), page.lang)}</p>
      <h1>{title}</h1>
      <p class="soft">{partWords[page.lang].what[spot.part]}</p>
      {done === null || refused !== undefined ? null : (
        <Notice isNews>{done === 'erbij' ? words.added : words.saved}</Notice>
      )}
      {isConflict ? <BothVersions {...{ page, draft, spot }} typed={typed ?? {}} href={address} /> : null}
      {refused === undefined || isConflict ? null : <Notice isNews>{refusalSentence(page.lang, refused)}</Notice>}
      <ThingForm {...{ page, draft, spot, isNew }} thing={typed ?? kept} action={address} />
    </>,
  )
}
