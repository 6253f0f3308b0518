import type { FC } from 'hono/jsx'
import type { Village } from '../../../capabilities/access/queries.ts'
import { DOMAINS } from '../../../capabilities/directory/card.ts'
import { PARTNER_TYPES, type Partner, type PartnerTold } from '../../../capabilities/directory/partners/partner.ts'
import { newId } from '../../../foundation/id.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { Facts } from '../../design/facts.tsx'
import { DayField, SelectField, TextField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import type { FormShown } from '../../shell/typed.ts'
import { partnerWords } from '../../words/partners.ts'
import { roleWords } from '../../words/people.ts'
import { villageNames } from './chosen.ts'

type Part = { page: PageRequest; told: PartnerTold; mayKeep: boolean }

export const Touches: FC<Part> = ({ page, told: { partner, touches }, mayKeep }) => {
  const words = partnerWords[page.lang]
  return (
    <section aria-labelledby="contacten">
      <h2 id="contacten">{words.touches}</h2>
      {touches.length === 0 ? (
        <p class="soft">{words.noTouches}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.touches}
          captionUnseen
          head={words.heldOn}
          columns={[words.way, words.touchAbout, words.by].map((head) => ({ head }))}
          stacked
          rows={touches.map(({ heldOn, way, about, byRole }) => ({
            head: words.on(heldOn),
            cells: [words.ways[way], about, page.said(roleWords[page.lang][byRole])],
          }))}
        />
      )}
      {mayKeep ? (
        <ButtonRow>
          <LinkButton href={links.partnerTouch(partner.municipalityId, partner.id, newId())}>
            {words.addTouch}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </section>
  )
}

export const Agreements: FC<Part> = ({ page, told: { partner, agreements }, mayKeep }) => {
  const words = partnerWords[page.lang]
  const at = (id: string) => links.partnerAgreement(partner.municipalityId, partner.id, id)
  return (
    <section aria-labelledby="afspraken">
      <h2 id="afspraken">{words.agreements}</h2>
      {agreements.length === 0 ? (
        <p class="soft">{words.noAgreements}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.agreements}
          captionUnseen
          head={words.agreement}
          columns={[words.since, words.until, words.caredForBy].map((head) => ({ head }))}
          stacked
          rows={agreements.map(({ id, what, sinceOn, untilOn, caredForBy }) => ({
            head: mayKeep ? <a href={at(id)}>{what}</a> : what,
            cells: [
              words.on(sinceOn),
              untilOn === null ? words.open : words.on(untilOn),
              page.said(roleWords[page.lang][caredForBy]),
            ],
          }))}
        />
      )}
      {mayKeep ? (
        <p>
          <a href={at(newId())}>{words.addAgreement}</a>
        </p>
      ) : null}
    </section>
  )
}

type Known = { page: PageRequest; partner: Partner; villages: readonly Village[] }

/** What is known of a partner, for who only reads. */
export const Told: FC<Known> = ({ page, partner, villages }) => {
  const words = partnerWords[page.lang]
  return (
    <Facts
      facts={[
        { term: words.type, value: words.types[partner.type] },
        { term: words.domain, value: partner.domains.map((one) => words.domains[one]).join(', ') },
        { term: words.village, value: villageNames(partner.villages, villages) ?? words.whole },
        { term: words.contactRole, value: partner.contactRole },
        { term: words.endedOn, value: partner.endedOn === null ? undefined : words.on(partner.endedOn) },
      ]}
    />
  )
}

type FormProps = {
  page: PageRequest
  form: FormShown
  partner: Partner | undefined
  villages: readonly Village[]
}

export const PartnerForm: FC<FormProps> = ({ page, form: { one, errorOf }, partner, villages }) => {
  const { gemeente = '', id = '' } = page.params
  const words = partnerWords[page.lang]
  const tied = (name: 'name' | 'type' | 'contactRole' | 'endedOn') => ({
    ...{ name, value: one(name, partner?.[name]), error: errorOf(name) },
  })
  const many = (name: 'domains' | 'villages') => ({
    name,
    error: errorOf(name),
    values: [...page.form.keys()].length > 0 ? page.form.getAll(name).map(String) : [...(partner?.[name] ?? [])],
  })
  return (
    <form method="post" action={links.partner(gemeente, id)} class="form" aria-labelledby="gegevens">
      <h2 id="gegevens">{words.about}</h2>
      {partner === undefined ? null : <input type="hidden" name="_versie" value={String(partner.rowVersion)} />}
      <TextField {...tied('name')} label={words.name} autocomplete="off" />
      <SelectField
        {...tied('type')}
        label={words.type}
        options={PARTNER_TYPES.map((value) => ({ value, label: words.types[value] }))}
      />
      <TextField {...tied('contactRole')} label={words.contactRole} hint={words.contactRoleHint} autocomplete="off" />
      <CheckboxGroup
        {...many('domains')}
        label={words.domain}
        choices={DOMAINS.map((value) => ({ value, label: words.domains[value] }))}
        inline
      />
      {villages.length === 0 ? null : (
        <CheckboxGroup
          {...many('villages')}
          label={words.villages}
          hint={words.villagesHint}
          choices={villages.map(({ code, name }) => ({ value: code, label: name }))}
          inline
        />
      )}
      {partner === undefined ? null : <DayField {...tied('endedOn')} label={words.endedOn} hint={words.endedOnHint} />}
      <Button look={partner === undefined ? 'primary' : 'plain'}>{words.save}</Button>
    </form>
  )
}
