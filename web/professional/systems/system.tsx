import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { makeToken, revokeToken, switchServiceAccount } from '../../../capabilities/access/service-accounts/actions.ts'
import {
  type ServiceAccount,
  type ServiceToken,
  serviceAccounts,
} from '../../../capabilities/access/service-accounts/queries.ts'
import { isTokenScope, MOST_DAYS, tokenOfForm } from '../../../capabilities/access/service-accounts/token.ts'
import { formKey } from '../../../capabilities/forms/keys.ts'
import { after, dayAt, parseDay } from '../../../foundation/day.ts'
import { isId, newId } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { Button, LinkButton } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, TextField } from '../../design/field.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatDay, formatMoment } from '../../words/format.ts'
import { roleWords } from '../../words/people.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { scopeWords, systemWords } from '../../words/systems.ts'

/** A quarter, after which whoever runs the other system renews the key. */
const USUAL_DAYS = 90

/** One system with its keys. */
export const get = guarded({ may: ['change', 'person'], act: 'service-account.read' }, (actor, page) =>
  show(actor, page),
)

export const post = guarded({ may: ['change', 'person'], act: 'service-account.changed' }, async (actor, page) => {
  const text = (name: string) => String(page.form.get(name) ?? '').trim()
  const id = page.params.id ?? ''
  switch (text('doe')) {
    case 'sleutel':
      return make(actor, page, id)
    case 'terug':
      return tellDone(actor, page, await revokeToken(actor, text('sleutel')))
    case 'aan':
    case 'uit':
      return tellDone(actor, page, await switchServiceAccount(actor, id, text('doe') === 'aan'))
    default:
      return show(actor, page)
  }
})

function tellDone(actor: Actor, page: PageRequest, done: Answer<unknown>) {
  if (!done.ok) return done.reason === 'not-found' ? notFound() : show(actor, page, { refused: done })
  return show(actor, page, { news: systemWords[page.lang].done })
}

async function make(actor: Actor, page: PageRequest, id: string): Promise<Reply> {
  const expiresOn = parseDay(String(page.form.get('tot') ?? ''))
  if (expiresOn === undefined) return show(actor, page, { refused: refuse('token-term') })
  const key = String(page.form.get('_sleutel') ?? '')
  const made = await makeToken(actor, id, {
    label: String(page.form.get('waar') ?? ''),
    scopes: page.form.getAll('mag').map(String),
    expiresOn,
    token: isId(key) ? tokenOfForm(formKey('service-token'), actor.personId, id, key) : undefined,
  })
  if (!made.ok) return made.reason === 'not-found' ? notFound() : show(actor, page, { refused: made })
  return shownOnce(actor, page, { id, token: made.value.token })
}

type Said = { readonly refused?: Refused; readonly news?: string }

async function show(actor: Actor, page: PageRequest, { refused, news }: Said = {}): Promise<Reply> {
  const words = systemWords[page.lang]
  const account = (await serviceAccounts(actor)).find(({ id }) => id === page.params.id)
  if (account === undefined) return notFound()
  const errors =
    refused === undefined ? [] : [{ field: fieldOf(refused), message: refusalSentence(page.lang, refused) }]
  return workPage(
    page,
    actor,
    {
      title: words.title,
      active: 'systems',
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <h1>{account.name}</h1>
      <p class="soft">
        {[...account.roles.map((role) => roleWords[page.lang][role]), ...account.places].join(', ')} (
        {account.isActive ? words.active : words.inactive})
      </p>
      {news === undefined ? null : <Notice isNews>{news}</Notice>}
      <ErrorSummary lang={page.lang} errors={errors} />
      <h2>{words.keys}</h2>
      {account.tokens.length === 0 ? (
        <EmptyState title={words.noKeys}>{words.noKeysWhat}</EmptyState>
      ) : (
        <Keys page={page} account={account} />
      )}
      {account.isActive ? <MakeForm page={page} account={account} /> : null}
      <form method="post" action={links.system(account.id)} class="form">
        <Button look="plain" name="doe" value={account.isActive ? 'uit' : 'aan'}>
          {account.isActive ? words.switchOff : words.switchOn}
        </Button>
      </form>
      <p>
        <a href={links.systems()}>{words.back}</a>
      </p>
    </>,
  )
}

const FIELDS: Readonly<Record<string, string>> = { 'token-label-missing': 'waar', 'token-term': 'tot' }
const fieldOf = ({ reason }: Refused): string => FIELDS[reason] ?? 'mag'

type Part = { page: PageRequest; account: ServiceAccount }

const Keys: FC<Part> = ({ page, account }) => {
  const words = systemWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.keys}
      captionUnseen
      head={words.label}
      columns={[{ head: words.may }, { head: words.ends }, { head: words.used }, { head: words.action }]}
      rows={account.tokens.map((token) => ({
        head: token.label,
        cells: [
          token.scopes.flatMap((scope) => (isTokenScope(scope) ? [scopeWords[page.lang][scope]] : [])).join('; '),
          endOf(page, token),
          token.lastUsedAt === null ? words.never : formatMoment(page.lang, token.lastUsedAt),
          token.revokedAt === null && token.expiresAt > page.now ? <Revoke {...{ page, account, token }} /> : '',
        ],
      }))}
      stacked
    />
  )
}

function endOf(page: PageRequest, { expiresAt, revokedAt }: ServiceToken): string {
  const words = systemWords[page.lang]
  if (revokedAt !== null) return words.revoked
  return expiresAt <= page.now ? words.ended : formatDay(page.lang, dayAt(new Date(expiresAt.getTime() - 1)), 'plain')
}

const Revoke: FC<Part & { token: ServiceToken }> = ({ page, account, token }) => (
  <form method="post" action={links.system(account.id)}>
    <input type="hidden" name="sleutel" value={token.id} />
    <Button look="plain" name="doe" value="terug">
      {systemWords[page.lang].revoke} <span class="unseen">{token.label}</span>
    </Button>
  </form>
)

const MakeForm: FC<Part> = ({ page, account }) => {
  const words = systemWords[page.lang]
  const typed = (name: string) => String(page.form.get(name) ?? '')
  const usual = after(page.today, { days: USUAL_DAYS })
  return (
    <section aria-labelledby="maken">
      <h2 id="maken">{words.make}</h2>
      <p class="soft">{words.makeLead}</p>
      <form method="post" action={links.system(account.id)} class="form">
        <input type="hidden" name="_sleutel" value={newId()} />
        <TextField
          name="waar"
          label={words.label}
          hint={words.labelHint}
          value={typed('waar')}
          autocomplete="off"
          required
        />
        <CheckboxGroup
          name="mag"
          label={words.scopes}
          values={page.form.getAll('mag').map(String)}
          choices={account.scopes.map((scope) => ({ value: scope, label: scopeWords[page.lang][scope] }))}
        />
        <DayField
          name="tot"
          label={words.until}
          hint={words.untilHint}
          value={typed('tot') || usual}
          min={page.today}
          max={after(page.today, { days: MOST_DAYS })}
        />
        <Button name="doe" value="sleutel">
          {words.makeNow}
        </Button>
      </form>
    </section>
  )
}

function shownOnce(actor: Actor, page: PageRequest, { id, token }: { id: string; token: string }): Promise<Reply> {
  const words = systemWords[page.lang]
  return workPage(
    page,
    actor,
    { title: words.made, active: 'systems' },
    <>
      <h1>{words.made}</h1>
      <p>{words.madeWhat}</p>
      <div class="form">
        <TextField name="sleutel" label={words.key} value={token} autocomplete="off" />
        <LinkButton href={links.system(id)}>{words.onward}</LinkButton>
      </div>
    </>,
  )
}
