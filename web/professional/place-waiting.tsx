import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { Municipality } from '../../capabilities/access/queries.ts'
import { dropWaitingTerm, setWaitingTerm, takeLaterTerm } from '../../capabilities/help-requests/waiting/actions.ts'
import { KEYS, type OwnTerm } from '../../capabilities/help-requests/waiting/own-term.ts'
import { type TermsKept, termsKept } from '../../capabilities/help-requests/waiting/queries.ts'
import { type Day, parseDay } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import type { Answer } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { Details } from '../design/details.tsx'
import { DayField, FieldRow, TextField } from '../design/field.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { formatDay } from '../words/format.ts'
import { waitingTermWords } from '../words/waiting-terms.ts'

type Text = (name: string) => string

const at = (page: PageRequest, text: Text) => ({
  ...{ municipalityId: text('gemeente'), id: text('nieuw'), today: page.today },
})

/** Keeps the term that somebody typed. */
export const setWaiting = (actor: Actor, page: PageRequest, text: Text): Promise<Answer> =>
  setWaitingTerm(actor, at(page, text), {
    ...{ from: parseDay(text('vanaf')), until: parseDay(text('tot')), source: text('besluit') },
    hours: (kind, key) => text(`${kind}-${key}`),
  })

export const dropWaiting = (actor: Actor, page: PageRequest, text: Text): Promise<Answer> =>
  dropWaitingTerm(actor, at(page, text))

export const takeLater = (actor: Actor, page: PageRequest, text: Text): Promise<Answer> =>
  takeLaterTerm(actor, at(page, text), parseDay(text('vanaf')))

/** The place of a field on a page with several municipalities. */
export const waitingField = (municipalityId: string, field: string): string => `wachten-${municipalityId}-${field}`

type Wrong = { readonly message: string; readonly field?: string }
type Props = {
  readonly page: PageRequest
  readonly actor: Actor
  readonly municipality: Municipality
  /** What was refused here, so that what was typed stays. */
  readonly wrong: Wrong | undefined
}

/** By when somebody here reads a question and gets in touch: what holds now, what was said before, and the form for what comes. */
export const WaitingTerms: FC<Props> = async ({ page, actor, municipality, wrong }) => {
  const words = waitingTermWords[page.lang]
  const kept = await termsKept(actor, municipality, page.today)
  if (kept === undefined) return null
  const id = `wachten-${municipality.slug}`
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <p>{words.what}</p>
      <p>
        <strong>{nowIn(page, kept)}</strong>
      </p>
      <Hours page={page} kept={kept} />
      {kept.own.length === 0 ? null : (
        <ul>
          {kept.own.map((one) => (
            <li>
              {saidBefore(page, one)}
              {one.from > page.today ? <TakeLater {...{ page, municipality }} from={one.from} /> : null}
            </li>
          ))}
        </ul>
      )}
      <Details summary={words.change} isOpen={wrong !== undefined && page.form.get('doe') === 'wachten'}>
        <TermForm {...{ page, actor, municipality, wrong }} kept={kept} />
      </Details>
      {kept.isOwn ? (
        <form method="post" action={links.place()}>
          <input type="hidden" name="gemeente" value={municipality.id} />
          <input type="hidden" name="nieuw" value={newId()} />
          <p class="small soft">{words.dropWhat}</p>
          <Button look="plain" name="doe" value="wachten-weg">
            {words.drop}
          </Button>
        </form>
      ) : null}
    </section>
  )
}

/** What is over is said to be over, and that the term of the product holds instead. */
function nowIn({ lang, today }: PageRequest, { isOwn, own }: TermsKept): string {
  const words = waitingTermWords[lang]
  if (isOwn) return words.ownNow
  const over = own.find(({ from, term }) => term !== undefined && from <= today && term.until < today)
  return over?.term === undefined ? words.shippedNow : words.overNow(over.term.until)
}

function saidBefore({ lang, today }: PageRequest, { from, term, source }: OwnTerm): string {
  const words = waitingTermWords[lang]
  if (term === undefined) return words.back(from)
  const isOver = term.until < today
  return `${words.own(from, term.until)}${isOver ? `, ${words.over}` : ''}. ${source}`
}

const TakeLater: FC<{ page: PageRequest; municipality: Municipality; from: Day }> = ({ page, municipality, from }) => (
  <form method="post" action={links.place()}>
    <input type="hidden" name="gemeente" value={municipality.id} />
    <input type="hidden" name="nieuw" value={newId()} />
    <input type="hidden" name="vanaf" value={from} />
    <Button look="plain" name="doe" value="wachten-later-weg">
      {waitingTermWords[page.lang].take} <span class="unseen">{formatDay(page.lang, from, 'year')}</span>
    </Button>
  </form>
)

const Hours: FC<{ page: PageRequest; kept: TermsKept }> = ({ page, kept }) => {
  const words = waitingTermWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.now}
      captionUnseen
      head={words.grade}
      columns={[{ head: words.read }, { head: words.contact }]}
      rows={KEYS.map((key) => ({
        head: words.grades[key],
        cells: [words.hours(kept.now.hours[key]), words.hours(kept.now.contactHours[key])],
      }))}
    />
  )
}

const TermForm: FC<Props & { kept: TermsKept }> = ({ page, municipality, wrong, kept }) => {
  const words = waitingTermWords[page.lang]
  const isTyped = wrong !== undefined && page.form.get('doe') === 'wachten'
  const field = (name: string, now = '') => {
    const id = waitingField(municipality.id, name)
    return {
      ...{ id, name, autocomplete: 'off', required: true },
      value: isTyped ? String(page.form.get(name) ?? '').slice(0, 400) : now,
      error: isTyped && wrong.field === id ? wrong.message : undefined,
    }
  }
  return (
    <form method="post" action={links.place()} class="compact" novalidate>
      <input type="hidden" name="gemeente" value={municipality.id} />
      <input type="hidden" name="nieuw" value={isTyped ? String(page.form.get('nieuw') ?? '') : newId()} />
      <FieldRow>
        <DayField {...field('vanaf')} label={words.from} hint={words.fromHint} />
        <DayField {...field('tot')} label={words.until} hint={words.untilHint} />
      </FieldRow>
      <TextField {...field('besluit')} label={words.source} hint={words.sourceHint} />
      {KEYS.map((key) => (
        <fieldset class="field">
          <legend>{words.grades[key]}</legend>
          <FieldRow>
            <TextField {...field(`hours-${key}`, String(kept.now.hours[key]))} label={words.readHours} type="number" />
            <TextField
              {...field(`contactHours-${key}`, String(kept.now.contactHours[key]))}
              label={words.contactHours}
              type="number"
            />
          </FieldRow>
        </fieldset>
      ))}
      <Button look="plain" name="doe" value="wachten">
        {words.save}
      </Button>
    </form>
  )
}
