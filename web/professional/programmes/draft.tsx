import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { discardDraft, publishDraft } from '../../../capabilities/programmes/drafts/actions.ts'
import { isList, listAt, nameOf, type Piece, pieceAt } from '../../../capabilities/programmes/drafts/document.ts'
import type { Draft } from '../../../capabilities/programmes/drafts/draft.ts'
import { spotOf } from '../../../capabilities/programmes/drafts/fault-spots.ts'
import { PART_NAMES, type PartName } from '../../../capabilities/programmes/drafts/parts.ts'
import {
  draftWithId,
  ownersInReach,
  type Programme,
  programmesWithVersions,
} from '../../../capabilities/programmes/drafts/queries.ts'
import { isSameOwner } from '../../../capabilities/programmes/owner.ts'
import { programmeDefinition } from '../../../capabilities/programmes/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, LinkButton } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
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
import { differencesInWords } from './difference-sentences.ts'
import { controlOf } from './naming.ts'
import { faultSentence, faultsOf } from './thing-form.tsx'

export const get = guarded({ may: ['change', 'programme'], act: 'programme.draft-read' }, async (actor, page) => {
  const draft = await draftWithId(actor, page.params.id ?? '')
  return draft === undefined ? notFound() : show(actor, page, draft)
})

export const post = guarded({ may: ['change', 'programme'], act: 'programme.published' }, async (actor, page) => {
  const draft = await draftWithId(actor, page.params.id ?? '')
  if (draft === undefined) return notFound()
  if (page.form.get('doe') === 'weg') {
    const gone = await discardDraft(actor, draft.id)
    return gone.ok ? redirect(links.programmes()) : notFound()
  }
  const published = await publishDraft(actor, draft.id, Number(page.form.get('_versie')))
  if (!published.ok) return show(actor, page, draft, published)
  return redirect(links.programme(published.value.code, 'gedaan=gepubliceerd'))
})

async function show(actor: Actor, page: PageRequest, draft: Draft, refused?: Refused): Promise<Reply> {
  const words = screenWords[page.lang]
  const name = nameOf(draft.definition, page.lang)
  const errors = refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]
  const programme = (await programmesWithVersions(actor)).find(
    ({ code, versions: [last] }) => code === draft.code && isSameOwner(last, draft),
  )
  const last = programme && (await programmeDefinition(actor, draft.code, programme.versions[0].version))
  const owner = (await ownersInReach(actor)).find((one) => isSameOwner(one, draft))
  return workPage(
    page,
    actor,
    {
      ...{ title: name, active: 'programmes' },
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.programmes()} label={words.backToList} />
      <p class="small soft">
        {words.isDraft}, {owner?.name ?? words.everyone}
      </p>
      <h1>{name}</h1>
      <p class="lead">{words.draftLead}</p>
      <ErrorSummary lang={page.lang} errors={errors} />
      <Faults page={page} draft={draft} />
      <h2>{words.parts}</h2>
      <Parts page={page} draft={draft} />
      <p>
        <LinkButton href={links.draftPreview(draft.id)} look="plain">
          {words.preview}
        </LinkButton>
      </p>
      <Publishing {...{ page, draft, programme }} last={last as Piece | undefined} />
      <Details summary={words.discard}>
        <p>{words.discardWhat}</p>
        <form method="post" action={links.draft(draft.id)}>
          <Button look="danger" name="doe" value="weg">
            {words.discard}
          </Button>
        </form>
      </Details>
    </>,
  )
}

type Props = { page: PageRequest; draft: Draft }

/** The form on which something is put right, or looked at. */
export const placeOn = (draft: Draft, part: PartName, at?: number): string => {
  if (at !== undefined) return links.draftThing(draft.id, part, String(at + 1))
  return isList(part) ? links.draftPart(draft.id, part) : links.draftThing(draft.id, part, 'nieuw')
}

/** Every fault with its place in words, each leading to its field. */
const Faults: FC<Props> = ({ page, draft }) => {
  const words = screenWords[page.lang]
  const names = partWords[page.lang]
  const spots = faultsOf(draft).map(spotOf)
  if (spots.length === 0) return <Notice>{words.faultsNone}</Notice>
  return (
    <Notice title={words.faults}>
      <p>{words.faultsLead(spots.length)}</p>
      <ul>
        {spots.map(({ fault, spot, field }) => {
          const thing = spot.at === undefined ? undefined : pieceAt(draft.definition, spot)
          const called =
            thing === undefined ? names.part[spot.part] : `${names.one[spot.part]} ‘${nameOf(thing, page.lang)}’`
          return (
            <li>
              <a href={`${placeOn(draft, spot.part, spot.at)}${field === undefined ? '' : `#${field}`}`}>
                {field === undefined ? called : `${called}, ${controlOf(page.lang, spot.part, field)}`}
              </a>
              : {faultSentence(page.lang, fault)}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

const Parts: FC<Props> = ({ page, draft }) => {
  const words = screenWords[page.lang]
  const spots = faultsOf(draft).map(spotOf)
  return (
    <DataTable
      lang={page.lang}
      caption={words.parts}
      captionUnseen
      head={words.part}
      columns={[{ head: words.holds }, { head: words.faults }]}
      stacked
      rows={PART_NAMES.map((part) => {
        const count = listAt(draft.definition, part).length
        const isFilled = isList(part) ? count > 0 : pieceAt(draft.definition, { part }) !== undefined
        return {
          head: <a href={placeOn(draft, part)}>{partWords[page.lang].part[part]}</a>,
          cells: [
            isFilled ? (isList(part) ? words.amount(count) : words.filled) : words.nothing,
            String(spots.filter(({ spot }) => spot.part === part).length || ''),
          ],
        }
      })}
    />
  )
}

type PublishingProps = Props & { programme: Programme | undefined; last: Piece | undefined }

/** What publishing changes, for whom, in words; and the button, once everything is right. */
const Publishing: FC<PublishingProps> = ({ page, draft, programme, last }) => {
  const words = screenWords[page.lang]
  const changes = last === undefined ? [] : differencesInWords(page.lang, { before: last, after: draft.definition })
  const isRight = faultsOf(draft).length === 0
  return (
    <section aria-labelledby="publiceren">
      <h2 id="publiceren">{words.publishTitle}</h2>
      <p>{programme === undefined ? words.publishNew : words.publishNext(programme.versions[0].version + 1)}</p>
      {last === undefined ? null : (
        <>
          <h3>{words.changes}</h3>
          {changes.length === 0 ? (
            <p>{words.changesNone}</p>
          ) : (
            <ul>
              {changes.map((change) => (
                <li>{change}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {isRight ? (
        <form method="post" action={links.draft(draft.id)}>
          <input type="hidden" name="_versie" value={String(draft.rowVersion)} />
          <Button name="doe" value="publiceer">
            {words.publish}
          </Button>
        </form>
      ) : (
        <p class="soft">{words.publishNotYet}</p>
      )}
    </section>
  )
}
