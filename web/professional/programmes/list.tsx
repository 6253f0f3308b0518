import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { beginDraft } from '../../../capabilities/programmes/drafts/actions.ts'
import { nameOf } from '../../../capabilities/programmes/drafts/document.ts'
import {
  draftsInReach,
  type NamedOwner,
  ownersInReach,
  type Programme,
  programmesWithVersions,
} from '../../../capabilities/programmes/drafts/queries.ts'
import { isSameOwner, type Owner } from '../../../capabilities/programmes/owner.ts'
import { isId, newId } from '../../../foundation/id.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { screenWords } from '../../words/programme-screens.ts'
import { refusalSentence } from '../../words/refusals.ts'

export const get = guarded({ may: ['change', 'programme'], act: 'programme.listed' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'programme'], act: 'programme.draft-begun' }, async (actor, page) => {
  const text = (name: string) =>
    String(page.form.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
  const owner = (await ownersInReach(actor))[Number(text('voor'))]
  if (owner === undefined || !isId(text('_sleutel'))) return show(actor, page, refuse('not-yours'))
  const begun = await beginDraft(actor, {
    ...{ id: text('_sleutel'), name: { nl: text('naam'), en: text('naam-engels') }, owner },
    ...(text('begin') !== '' && { copyOf: text('begin') }),
  })
  return begun.ok ? redirect(links.draft(begun.value.id)) : show(actor, page, begun)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const words = screenWords[page.lang]
  const owners = await ownersInReach(actor)
  const name = ({ versions: [last] }: Programme) => last.name[page.lang]
  const programmes = (await programmesWithVersions(actor)).toSorted((a, b) => name(a).localeCompare(name(b), page.lang))
  const drafts = await draftsInReach(actor)
  const errors = refused === undefined ? [] : [{ field: 'naam', message: refusalSentence(page.lang, refused) }]
  return workPage(
    page,
    actor,
    {
      ...{ title: words.title, active: 'programmes' },
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary lang={page.lang} errors={errors} />
      <h2>{words.drafts}</h2>
      {drafts.length === 0 ? (
        <p class="soft">{words.draftsNone}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.drafts}
          captionUnseen
          head={words.name}
          columns={[{ head: words.state }, { head: words.owner }]}
          stacked
          rows={drafts.map((draft) => ({
            head: <a href={links.draft(draft.id)}>{nameOf(draft.definition, page.lang)}</a>,
            cells: [words.isDraft, ownerName(page, owners, draft)],
          }))}
        />
      )}
      <h2>{words.published}</h2>
      <DataTable
        lang={page.lang}
        caption={words.published}
        captionUnseen
        head={words.name}
        columns={[{ head: words.state }, { head: words.owner }]}
        stacked
        rows={programmes.map((programme) => ({
          head: <a href={links.programme(programme.code)}>{programme.versions[0].name[page.lang]}</a>,
          cells: [stateOf(page, programme), ownerName(page, owners, programme.versions[0])],
        }))}
      />
      <BeginForm {...{ page, owners, programmes }} />
    </>,
  )
}

/** In use, or retired, in words. */
export function stateOf(page: PageRequest, { versions: [last] }: Programme): string {
  const words = screenWords[page.lang]
  return last.retiredAt === null ? words.isPublished(last.version) : words.isRetired(last.version)
}

/** The name of a municipality or region that the actor works for; of another one, that it is another one's. */
function ownerName(page: PageRequest, owners: readonly NamedOwner[], owner: Owner): string {
  const words = screenWords[page.lang]
  if (owner.municipalityId === null && owner.regionId === null) return words.everyone
  return owners.find((one) => isSameOwner(one, owner))?.name ?? words.elsewhere
}

type BeginProps = { page: PageRequest; owners: readonly NamedOwner[]; programmes: readonly Programme[] }

const BeginForm: FC<BeginProps> = ({ page, owners, programmes }) => {
  const words = screenWords[page.lang]
  const typed = (name: string) => String(page.form.get(name) ?? '')
  const field = (name: string) => ({ name, value: typed(name), autocomplete: 'off' })
  const inUse = programmes.filter(({ versions: [last] }) => last.retiredAt === null)
  return (
    <section aria-labelledby="maak">
      <h2 id="maak">{words.make}</h2>
      <p class="soft">{words.makeLead}</p>
      <form method="post" action={links.programmes()} class="form">
        <input type="hidden" name="_sleutel" value={newId()} />
        <FieldRow>
          <TextField {...field('naam')} label={words.nameNl} required />
          <TextField {...field('naam-engels')} label={words.nameEn} required />
        </FieldRow>
        <SelectField
          {...field('begin')}
          label={words.from}
          options={[
            { value: '', label: words.fromNothing },
            ...inUse.map(({ code, versions: [last] }) => ({
              value: code,
              label: words.fromCopy(last.name[page.lang]),
            })),
          ]}
        />
        {owners.length < 2 ? (
          <input type="hidden" name="voor" value="0" />
        ) : (
          <SelectField
            {...field('voor')}
            label={words.forWhom}
            options={owners.map(({ name }, at) => ({ value: String(at), label: name ?? words.everyone }))}
          />
        )}
        <Button>{words.begin}</Button>
      </form>
    </section>
  )
}
