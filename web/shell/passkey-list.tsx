import type { FC } from 'hono/jsx'
import type { OwnPasskey } from '../../capabilities/access/passkeys/queries.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import type { FieldError } from '../design/error-summary.tsx'
import { PasswordField, TextField } from '../design/field.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { formatMoment } from '../words/format.ts'
import { passkeyWords } from '../words/passkeys.ts'
import type { PageRequest } from './guarded.ts'

type Props = {
  page: PageRequest
  /** Undefined where this address cannot have any. */
  passkeys: readonly OwnPasskey[] | undefined
  hasPassword: boolean
  errors: readonly FieldError[]
}

/** The keys of the own devices, on the page of the own account. */
export const Passkeys: FC<Props> = ({ page, passkeys, hasPassword, errors }) => {
  const words = passkeyWords[page.lang]
  if (passkeys === undefined) return null
  return (
    <section class="stack" aria-labelledby="sleutels">
      <h2 id="sleutels">{words.keys}</h2>
      <p class="soft">{words.keysText}</p>
      {passkeys.length === 0 ? <p>{words.none}</p> : <Table page={page} passkeys={passkeys} />}
      <form method="post" action={links.ownPasskey()} class="form">
        {hasPassword ? (
          <PasswordField
            name="key-password"
            label={words.current}
            autocomplete="current-password"
            required
            error={errors.find(({ field }) => field === 'key-password')?.message}
          />
        ) : null}
        <ButtonRow>
          <Button look="plain" name="doe" value="begin">
            {words.add}
          </Button>
        </ButtonRow>
      </form>
    </section>
  )
}

const Table: FC<{ page: PageRequest; passkeys: readonly OwnPasskey[] }> = ({ page, passkeys }) => {
  const words = passkeyWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.keys}
      captionUnseen
      head={words.key}
      columns={[{ head: words.addedAt }, { head: words.lastUsedAt }, { head: words.action }]}
      rows={passkeys.map((key) => ({
        head: key.name,
        cells: [
          formatMoment(page.lang, key.createdAt),
          key.lastUsedAt === null ? words.never : formatMoment(page.lang, key.lastUsedAt),
          <OneKey page={page} passkey={key} />,
        ],
      }))}
      stacked
    />
  )
}

const OneKey: FC<{ page: PageRequest; passkey: OwnPasskey }> = ({ page, passkey }) => {
  const words = passkeyWords[page.lang]
  return (
    <form method="post" action={links.ownPasskey()} class="compact">
      <input type="hidden" name="sleutel" value={passkey.id} />
      <TextField
        id={`naam-${passkey.id}`}
        name="naam"
        label={words.nameOf(passkey.name)}
        value={passkey.name}
        autocomplete="off"
      />
      <ButtonRow>
        <Button look="plain" name="doe" value="naam">
          {words.rename} <span class="unseen">{passkey.name}</span>
        </Button>
        <Button look="plain" name="doe" value="weg">
          {words.remove} <span class="unseen">{passkey.name}</span>
        </Button>
      </ButtonRow>
    </form>
  )
}
