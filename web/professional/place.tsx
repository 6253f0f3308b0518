import type { FC } from 'hono/jsx'
import { may } from '../../capabilities/access/access.ts'
import { addVillage, countMigrationBackground, setSharingDays } from '../../capabilities/access/actions.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown, type Village, villagesIn } from '../../capabilities/access/queries.ts'
import { type Answer, type Refused, refuse } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { placeWords } from '../words/place.ts'
import { refusalSentence } from '../words/refusals.ts'
import { sharingWords } from '../words/sharing.ts'
import { ColumnWords, learnColumn } from './place-columns.tsx'
import { keepNumber, PhoneNumbers } from './place-phones.tsx'
import { dropWaiting, setWaiting, takeLater, WaitingTerms, waitingField } from './place-waiting.tsx'

export const get = guarded({ may: ['change', 'setting'], act: 'municipality.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'setting'], act: 'municipality.changed' }, async (actor, page) => {
  const done = await change(actor, page)
  return show(
    actor,
    page,
    done.ok
      ? { news: placeWords[page.lang].done }
      : { error: { message: refusalSentence(page.lang, done), ...fieldOf(page, done) } },
  )
})

async function change(actor: Actor, page: PageRequest): Promise<Answer<unknown>> {
  const text = (name: string) => String(page.form.get(name) ?? '').trim()
  const municipalityId = text('gemeente')
  switch (text('doe')) {
    case 'kern':
      return addVillage(actor, municipalityId, text('kern'))
    case 'aan':
    case 'uit':
      return countMigrationBackground(actor, municipalityId, text('doe') === 'aan')
    case 'dagen':
      return setSharingDays(actor, municipalityId, /^\d{1,4}$/.test(text('dagen')) ? Number(text('dagen')) : 0)
    case 'woord':
      return learnColumn(actor, municipalityId, text)
    case 'nummer':
      return keepNumber(actor, page, text)
    case 'wachten':
      return setWaiting(actor, page, text)
    case 'wachten-weg':
      return dropWaiting(actor, page, text)
    case 'wachten-later-weg':
      return takeLater(actor, page, text)
    default:
      return refuse('not-found')
  }
}

type Outcome = { readonly news?: string; readonly error?: { readonly message: string; readonly field?: string } }

/** Where what was refused stands on the page: of waiting, each field has its own place. */
const fieldOf = (page: PageRequest, { with: given }: Refused): { readonly field?: string } => {
  const isWaiting = page.form.get('doe') === 'wachten' && given?.field !== undefined
  return isWaiting ? { field: waitingField(String(page.form.get('gemeente')), String(given.field)) } : {}
}

async function show(actor: Actor, page: PageRequest, { news, error }: Outcome = {}) {
  const words = placeWords[page.lang]
  const mine = (await municipalitiesKnown(actor)).filter((one) =>
    may(actor, 'change', 'setting', { municipalityId: one.id, regionId: one.regionId ?? undefined }),
  )
  const parts = await Promise.all(
    mine.map(async (municipality) => ({ municipality, villages: await villagesIn(actor, municipality.id) })),
  )
  return workPage(
    page,
    actor,
    {
      title: words.title,
      active: 'place',
      ...(error !== undefined && { status: 400, refusedWith: 'setting-not-changed' }),
    },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {news === undefined ? null : <Notice isNews>{news}</Notice>}
      {error === undefined ? null : <ErrorSummary lang={page.lang} errors={[error]} />}
      {parts.map(({ municipality, villages }) => (
        <article>
          <h2>{municipality.name}</h2>
          <Villages page={page} municipality={municipality} villages={villages} />
          <p>
            <a href={links.afterwards(municipality.id)}>{placeWords[page.lang].afterwards}</a>
          </p>
          <PhoneNumbers
            page={page}
            actor={actor}
            municipality={municipality}
            isRefused={error !== undefined && page.form.get('gemeente') === municipality.id}
          />
          <WaitingTerms
            page={page}
            actor={actor}
            municipality={municipality}
            wrong={page.form.get('gemeente') === municipality.id ? error : undefined}
          />
          <SpecialSwitch page={page} municipality={municipality} />
          <SharingDays page={page} municipality={municipality} />
          <ColumnWords page={page} actor={actor} municipality={municipality} />
        </article>
      ))}
    </>,
  )
}

type Part = { page: PageRequest; municipality: Municipality }

const Villages: FC<Part & { villages: readonly Village[] }> = ({ page, municipality, villages }) => {
  const words = placeWords[page.lang]
  const id = `kern-${municipality.slug}`
  return (
    <section aria-labelledby={`${id}-titel`}>
      <h3 id={`${id}-titel`}>{words.villages}</h3>
      <p>{villages.map((village) => village.name).join(', ')}</p>
      <p class="small soft">{words.villagesWhat}</p>
      <form method="post" action={links.place()} class="form">
        <input type="hidden" name="gemeente" value={municipality.id} />
        <TextField id={id} name="kern" label={words.addVillage} autocomplete="off" required />
        <Button look="plain" name="doe" value="kern">
          {words.add}
        </Button>
      </form>
    </section>
  )
}

const SpecialSwitch: FC<Part> = ({ page, municipality }) => {
  const words = placeWords[page.lang]
  const isOn = municipality.countsMigrationBackground
  return (
    <section aria-labelledby={`bijzonder-${municipality.slug}`}>
      <h3 id={`bijzonder-${municipality.slug}`}>{words.special}</h3>
      <p>{words.specialWhat}</p>
      <form method="post" action={links.place()}>
        <input type="hidden" name="gemeente" value={municipality.id} />
        <p>
          <strong>{words.specialNow(isOn)}</strong>
        </p>
        <Button look="plain" name="doe" value={isOn ? 'uit' : 'aan'}>
          {isOn ? words.switchOff : words.switchOn}
        </Button>
      </form>
    </section>
  )
}

/** How long at most a worker shares something with somebody elsewhere. */
const SharingDays: FC<Part> = ({ page, municipality }) => {
  const words = sharingWords[page.lang]
  const id = `dagen-${municipality.slug}`
  return (
    <section aria-labelledby={`${id}-titel`}>
      <h3 id={`${id}-titel`}>{words.days}</h3>
      <p>{words.daysWhat}</p>
      <form method="post" action={links.place()} class="form">
        <input type="hidden" name="gemeente" value={municipality.id} />
        <TextField
          id={id}
          name="dagen"
          label={words.daysField}
          value={String(municipality.sharingDays)}
          type="number"
          autocomplete="off"
          required
        />
        <Button look="plain" name="doe" value="dagen">
          {words.daysSave}
        </Button>
      </form>
    </section>
  )
}
