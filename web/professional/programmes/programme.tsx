import type { FC } from 'hono/jsx'
import { may } from '../../../capabilities/access/access.ts'
import { addProvision } from '../../../capabilities/access/actions.ts'
import type { Actor } from '../../../capabilities/access/actor.ts'
import {
  type Municipality,
  municipalitiesKnown,
  organisationsInReach,
  type Provision,
  provisionsInReach,
} from '../../../capabilities/access/queries.ts'
import { retireProgramme } from '../../../capabilities/programmes/actions.ts'
import { beginNextVersion } from '../../../capabilities/programmes/drafts/actions.ts'
import type { Piece } from '../../../capabilities/programmes/drafts/document.ts'
import {
  type Programme,
  programmesWithVersions,
  type Version,
} from '../../../capabilities/programmes/drafts/queries.ts'
import { programmeDefinition } from '../../../capabilities/programmes/queries.ts'
import { dayAt } from '../../../foundation/day.ts'
import { isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { SelectField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatDay, formatList } from '../../words/format.ts'
import { screenWords } from '../../words/programme-screens.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { differencesInWords } from './difference-sentences.ts'

export const get = guarded({ may: ['change', 'programme'], act: 'programme.read' }, async (actor, page) => {
  const programme = await programmeAt(actor, page)
  return programme === undefined ? notFound() : show(actor, page, programme)
})

export const post = guarded({ may: ['change', 'programme'], act: 'programme.changed' }, async (actor, page) => {
  const programme = await programmeAt(actor, page)
  if (programme === undefined) return notFound()
  const done = await act(actor, page, programme)
  if (done.ok) return redirect(done.value)
  return done.reason === 'not-found' ? notFound() : show(actor, page, programme, done)
})

const programmeAt = async (actor: Actor, page: PageRequest): Promise<Programme | undefined> =>
  (await programmesWithVersions(actor)).find(({ code }) => code === page.params.code)

/** Does what was pressed, and gives where to go then. */
async function act(actor: Actor, page: PageRequest, { code }: Programme): Promise<Answer<string>> {
  const text = (name: string) => String(page.form.get(name) ?? '')
  switch (text('doe')) {
    case 'versie': {
      const begun = await beginNextVersion(actor, isId(text('_sleutel')) ? text('_sleutel') : newId(), code)
      return begun.ok ? allow(links.draft(begun.value.id)) : begun
    }
    case 'stop': {
      const retired = await retireProgramme(actor, code)
      return retired.ok ? allow(links.programme(code, 'gedaan=gestopt')) : retired
    }
    case 'geef': {
      const [municipalityId, organisationId] = [text('gemeente'), text('organisatie')]
      const isKnown = (await organisationsInReach(actor)).some(({ id }) => id === organisationId)
      if (!isKnown || !isId(municipalityId)) return refuse('not-found')
      const given = await addProvision(actor, { municipalityId, organisationId, programmeCode: code })
      return given.ok ? allow(links.programme(code, 'gedaan=gegeven')) : given
    }
    default:
      return refuse('not-found')
  }
}

async function show(actor: Actor, page: PageRequest, programme: Programme, refused?: Refused): Promise<Reply> {
  const words = screenWords[page.lang]
  const { code, versions, isMine } = programme
  const [last] = versions
  const isInUse = last.retiredAt === null
  return workPage(
    page,
    actor,
    {
      ...{ title: last.name[page.lang], active: 'programmes' },
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.programmes()} label={words.backToList} />
      <h1>{last.name[page.lang]}</h1>
      <News page={page} last={last} />
      <ErrorSummary
        lang={page.lang}
        errors={refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]}
      />
      <h2>{words.versions}</h2>
      <Versions {...{ page, programme }} />
      <Compared {...{ page, programme }} sentences={await compared(actor, page, programme)} />
      {isInUse ? await provide(actor, page, code) : null}
      {isMine ? (
        <form method="post" action={links.programme(code)}>
          <input type="hidden" name="_sleutel" value={newId()} />
          <Button look="plain" name="doe" value="versie">
            {words.nextVersion}
          </Button>
        </form>
      ) : (
        <p class="soft">{words.notYours}</p>
      )}
      {isMine && isInUse ? (
        <Details summary={words.retire}>
          <p>{words.retireWhat}</p>
          <form method="post" action={links.programme(code)}>
            <Button look="danger" name="doe" value="stop">
              {words.retire}
            </Button>
          </form>
        </Details>
      ) : null}
    </>,
  )
}

const News: FC<{ page: PageRequest; last: Version }> = ({ page, last }) => {
  const words = screenWords[page.lang]
  const said: Readonly<Record<string, string>> = {
    gepubliceerd: words.published1(last.version),
    gestopt: words.retired,
    gegeven: words.provided,
  }
  const news = said[page.query.get('gedaan') ?? '']
  return news === undefined || page.form.has('doe') ? null : <Notice isNews>{news}</Notice>
}

const Versions: FC<{ page: PageRequest; programme: Programme }> = ({ page, programme: { code, versions } }) => {
  const words = screenWords[page.lang]
  const plain = (moment: Date) => formatDay(page.lang, dayAt(moment), 'plain')
  const stateOf = ({ retiredAt }: Version, at: number) => {
    if (retiredAt !== null) return words.ended(plain(retiredAt))
    return at === 0 ? words.inUse : words.older
  }
  return (
    <DataTable
      lang={page.lang}
      caption={words.versions}
      captionUnseen
      head={words.versions}
      columns={[{ head: words.since }, { head: words.state }, { head: words.compare }]}
      stacked
      rows={versions.map((one, at) => {
        const before = versions[at + 1]
        return {
          head: words.version(one.version),
          cells: [
            plain(one.publishedAt),
            stateOf(one, at),
            before === undefined ? (
              ''
            ) : (
              <a href={links.programme(code, `van=${before.version}&naar=${one.version}`)}>
                {words.compareTitle(before.version, one.version)}
              </a>
            ),
          ],
        }
      })}
    />
  )
}

type Asked = { readonly from: number; readonly to: number }

function versionsAsked(page: PageRequest, { versions }: Programme): Asked | undefined {
  const [from, to] = [Number(page.query.get('van')), Number(page.query.get('naar'))]
  const isThere = (number: number) => versions.some(({ version }) => version === number)
  return isThere(from) && isThere(to) ? { from, to } : undefined
}

async function compared(actor: Actor, page: PageRequest, programme: Programme): Promise<string[]> {
  const asked = versionsAsked(page, programme)
  if (asked === undefined) return []
  const [before, after] = [
    await programmeDefinition(actor, programme.code, asked.from),
    await programmeDefinition(actor, programme.code, asked.to),
  ] as (Piece | undefined)[] // a definition is a piece of JSON
  return before === undefined || after === undefined ? [] : differencesInWords(page.lang, { before, after })
}

type ComparedProps = { page: PageRequest; programme: Programme; sentences: readonly string[] }

const Compared: FC<ComparedProps> = ({ page, programme, sentences }) => {
  const words = screenWords[page.lang]
  const asked = versionsAsked(page, programme)
  if (asked === undefined) return null
  return (
    <section aria-labelledby="verschil">
      <h2 id="verschil">{words.compareTitle(asked.from, asked.to)}</h2>
      {sentences.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <ul>
          {sentences.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

async function provide(actor: Actor, page: PageRequest, code: string) {
  const mine = (await municipalitiesKnown(actor)).filter((one) =>
    may(actor, 'change', 'organisation', { municipalityId: one.id, regionId: one.regionId ?? undefined }),
  )
  const given = (await provisionsInReach(actor)).filter(({ programmeCode }) => programmeCode === code)
  return <ProvideForm {...{ page, code, mine, given }} organisations={await organisationsInReach(actor)} />
}

type Provide = {
  page: PageRequest
  code: string
  mine: readonly Municipality[]
  organisations: readonly { id: string; name: string }[]
  given: readonly Provision[]
}

const ProvideForm: FC<Provide> = ({ page, code, mine, organisations, given }) => {
  const words = screenWords[page.lang]
  const options = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  const names = given.map(({ organisationName, municipalityName }) => `${organisationName} (${municipalityName})`)
  if (mine.length === 0 || organisations.length === 0) return null
  return (
    <section aria-labelledby="geven">
      <h2 id="geven">{words.provideTitle}</h2>
      <p>{words.provideWhat}</p>
      {names.length === 0 ? null : (
        <p>
          {words.providedNow}: {formatList(page.lang, names)}
        </p>
      )}
      <form method="post" action={links.programme(code)} class="form">
        <SelectField name="gemeente" label={words.municipality} options={options(mine)} />
        <SelectField name="organisatie" label={words.organisation} options={options(organisations)} />
        <Button name="doe" value="geef">
          {words.provide}
        </Button>
      </form>
    </section>
  )
}
