import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { dropDraft, publishRules } from '../../../capabilities/money-help/actions.ts'
import { withOwn } from '../../../capabilities/money-help/own-scheme.ts'
import { type ContactKept, contactKept, examplesKnown, schemesKnown } from '../../../capabilities/money-help/queries.ts'
import type { Norms, SchemeRule } from '../../../capabilities/money-help/rules.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatMoney } from '../../words/format.ts'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { type Kept, keptAt, Refusals, stateOf, versionIn } from './kept.tsx'
import { OwnSchemes, ownOf } from './own-schemes.tsx'
import { Examples, Publishing } from './publishing.tsx'

export const get = guarded({ may: ['change', 'page'], act: 'money.read' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  return kept === undefined ? notFound() : show(actor, page, kept)
})

/** Makes the changes public, or throws them away. */
export const post = guarded({ may: ['change', 'page'], act: 'money.published' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  if (kept === undefined) return notFound()
  const { id } = kept.municipality
  const version = versionIn(page)
  const isDropping = page.form.get('doe') === 'weg'
  const confirmed = page.form.get('klopt')
  const done = isDropping
    ? await dropDraft(actor, id, version)
    : await publishRules(actor, id, {
        ...{ version, today: page.today, isDemo: page.isDemo },
        confirmed: typeof confirmed === 'string' ? confirmed : undefined,
      })
  if (done.ok) return redirect(links.moneyKept(id, `gedaan=${isDropping ? 'weg' : 'openbaar'}`))
  return done.reason === 'not-found' ? notFound() : show(actor, page, kept, done)
})

async function show(actor: Actor, page: PageRequest, kept: Kept, refused?: Refused) {
  const words = moneyKeepingWords[page.lang]
  const { mine, municipality } = kept
  const news = newsOf(page)
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const contact = await contactKept(actor, municipality, page.today)
  const examples = examplesKnown(actor)
  const schemes = withOwn(schemesKnown(actor), { ...kept.rules.current, own: ownOf(kept) })
  return workPage(
    page,
    actor,
    { title: words.title, active: 'schemes', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {news === undefined || refused !== undefined ? null : <Notice isNews>{news}</Notice>}
      <Refusals page={page} refused={refused} />
      {mine.length < 2 ? null : (
        <ul class="path-list" aria-label={words.place}>
          {mine.map(({ id, name }) => (
            <li>
              <a href={links.moneyKept(id)} aria-current={id === municipality.id ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2>{municipality.name}</h2>
      <Contact page={page} kept={kept} contact={contact} />
      <NormsTable page={page} kept={kept} />
      <SchemesTable page={page} kept={kept} schemes={withOwn(schemesKnown(actor), kept.rules.current)} />
      <OwnSchemes page={page} kept={kept} />
      <Publishing {...{ page, kept, examples, schemes }} />
      <Examples {...{ page, kept, examples, schemes }} />
    </>,
  )
}

function newsOf(page: PageRequest): string | undefined {
  const words = moneyKeepingWords[page.lang]
  const told = { ja: words.done, contact: words.doneContact, openbaar: words.published, weg: words.dropped }
  const done = page.query.get('gedaan') ?? ''
  return Object.entries(told).find(([code]) => code === done)?.[1]
}

type Part = { page: PageRequest; kept: Kept }

const Contact: FC<Part & { contact: ContactKept | undefined }> = ({ page, kept, contact }) => {
  const words = moneyKeepingWords[page.lang]
  return (
    <section aria-labelledby="contactpunt">
      <h3 id="contactpunt">{words.contact}</h3>
      {contact === undefined ? (
        <p>{words.contactNone}</p>
      ) : (
        <p>
          <strong>{contact.contact.name}</strong>{' '}
          {[contact.contact.phone, contact.contact.mail].filter((one) => one !== null).join(', ')}
          <br />
          {contact.isShown ? words.contactChecked(contact.contact.checkedOn) : words.contactOld}
        </p>
      )}
      <p>
        <a href={links.moneyContact(kept.municipality.id)}>{words.contactChange}</a>
      </p>
    </section>
  )
}

const NormsTable: FC<Part> = ({ page, kept: { municipality, rules } }) => {
  const words = moneyKeepingWords[page.lang]
  const { lang } = page
  const amounts = ({ single, couple, pensionSingle, pensionCouple }: Norms) =>
    [single, couple, pensionSingle, pensionCouple].map((cents) => formatMoney(lang, cents))
  return (
    <section aria-labelledby="normen">
      <h3 id="normen">{words.norms}</h3>
      {rules.current.norms.length === 0 ? (
        <p>{words.normsNone}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.norms}
          captionUnseen
          head={words.normPeriod}
          columns={[
            ...[words.normSingle, words.normCouple, words.normPensionSingle, words.normPensionCouple].map((head) => ({
              head,
            })),
            ...[{ head: words.state }, { head: words.change }],
          ]}
          stacked
          rows={rules.current.norms.map((norms) => ({
            head: words.between(norms.validFrom, norms.validUntil),
            cells: [
              ...amounts(norms),
              words.states[stateOf(norms, { day: page.today, isDemo: page.isDemo })],
              <a href={links.moneyNorms(municipality.id, norms.validFrom)}>{words.change}</a>,
            ],
          }))}
        />
      )}
      <p>
        <a href={links.moneyNorms(municipality.id)}>{words.addPeriod}</a>
      </p>
    </section>
  )
}

const SchemesTable: FC<Part & { schemes: readonly Scheme[] }> = ({ page, kept, schemes }) => {
  const words = moneyKeepingWords[page.lang]
  const { municipality, rules } = kept
  const rows = schemes.flatMap((scheme): { scheme: Scheme; rule: SchemeRule | undefined }[] => {
    const values = rules.current.schemes.filter((rule) => rule.scheme === scheme.code)
    return values.length === 0 ? [{ scheme, rule: undefined }] : values.map((rule) => ({ scheme, rule }))
  })
  return (
    <section aria-labelledby="regelingen">
      <h3 id="regelingen">{words.schemes}</h3>
      <DataTable
        lang={page.lang}
        caption={words.schemes}
        captionUnseen
        head={words.scheme}
        columns={[{ head: words.period }, { head: words.limit }, { head: words.state }, { head: words.change }]}
        stacked
        rows={rows.map(({ scheme, rule }) => ({
          head: scheme.name[page.lang],
          cells:
            rule === undefined ? noRule(page, municipality.id, scheme) : ruleCells(page, municipality.id, scheme, rule),
        }))}
      />
    </section>
  )
}

function noRule(page: PageRequest, municipalityId: string, scheme: Scheme) {
  const words = moneyKeepingWords[page.lang]
  return [
    '',
    '',
    words.states.none,
    <a href={links.moneyRule(municipalityId, scheme.code)}>
      {words.add}
      <span class="unseen"> {scheme.name[page.lang]}</span>
    </a>,
  ]
}

function ruleCells(page: PageRequest, municipalityId: string, scheme: Scheme, rule: SchemeRule) {
  const words = moneyKeepingWords[page.lang]
  return [
    words.between(rule.validFrom, rule.validUntil),
    rule.incomePercent === null ? words.noLimit : words.limitOf(rule.incomePercent),
    words.states[stateOf(rule, { day: page.today, isDemo: page.isDemo })],
    <a href={links.moneyRule(municipalityId, scheme.code, rule.validFrom)}>
      {words.change}
      <span class="unseen"> {scheme.name[page.lang]}</span>
    </a>,
  ]
}
