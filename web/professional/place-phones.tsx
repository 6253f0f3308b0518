import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { type Municipality, provisionsInReach } from '../../capabilities/access/queries.ts'
import { keepPhone } from '../../capabilities/help-requests/calling/actions.ts'
import { type PhoneKept, phonesKept } from '../../capabilities/help-requests/calling/queries.ts'
import { programmesKnown } from '../../capabilities/programmes/queries.ts'
import { parseDay } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Answer } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { DayField, SelectField, TextField } from '../design/field.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { formatDay } from '../words/format.ts'
import { phoneWords } from '../words/phones.ts'

/** Keeps the number that somebody typed; `van` is the provision with the version that was on the screen, if any. */
export function keepNumber(actor: Actor, page: PageRequest, text: (name: string) => string): Promise<Answer<unknown>> {
  const [provisionId = '', version = ''] = text('van').split('|')
  return keepPhone(actor, provisionId, {
    told: {
      number: text('nummer'),
      openNl: text('open'),
      openEn: text('open-engels'),
      source: text('bron'),
      checkedOn: parseDay(text('nagekeken')),
    },
    ...(/^\d{1,9}$/.test(version) && { rowVersion: Number(version) }),
    today: page.today,
  })
}

type Props = {
  readonly page: PageRequest
  readonly actor: Actor
  readonly municipality: Municipality
  /** Whether what was typed here was refused, so that it stays. */
  readonly isRefused: boolean
}

/** The numbers that whoever asks here can call, and the form that keeps one. */
export const PhoneNumbers: FC<Props> = async (props) => {
  const { page, municipality } = props
  const words = phoneWords[page.lang]
  const receivers = await receiversIn(props)
  const id = `nummer-${municipality.slug}`
  return (
    <section aria-labelledby={`${id}-titel`}>
      <h3 id={`${id}-titel`}>{words.title}</h3>
      <p>{words.what}</p>
      {receivers.length === 0 ? <p class="soft">{words.noProvision}</p> : null}
      {receivers.map(({ name, phone }) => (
        <p>
          {name}: {phone === undefined ? words.none : <strong>{phone.number}</strong>}
          {phone === undefined ? null : `, ${phone.open[page.lang]} (${checked(page, phone)})`}
        </p>
      ))}
      {receivers.length === 0 ? null : <PhoneForm {...props} id={id} receivers={receivers} />}
    </section>
  )
}

type Receiver = { readonly id: Id; readonly name: string; readonly phone: PhoneKept | undefined }

/** Who takes requests up in this municipality, by the definitions of what runs there. */
async function receiversIn({ page, actor, municipality }: Props): Promise<Receiver[]> {
  const phones = new Map((await phonesKept(actor, municipality, page.today)).map((one) => [one.provisionId, one]))
  const programmes = (await programmesKnown(actor)).filter(({ receivesRequests }) => receivesRequests === true)
  const names = new Map(programmes.map(({ code, name }) => [code, name[page.lang]]))
  return (await provisionsInReach(actor)).flatMap(({ id, municipalityId, organisationName, programmeCode }) => {
    const programme = municipalityId === municipality.id ? names.get(programmeCode) : undefined
    return programme === undefined ? [] : [{ id, name: `${organisationName}, ${programme}`, phone: phones.get(id) }]
  })
}

function checked({ lang }: PageRequest, { checkedOn, isShown }: PhoneKept): string {
  const day = formatDay(lang, checkedOn, 'year')
  return isShown ? phoneWords[lang].shown(day) : phoneWords[lang].gone(day)
}

const PhoneForm: FC<Props & { id: string; receivers: readonly Receiver[] }> = (props) => {
  const { page, municipality, isRefused, id, receivers } = props
  const words = phoneWords[page.lang]
  const field = (name: string) => ({
    ...{ id: `${id}-${name}`, name, autocomplete: 'off', required: true },
    value: isRefused ? String(page.form.get(name) ?? '') : '',
  })
  const options = receivers.map((one) => ({ value: `${one.id}|${one.phone?.rowVersion ?? ''}`, label: one.name }))
  return (
    <form method="post" action={links.place()} class="form">
      <input type="hidden" name="gemeente" value={municipality.id} />
      <SelectField {...field('van')} label={words.of} options={options} />
      <TextField {...field('nummer')} label={words.number} type="tel" />
      <TextField {...field('open')} label={words.openNl} hint={words.openNlHint} />
      <TextField {...field('open-engels')} label={words.openEn} />
      <TextField {...field('bron')} label={words.source} />
      <DayField {...field('nagekeken')} label={words.checkedOn} max={page.today} />
      <Button look="plain" name="doe" value="nummer">
        {words.save}
      </Button>
    </form>
  )
}
