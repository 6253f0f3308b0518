import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { dropOwnScheme, keepOwnScheme } from '../../../capabilities/money-help/actions.ts'
import { TEXT_PARTS } from '../../../capabilities/money-help/own-scheme.ts'
import { type OwnScheme, STATUSES } from '../../../capabilities/money-help/rules.ts'
import { after } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { DayField, FieldRow, TextArea, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { ownSchemeWords } from '../../words/own-schemes.ts'
import { fieldsOf, type Kept, keptAt, Refusals, toldIn, versionIn } from './kept.tsx'

type At = { readonly kept: Kept; readonly code: string | undefined; readonly stored: OwnScheme | undefined }

export const get = guarded({ may: ['change', 'page'], act: 'money.read' }, async (actor, page) => {
  const at = await ownAt(actor, page)
  return at === undefined ? notFound() : show(actor, page, at)
})

/** Keeps the text of a scheme that only this municipality has, or takes it away. */
export const post = guarded({ may: ['change', 'page'], act: 'money.changed' }, async (actor, page) => {
  const at = await ownAt(actor, page)
  if (at === undefined) return notFound()
  const { id } = at.kept.municipality
  const [version, { code }] = [versionIn(page), at]
  const done =
    page.form.get('doe') === 'weg' && code !== undefined
      ? await dropOwnScheme(actor, id, { code, version })
      : await keepOwnScheme(actor, id, toldIn(page), { version, today: page.today, code })
  if (done.ok) return redirect(links.moneyKept(id, 'gedaan=ja'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, at, done)
})

async function ownAt(actor: Actor, page: PageRequest): Promise<At | undefined> {
  const kept = await keptAt(actor, page)
  const code = page.query.get('code') ?? undefined
  const stored = kept?.rules.current.own?.find((one) => one.code === code)
  return kept === undefined || (code !== undefined && stored === undefined) ? undefined : { kept, code, stored }
}

function show(actor: Actor, page: PageRequest, { kept, code, stored }: At, refused?: Refused) {
  const words = ownSchemeWords[page.lang]
  const { municipality, rules } = kept
  const action = links.moneyOwn(municipality.id, code)
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const title = stored?.name[page.lang] ?? words.formTitle
  return workPage(
    page,
    actor,
    { title, active: 'schemes', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <p>
        <a href={links.moneyKept(municipality.id)}>{moneyKeepingWords[page.lang].back}</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {municipality.name}. {words.formLead}
      </p>
      {code === undefined ? null : (
        <p>
          <a href={links.moneyRule(municipality.id, code)}>{words.addValues}</a>
        </p>
      )}
      <Refusals page={page} refused={refused} />
      <form class="compact" method="post" action={action} novalidate>
        <input type="hidden" name="_versie" value={String(rules.version)} />
        <div class="two-languages">
          <Texts {...{ page, refused, stored }} language="nl" />
          <Texts {...{ page, refused, stored }} language="en" />
        </div>
        <Sureness {...{ page, refused, stored }} />
        <Button>{words.save}</Button>
      </form>
      {code === undefined ? null : (
        <form method="post" action={action}>
          <input type="hidden" name="_versie" value={String(rules.version)} />
          <p class="small soft">{words.dropWhat}</p>
          <Button look="plain" name="doe" value="weg">
            {words.drop}
          </Button>
        </form>
      )}
    </>,
  )
}

type Fields = { page: PageRequest; refused: Refused | undefined; stored: OwnScheme | undefined }

const Texts: FC<Fields & { language: 'nl' | 'en' }> = ({ language, ...props }) => {
  const { stored } = props
  const words = ownSchemeWords[props.page.lang]
  const at = (part: string, text: string | undefined) => ({
    ...fieldsOf(props)(`${part}/${language}`, text),
    textLanguage: language,
  })
  return (
    <fieldset class="field">
      <legend>
        <h2>{words.language[language]}</h2>
      </legend>
      <TextField {...at('name', stored?.name[language])} label={words.parts.name} />
      <TextField {...at('summary', stored?.summary[language])} label={words.parts.summary} />
      {TEXT_PARTS.map((part) => (
        <TextArea
          {...at(part, stored?.[part].map((line) => line[language]).join('\n'))}
          label={words.parts[part]}
          hint={part === 'bring' || part === 'goodToKnow' ? words.mayBeEmpty : words.lineHint}
          rows={3}
        />
      ))}
    </fieldset>
  )
}

const Sureness: FC<Fields> = (props) => {
  const { page, stored } = props
  const words = moneyKeepingWords[page.lang]
  const at = fieldsOf(props)
  return (
    <>
      <TextField {...at('source', stored?.source)} label={words.source} hint={words.sourceHint} />
      <FieldRow>
        <DayField {...at('checkedOn', stored?.checkedOn ?? page.today)} label={words.checkedOn} />
        <DayField
          {...at('reviewOn', stored?.reviewOn ?? after(page.today, { months: 12 }))}
          label={ownSchemeWords[page.lang].reviewOn}
        />
      </FieldRow>
      <RadioGroup
        {...at('status', stored?.status)}
        label={words.statusAsk}
        inline
        choices={STATUSES.map((value) => ({ value, label: words.statuses[value] }))}
      />
    </>
  )
}
