import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { movePage, proofreadPage, takePage, writePage } from '../../../capabilities/information/actions.ts'
import { planPublication } from '../../../capabilities/information/editing/actions.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Answer, Refused } from '../../../foundation/result.ts'
import { refuse } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { Compared, Doing, History, Versions } from './card-parts.tsx'
import { type KeptAt, keptAt, meant } from './kept-at.ts'
import { TakeOff, takenOffIn } from './take-off.tsx'
import { textTyped, translationOf, typedOf } from './typed-page.ts'

/** One page in one language as who keeps it sees it: its state, its versions, and what can be done. */
export const get = guarded({ may: ['change', 'page'], act: 'page.read' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  return kept === undefined ? notFound() : show(actor, page, kept)
})

export const post = guarded({ may: ['change', 'page'], act: 'page.moved' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  if (kept === undefined) return notFound()
  const [done, told] = await act(actor, page, kept)
  if (!done.ok) return show(actor, page, kept, done)
  return redirect(links.pageKept(kept.slug, kept.language, kept.addedBy?.slug, `gedaan=${told}`))
})

const numberIn = (page: PageRequest, name: string): number | undefined => {
  const typed = String(page.form.get(name) ?? '')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
}

/** What a press of a button does, and what is told when it is done. */
async function act(actor: Actor, page: PageRequest, kept: KeptAt): Promise<[Answer<unknown>, string]> {
  const { slug, language, addedBy } = kept
  const [to, version] = [String(page.form.get('doe') ?? ''), numberIn(page, '_versie')]
  const of = kept.versions.find((one) => one.version === version)
  if (to === 'taken')
    return [await takePage(actor, { slug, ...(addedBy !== undefined && { addedBy: addedBy.id }) }), to]
  if (of === undefined) return [refuse('page-no-step', { slug }), to]
  if (to === 'proofread') return [await proofreadPage(actor, { slug, language }), to]
  if (to === 'planned' || to === 'cancelled') {
    const on = to === 'planned' ? parseDay(String(page.form.get('dag') ?? '')) : undefined
    if (to === 'planned' && on === undefined) return [refuse('page-day-past'), to]
    const planning = {
      slug,
      language,
      version: of.version,
      today: page.today,
      ...(addedBy !== undefined && { addedBy }),
    }
    return [await planPublication(actor, planning, on), to]
  }
  if (to === 'restored') {
    const text = textTyped(typedOf(of), translationOf(of))
    return [await writePage(actor, { ...meant(kept), text, after: kept.versions[0]?.version ?? 0 }), to]
  }
  const told = to === 'retired' && of.state !== 'approved' ? 'thrown' : to === 'draft' ? 'returned' : to
  return [await movePage(actor, { ...meant(kept), to, version: of.version }), told]
}

function show(actor: Actor, page: PageRequest, kept: KeptAt, refused?: Refused) {
  const words = pagesKeptWords[page.lang]
  const title = kept.versions[0]?.title ?? kept.under ?? kept.slug
  const done: Readonly<Record<string, string>> = words.done
  const told = page.query.get('gedaan') ?? ''
  const leaving = takenOffIn(page, kept)
  return workPage(
    page,
    actor,
    { title, active: 'pages', ...refusedAs(refused) },
    <div class="kept-pages">
      <BackLink href={links.pagesKept()} label={words.back} />
      <h1 lang={kept.language}>{title}</h1>
      <Lead page={page} kept={kept} />
      {Object.hasOwn(done, told) && refused === undefined ? <Notice isNews>{done[told]}</Notice> : null}
      {refused === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ message: refusalSentence(page.lang, refused) }]} />
      )}
      <Compared page={page} kept={kept} />
      {leaving === undefined ? (
        <Doing page={page} kept={kept} />
      ) : (
        <TakeOff page={page} kept={kept} version={leaving} />
      )}
      <Versions page={page} kept={kept} />
      <History page={page} kept={kept} />
    </div>,
  )
}

const Lead: FC<{ page: PageRequest; kept: KeptAt }> = ({ page, kept }) => {
  const words = pagesKeptWords[page.lang]
  const { municipality, region, language, isAddition, under, slug } = kept
  return (
    <>
      <p class="soft">
        {words.languages[language]}, {words.place.toLowerCase()} {municipality?.name ?? region?.name ?? words.everyone}.{' '}
        <code>{slug}</code>
      </p>
      {isAddition ? <p>{words.under(under ?? slug)}</p> : null}
    </>
  )
}
