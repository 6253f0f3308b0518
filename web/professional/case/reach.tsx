import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { changeDetails } from '../../../capabilities/families/files/actions.ts'
import type { Details } from '../../../capabilities/families/files/person.ts'
import { sharingsOf } from '../../../capabilities/families/sharing/queries.ts'
import { checkAnswer } from '../../../capabilities/forms/answer.ts'
import type { FormQuestion } from '../../../capabilities/forms/form.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { FieldRow, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { fileWords } from '../../words/files.ts'
import { alsoRead } from '../sharing/parties.ts'
import { errorsOf, text } from './frame.tsx'
import { type Mine, mineAt, minePage } from './person-frame.tsx'

export const get = guarded({ may: ['change', 'trajectory'], act: 'details.begun' }, async (actor, page) => {
  const mine = await mineAt(actor, page)
  return mine === undefined ? notFound() : show(actor, page, mine)
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'details.changed' }, async (actor, page) => {
  const mine = await mineAt(actor, page)
  if (mine === undefined) return notFound()
  const wrong = firstWrong(page)
  if (wrong !== undefined) return show(actor, page, mine, wrong)
  const personId = mine.file.person.id
  const changed = await changeDetails(actor, personId, {
    rowVersion: Number(text(page, '_versie')),
    change: toldIn(page, mine.file.details),
  })
  if (changed.ok) return redirect(links.file(personId, 'bereiken'))
  return changed.reason === 'not-found' ? notFound() : show(actor, page, mine, { field: 'telefoon', refused: changed })
})

type Wrong = { readonly field: string; readonly refused: Refused }

const line = (code: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  code,
  type: 'text',
  ask: { nl: code, en: code },
  purpose: { nl: code, en: code },
  keepMonths: 12,
  ...more,
})

const LINES: readonly FormQuestion[] = [
  line('telefoon', { check: 'phone', longest: 40 }),
  line('mail', { check: 'mail' }),
  line('adres'),
  line('wanneer'),
  line('leest-mee'),
]

function firstWrong(page: PageRequest): Wrong | undefined {
  for (const question of LINES) {
    const checked = checkAnswer(question, [text(page, question.code)])
    if (!checked.ok) return { field: question.code, refused: checked }
  }
  return undefined
}

const yesOrNo = (chosen: string): 'yes' | 'no' | undefined => (chosen === 'yes' || chosen === 'no' ? chosen : undefined)

function toldIn(page: PageRequest, stored: Details | undefined): Partial<Details> {
  const [voicemail, mail] = [yesOrNo(text(page, 'inspreken')), yesOrNo(text(page, 'mail-veilig'))]
  const { when: _, voicemail: __, mail: ___, readBy: ____, ...others } = stored?.safeContact ?? {}
  return {
    phone: text(page, 'telefoon') || null,
    email: text(page, 'mail') || null,
    address: text(page, 'adres') || null,
    isShielded: text(page, 'geheim') === 'ja',
    safeContact: {
      ...others,
      ...(text(page, 'wanneer') !== '' && { when: text(page, 'wanneer') }),
      ...(text(page, 'leest-mee') !== '' && { readBy: text(page, 'leest-mee') }),
      ...(voicemail !== undefined && { voicemail }),
      ...(mail !== undefined && { mail }),
    },
  }
}

type Values = Readonly<Record<string, string>>

const storedValues = (details: Details | undefined): Values => ({
  telefoon: details?.phone ?? '',
  mail: details?.email ?? '',
  adres: details?.address ?? '',
  wanneer: details?.safeContact.when ?? '',
  inspreken: details?.safeContact.voicemail ?? 'unknown',
  'mail-veilig': details?.safeContact.mail ?? 'unknown',
  'leest-mee': details?.safeContact.readBy ?? '',
  geheim: details?.isShielded === true ? 'ja' : '',
})

async function show(actor: Actor, page: PageRequest, mine: Mine, wrong?: Wrong): Promise<Reply> {
  const words = familyFormWords[page.lang]
  const elsewhere = alsoRead(page.lang, await sharingsOf(actor, mine.file.person.id), 'reach', page.today)
  const stored = storedValues(mine.file.details)
  const typed = Object.fromEntries(Object.keys(stored).map((name) => [name, text(page, name)]))
  const isConflict = wrong?.refused.reason === 'changed-meanwhile'
  return minePage(actor, page, mine, {
    title: words.reach,
    lead: elsewhere === undefined ? words.reachLead : words.reachLeadShared(elsewhere),
    ...(wrong !== undefined && {
      refused: wrong.refused,
      errors: isConflict ? [] : errorsOf(page, wrong.refused, wrong.field),
    }),
    body: (
      <>
        {isConflict ? <Both page={page} stored={stored} typed={typed} /> : null}
        <form class="compact" method="post" action={links.fileReach(mine.file.person.id)} novalidate>
          <input type="hidden" name="_versie" value={String(mine.file.details?.rowVersion ?? 1)} />
          <Fields
            page={page}
            values={page.form.has('_versie') ? typed : stored}
            wrong={isConflict ? undefined : wrong}
          />
          <Button>{words.reachSave}</Button>
        </form>
      </>
    ),
  })
}

const Fields: FC<{ page: PageRequest; values: Values; wrong: Wrong | undefined }> = ({ page, values, wrong }) => {
  const [words, files] = [familyFormWords[page.lang], fileWords[page.lang]]
  const field = (name: string) => ({
    name,
    value: values[name],
    autocomplete: 'off',
    error: wrong?.field === name ? errorsOf(page, wrong.refused)[0]?.message : undefined,
  })
  const choices = [
    { value: 'yes', label: files.yes },
    { value: 'no', label: files.no },
    { value: 'unknown', label: files.notAsked },
  ]
  return (
    <>
      <FieldRow>
        <TextField {...field('telefoon')} label={files.phone} type="tel" />
        <TextField {...field('wanneer')} label={files.when} hint={files.whenHint} />
      </FieldRow>
      <RadioGroup name="inspreken" label={files.voicemail} inline value={values.inspreken} choices={choices} />
      <TextField {...field('mail')} label={words.email} type="email" />
      <RadioGroup name="mail-veilig" label={words.mailSafe} inline value={values['mail-veilig']} choices={choices} />
      <TextField {...field('leest-mee')} label={words.readBy} />
      <TextField {...field('adres')} label={words.address} />
      <CheckboxGroup
        name="geheim"
        label={words.address}
        values={[values.geheim ?? '']}
        choices={[{ value: 'ja', label: words.shielded }]}
      />
    </>
  )
}

/** What a colleague stored meanwhile beside what was typed here. */
const Both: FC<{ page: PageRequest; stored: Values; typed: Values }> = ({ page, stored, typed }) => {
  const [words, files, both] = [familyFormWords[page.lang], fileWords[page.lang], caseWords[page.lang]]
  const asked: Values = { yes: files.yes, no: files.no, unknown: files.notAsked, ja: files.yes, '': both.empty }
  const labels: Values = {
    telefoon: files.phone,
    wanneer: files.when,
    inspreken: files.voicemail,
    mail: words.email,
    'mail-veilig': words.mailSafe,
    'leest-mee': words.readBy,
    adres: words.address,
    geheim: words.shielded,
  }
  const differing = Object.keys(labels).filter((name) => stored[name] !== typed[name])
  return (
    <Notice title={both.conflict} isNews>
      <p>{words.reachConflict}</p>
      {differing.length === 0 ? null : (
        <DataTable
          lang={page.lang}
          caption={both.conflict}
          head={both.question}
          columns={[{ head: both.theirs }, { head: both.yours }]}
          rows={differing.map((name) => ({
            head: labels[name] ?? name,
            cells: [stored, typed].map((values) => asked[values[name] ?? ''] ?? values[name]),
          }))}
        />
      )}
    </Notice>
  )
}
