import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { arrangeStandIn, endStandIn } from '../../capabilities/cases/standing-in/actions.ts'
import { type StandInPlace, standInPlaces } from '../../capabilities/cases/standing-in/queries.ts'
import { programmesEver } from '../../capabilities/programmes/queries.ts'
import { parseDay } from '../../foundation/day.ts'
import { type Id, isId, newId } from '../../foundation/id.ts'
import type { Refused } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { DayField, FieldRow, SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../shell/guarded.ts'
import { saidAt } from '../shell/names.ts'
import { workPage } from '../shell/pages.tsx'
import { formatDay } from '../words/format.ts'
import { refusalSentence } from '../words/refusals.ts'
import { standInWords } from '../words/stand-in.ts'
import { who } from './files/sights.ts'

export const get = guarded({ may: ['change', 'trajectory'], act: 'work.standing-in-read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'work.standing-in-arranged' },
  async (actor, page) => {
    const isEnding = text(page, 'doe') === 'stop'
    const done = isEnding ? await endStandIn(actor, text(page, 'vervanging')) : await arrange(actor, page)
    if (done.ok) return redirect(links.standIn(isEnding ? 'gestopt' : 'geregeld'))
    return done.reason === 'not-found' ? notFound() : show(actor, page, done)
  },
)

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()
const keyOf = (page: PageRequest): Id => (isId(text(page, '_sleutel')) ? text(page, '_sleutel') : newId())

const arrange = (actor: Actor, page: PageRequest) =>
  arrangeStandIn(actor, {
    provisionId: text(page, 'uitvoering'),
    awayId: text(page, 'weg') || actor.personId,
    standInId: text(page, 'collega'),
    fromOn: parseDay(text(page, 'vanaf')),
    untilOn: parseDay(text(page, 'tot')),
    key: keyOf(page),
  })

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const words = standInWords[page.lang]
  const places = await standInPlaces(actor, page.today)
  const programmes = new Map((await programmesEver(actor)).map(({ code, name }) => [code, name[page.lang]]))
  const done = page.query.get('gedaan')
  return workPage(
    page,
    actor,
    { title: words.title, active: 'today', ...(refused !== undefined && { status: 400, refusedWith: refused.reason }) },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {done === 'geregeld' && refused === undefined ? <Notice isNews>{words.arranged}</Notice> : null}
      {done === 'gestopt' && refused === undefined ? <Notice isNews>{words.ended}</Notice> : null}
      <ErrorSummary
        lang={page.lang}
        errors={
          refused === undefined ? [] : [{ field: fieldIn(page, refused), message: refusalSentence(page.lang, refused) }]
        }
      />
      {places.map((place) => (
        <section aria-labelledby={place.provision.id}>
          <h2 id={place.provision.id}>
            {`${saidAt(page, place.provision.municipalityId)(programmes.get(place.provision.programmeCode) ?? place.provision.programmeCode)}, ${place.provision.municipalityName}`}
          </h2>
          <Arranged {...{ actor, page, place }} />
          <Arrange {...{ actor, page, place, refused }} />
        </section>
      ))}
    </>,
  )
}

/** The place for which the form was sent, so that the same fields of another place stay quiet. */
const isSentFor = (page: PageRequest, { provision }: StandInPlace): boolean => text(page, 'uitvoering') === provision.id
const fieldName = ({ reason }: Refused): string =>
  reason.startsWith('away-') && reason !== 'away-twice' ? 'vanaf' : 'collega'
const fieldIn = (page: PageRequest, refused: Refused): string => `${fieldName(refused)}-${text(page, 'uitvoering')}`

type PlaceProps = { actor: Actor; page: PageRequest; place: StandInPlace }

const Arranged: FC<PlaceProps> = ({ actor, page, place }) => {
  const words = standInWords[page.lang]
  if (place.arranged.length === 0) return <p class="soft">{words.none}</p>
  const name = (id: Id) => who(page.lang, actor, id, place.colleagues.find((one) => one.id === id)?.name)
  return (
    <DataTable
      lang={page.lang}
      caption={words.title}
      captionUnseen
      head={words.away}
      columns={[{ head: words.by }, { head: words.days }, { head: words.stop }]}
      stacked
      rows={place.arranged.map(({ id, awayId, standInId, fromOn, untilOn }) => ({
        head: capital(name(awayId)),
        cells: [
          capital(name(standInId)),
          words.between(formatDay(page.lang, fromOn, 'short'), formatDay(page.lang, untilOn, 'plain')),
          <form method="post" action={links.standIn()}>
            <input type="hidden" name="vervanging" value={id} />
            <Button look="plain" name="doe" value="stop">
              {words.stop}
              <span class="unseen"> {words.stopOf(name(awayId))}</span>
            </Button>
          </form>,
        ],
      }))}
    />
  )
}

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

const Arrange: FC<PlaceProps & { refused: Refused | undefined }> = ({ actor, page, place, refused }) => {
  const words = standInWords[page.lang]
  const { provision, leads, colleagues } = place
  const others = colleagues.filter(({ id }) => id !== actor.personId)
  if (others.length === 0) return <p class="soft">{words.noColleague}</p>
  const isHere = isSentFor(page, place)
  const at = (name: string) => ({
    name,
    id: `${name}-${provision.id}`,
    value: isHere ? text(page, name) : '',
    error:
      isHere && refused !== undefined && fieldName(refused) === name ? refusalSentence(page.lang, refused) : undefined,
  })
  const options = (some: readonly { id: Id; name: string }[]) =>
    some.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form class="compact" method="post" action={links.standIn()} novalidate>
      <input type="hidden" name="uitvoering" value={provision.id} />
      <input type="hidden" name="_sleutel" value={isHere ? keyOf(page) : newId()} />
      {leads ? (
        <SelectField
          {...at('weg')}
          value={(isHere ? text(page, 'weg') : '') || actor.personId}
          label={words.who}
          options={options(colleagues)}
        />
      ) : null}
      <SelectField
        {...at('collega')}
        label={words.colleague}
        options={[{ value: '', label: words.choose }, ...options(others)]}
      />
      <FieldRow>
        <DayField {...at('vanaf')} label={words.from} min={page.today} />
        <DayField {...at('tot')} label={words.until} min={page.today} />
      </FieldRow>
      <Button look="plain">{words.save}</Button>
    </form>
  )
}
