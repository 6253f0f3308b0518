import type { FC } from 'hono/jsx'
import { LANGUAGES } from '../../../capabilities/information/front-matter.ts'
import { mayFollow, STATES, type State } from '../../../capabilities/information/page.ts'
import { after } from '../../../foundation/day.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { DayField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatMoment } from '../../words/format.ts'
import { pagesKeptWords } from '../../words/pages-kept.ts'
import { Difference, whole } from './difference-view.tsx'
import type { KeptAt } from './kept-at.ts'
import { takingOff } from './take-off.tsx'

type Part = { page: PageRequest; kept: KeptAt }
type Version = KeptAt['versions'][number]

const at = ({ slug, language, addedBy }: KeptAt): string => links.pageKept(slug, language, addedBy?.slug)

/** What can be done: with the newest version, and with the one that is public when that is another. */
export const Doing: FC<Part> = ({ page, kept }) => {
  const words = pagesKeptWords[page.lang]
  const { slug, language, addedBy, versions, lookIn } = kept
  const [newest] = versions
  const open = versions.find(({ state }) => state === 'approved')
  const spoken = LANGUAGES.find((one) => one === language)
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">{words.doing}</h2>
      {newest === undefined ? <p>{words.nothingYet}</p> : null}
      <ButtonRow>
        <LinkButton href={links.pageText(slug, language, addedBy?.slug)}>
          {newest === undefined ? words.write : words.edit}
        </LinkButton>
        {open === undefined || spoken === undefined ? null : (
          <a href={links.page({ lang: spoken, place: lookIn?.slug }, slug)}>{words.view}</a>
        )}
      </ButtonRow>
      {newest === undefined ? null : <Moving page={page} kept={kept} version={newest} />}
      {newest?.state === 'tested' && !newest.isUnread ? <Plan page={page} kept={kept} version={newest} /> : null}
      {open === undefined || open === newest ? null : <Moving page={page} kept={kept} version={open} />}
      {newest === undefined ? null : <Owner page={page} kept={kept} version={newest} />}
    </section>
  )
}

/** The next states of one version, each one press. */
const Moving: FC<Part & { version: Version }> = ({ page, kept, version }) => {
  const words = pagesKeptWords[page.lang]
  const { state } = version
  const next = STATES.filter((to) => mayFollow(state, to))
  if (next.length === 0) return <p>{words.versionIn(version.version, words.states[state])}</p>
  return (
    <form method="post" action={at(kept)}>
      <input type="hidden" name="_versie" value={String(version.version)} />
      <h3>
        {words.versionIn(version.version, words.states[state])}
        {version.publishOn === null ? '' : `, ${words.planned(version.publishOn)}`}
      </h3>
      {state === 'tested' && version.domains.includes('safety') ? <Notice>{words.safety}</Notice> : null}
      {version.isUnread ? (
        <>
          <p>{words.unread}</p>
          <Button look="plain" name="doe" value="proofread">
            {words.proofread}
          </Button>
        </>
      ) : null}
      {state === 'draft' ? <p class="small soft">{words.toWhat}</p> : null}
      <ButtonRow>
        {[...next].toSorted(onwardFirst).map((to) =>
          to === 'retired' && state === 'approved' ? (
            <LinkButton look="plain" href={takingOff(kept, version.version)}>
              {words.to[to]}
            </LinkButton>
          ) : (
            <Button look={to === 'approved' ? 'primary' : 'plain'} name="doe" value={to}>
              {to === 'retired' ? words.throwAway : words.to[to]}
            </Button>
          ),
        )}
      </ButtonRow>
    </form>
  )
}

/** The day on which a tested text comes on the site by itself. */
const Plan: FC<Part & { version: Version }> = ({ page, kept, version }) => {
  const words = pagesKeptWords[page.lang]
  const { publishOn } = version
  return (
    <form class="compact" method="post" action={at(kept)} novalidate>
      <input type="hidden" name="_versie" value={String(version.version)} />
      <DayField
        name="dag"
        label={words.publishOn}
        hint={words.publishOnWhat}
        min={after(page.today, { days: 1 })}
        value={publishOn ?? undefined}
      />
      <ButtonRow>
        <Button look="plain" name="doe" value="planned">
          {words.plan}
        </Button>
        {publishOn === null ? null : (
          <Button look="plain" name="doe" value="cancelled">
            {words.cancel}
          </Button>
        )}
      </ButtonRow>
    </form>
  )
}

const ORDER: readonly State[] = ['approved', 'tested', 'draft', 'retired']
const onwardFirst = (a: State, b: State): number => ORDER.indexOf(a) - ORDER.indexOf(b)

const Owner: FC<Part & { version: Version }> = ({ page, kept, version }) => {
  const words = pagesKeptWords[page.lang]
  return (
    <form method="post" action={at(kept)}>
      <input type="hidden" name="_versie" value={String(version.version)} />
      <p class="small soft">{kept.isOwn ? words.isOwn : words.isOther}</p>
      {kept.isOwn ? null : (
        <Button look="plain" name="doe" value="taken">
          {words.take}
        </Button>
      )}
    </form>
  )
}

/** Every version, with the way to see what changed since and to begin from it again. */
export const Versions: FC<Part> = ({ page, kept }) => {
  const words = pagesKeptWords[page.lang]
  const [newest] = kept.versions
  if (newest === undefined) return null
  return (
    <section aria-labelledby="versies">
      <h2 id="versies">{words.versions}</h2>
      <DataTable
        lang={page.lang}
        caption={words.versions}
        captionUnseen
        head={words.versions}
        columns={[{ head: words.state }, { head: words.writtenOn }, { head: words.older }]}
        stacked
        rows={kept.versions.map((version) => ({
          head: words.version(version.version),
          cells: [
            words.states[version.state],
            formatMoment(page.lang, version.writtenAt),
            version === newest ? '' : <Older page={page} kept={kept} version={version} />,
          ],
        }))}
      />
    </section>
  )
}

const Older: FC<Part & { version: Version }> = ({ page, kept, version }) => {
  const words = pagesKeptWords[page.lang]
  const { slug, language, addedBy } = kept
  const compared = links.pageKept(slug, language, addedBy?.slug, `naast=${version.version}`)
  return (
    <form method="post" action={at(kept)}>
      <input type="hidden" name="_versie" value={String(version.version)} />
      <ButtonRow>
        <a href={`${compared}#verschil`}>
          {words.compare}
          <span class="unseen">: {words.version(version.version)}</span>
        </a>
        <Button look="plain" name="doe" value="restored">
          {words.restore}
          <span class="unseen">: {words.version(version.version)}</span>
        </Button>
      </ButtonRow>
    </form>
  )
}

/** What changed since the version that was asked for. */
export const Compared: FC<Part> = ({ page, kept }) => {
  const words = pagesKeptWords[page.lang]
  const [newest] = kept.versions
  const was = kept.versions.find(({ version }) => String(version) === page.query.get('naast'))
  if (newest === undefined || was === undefined || was === newest) return null
  return (
    <section aria-labelledby="verschil">
      <h2 id="verschil">{words.compareTitle(was.version, newest.version)}</h2>
      <Difference lang={page.lang} language={kept.language} was={whole(was)} is={whole(newest)} />
    </section>
  )
}

export const History: FC<Part> = ({ page, kept: { steps, versions } }) => {
  const words = pagesKeptWords[page.lang]
  if (steps.length === 0) return null
  const versionOf = (id: string) => versions.find((one) => one.id === id)?.version ?? 0
  return (
    <section aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{words.history}</h2>
      <DataTable
        lang={page.lang}
        caption={words.history}
        captionUnseen
        head={words.when}
        columns={[{ head: words.versions }, { head: words.what }]}
        stacked
        rows={steps.map(({ versionId, state, recordedAt }) => ({
          head: formatMoment(page.lang, recordedAt),
          cells: [words.version(versionOf(versionId)), words.states[state]],
        }))}
      />
    </section>
  )
}
