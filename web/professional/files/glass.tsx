import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { breakGlass } from '../../../capabilities/families/glass/actions.ts'
import { glassBreaks, mayBreakGlass } from '../../../capabilities/families/glass/queries.ts'
import { safetySharings } from '../../../capabilities/families/sharing/queries.ts'
import type { ShownSharing } from '../../../capabilities/families/sharing/sharing.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { TextArea } from '../../design/field.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { fileWords } from '../../words/files.ts'
import { formatDay, formatMoment } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { sharingWords } from '../../words/sharing.ts'
import { partyInWords } from '../sharing/parties.ts'

export const get = guarded({ may: ['change', 'broken-glass'], act: 'glass.asked' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'broken-glass'], act: 'glass.broken' }, async (actor, page) => {
  const personId = page.params.id ?? ''
  const broken = await breakGlass(actor, personId, String(page.form.get('reden') ?? ''))
  if (broken.ok) return redirect(links.file(personId))
  return broken.reason === 'not-found' ? notFound() : show(actor, page, refusalSentence(page.lang, broken))
})

async function show(actor: Actor, page: PageRequest, error?: string) {
  const personId = page.params.id ?? ''
  if (!(await mayBreakGlass(actor, personId))) return notFound()
  const words = fileWords[page.lang]
  return workPage(
    page,
    actor,
    {
      title: words.glassTitle,
      active: 'files',
      ...(error !== undefined && { status: 400, refusedWith: 'reason-needed' }),
    },
    <>
      <BackLink href={links.trajectories()} label={words.back} />
      <h1>{words.glassTitle}</h1>
      <p class="lead">{words.glassLead}</p>
      <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [{ field: 'reden', message: error }]} />
      <form method="post" action={links.fileGlass(personId)}>
        <TextArea
          name="reden"
          label={words.glassReason}
          error={error}
          value={String(page.form.get('reden') ?? '')}
          required
        />
        <Button look="danger">{words.glassButton}</Button>
      </form>
    </>,
  )
}

/** For the privacy officer: who opened what, and why. */
export const getList = guarded({ may: ['list', 'broken-glass'], act: 'glass.listed' }, async (actor, page) => {
  const words = fileWords[page.lang]
  const [found, places] = [await glassBreaks(actor), await municipalitiesKnown(actor)]
  return workPage(
    page,
    actor,
    { title: words.glassList, active: 'glass' },
    <>
      <h1>{words.glassList}</h1>
      <p class="lead">{words.glassListLead}</p>
      {found.length === 0 ? (
        <EmptyState title={words.glassNone} />
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.glassList}
          captionUnseen
          head={words.moment}
          columns={[{ head: words.who }, { head: words.until }, { head: words.reason }]}
          stacked
          rows={found.map((one) => ({
            head: formatMoment(page.lang, one.brokenAt),
            cells: [
              [one.accountName ?? words.somebody, places.find(({ id }) => id === one.municipalityId)?.name].join(', '),
              formatMoment(page.lang, one.closesAt),
              one.reason,
            ],
          }))}
        />
      )}
      <SafetySharings page={page} sharings={await safetySharings(actor)} />
    </>,
  )
})

/** What was shared with another organisation without consent, and why. */
const SafetySharings: FC<{ page: PageRequest; sharings: readonly ShownSharing[] }> = ({ page, sharings }) => {
  const words = sharingWords[page.lang]
  return (
    <section aria-labelledby="veiligheid">
      <h2 id="veiligheid">{words.safetyList}</h2>
      <p class="soft">{words.safetyListLead}</p>
      {sharings.length === 0 ? (
        <p>{words.safetyNone}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.safetyList}
          captionUnseen
          head={fileWords[page.lang].moment}
          columns={[{ head: words.sharer }, { head: words.receiver }, { head: words.last }, { head: words.safetyWhy }]}
          stacked
          rows={sharings.map((one) => ({
            head: formatMoment(page.lang, one.recordedAt),
            cells: [
              partyInWords(page.lang, one.sharer),
              partyInWords(page.lang, one.receiver),
              formatDay(page.lang, one.endsOn, 'plain'),
              one.safetyReason ?? '',
            ],
          }))}
        />
      )}
    </section>
  )
}
