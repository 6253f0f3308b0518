import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { bringIn } from '../../../capabilities/directory/bringing-in/actions.ts'
import { type Brought, LARGEST_FILE } from '../../../capabilities/directory/bringing-in/file.ts'
import { lookAtFile } from '../../../capabilities/directory/bringing-in/queries.ts'
import { DOMAINS } from '../../../capabilities/directory/card.ts'
import type { Told } from '../../../capabilities/directory/hsds/service.ts'
import { municipalityKept } from '../../../capabilities/directory/queries.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Strip } from '../../design/facts.tsx'
import { FileField, SelectField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatNumber } from '../../words/format.ts'
import { offerWords } from '../../words/offers.ts'
import { keptWords } from '../../words/offers-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** Bringing in a file of HSDS 3.0: first what would change, then all of it or nothing. */
export const get = guarded({ may: ['change', 'page'], act: 'offer.import-read' }, async (actor, page) => {
  const municipality = await municipalityKept(actor, page.params.gemeente ?? '')
  return municipality === undefined ? notFound() : show(actor, page, { municipality })
})

export const post = guarded({ may: ['change', 'page'], act: 'offer.imported' }, async (actor, page) => {
  const municipality = await municipalityKept(actor, page.params.gemeente ?? '')
  if (municipality === undefined) return notFound()
  const text = await textIn(page)
  if (text === '') return show(actor, page, { municipality, refused: refuse('offer-file-none') })
  const domain = DOMAINS.find((one) => one === page.form.get('domain'))
  const given = { municipalityId: municipality.id, text, domain, today: page.today }
  if (page.form.get('doe') === 'alles') {
    const done = await bringIn(actor, given)
    if (done.ok) return redirect(links.localOffer(municipality.id, 'toon=now&gedaan=brought'))
    return show(actor, page, { municipality, refused: done })
  }
  const looked = await lookAtFile(actor, given)
  return show(
    actor,
    page,
    looked.ok ? { municipality, text, brought: looked.value } : { municipality, refused: looked },
  )
})

/** The chosen file, or what was looked at before and goes along. */
async function textIn({ form }: PageRequest): Promise<string> {
  const file = form.get('bestand')
  if (file instanceof File) return file.size > LARGEST_FILE ? ' '.repeat(LARGEST_FILE + 1) : file.text()
  const kept = form.get('inhoud')
  return typeof kept === 'string' ? kept : ''
}

type Given = {
  readonly municipality: Municipality
  readonly refused?: Refused
  readonly text?: string
  readonly brought?: Brought
}

function show(actor: Actor, page: PageRequest, { municipality, refused, text, brought }: Given) {
  const words = keptWords[page.lang]
  return workPage(
    page,
    actor,
    {
      ...{ title: words.bringTitle, active: 'localOffer' },
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.localOffer(municipality.id)} label={words.back} />
      <h1>{words.bringTitle}</h1>
      <p class="soft">{words.bringLead}</p>
      {refused === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: 'bestand', message: refusalSentence(page.lang, refused) }]} />
      )}
      {brought === undefined || text === undefined ? null : (
        <Looked page={page} municipality={municipality} brought={brought} text={text} />
      )}
      <form
        method="post"
        action={links.localOfferImport(municipality.id)}
        enctype="multipart/form-data"
        class="compact"
      >
        <FileField name="bestand" label={words.fileField} accept=".json,application/json" />
        <SelectField
          name="domain"
          label={words.domainField}
          value={String(page.form.get('domain') ?? '')}
          options={[
            { value: '', label: words.noDomain },
            ...DOMAINS.map((code) => ({ value: code, label: offerWords[page.lang].domains[code] })),
          ]}
        />
        <Button look={brought === undefined ? 'primary' : 'plain'} name="doe" value="bekijk">
          {words.look}
        </Button>
      </form>
    </>,
  )
}

type LookedAt = { page: PageRequest; municipality: Municipality; brought: Brought; text: string }

const Looked: FC<LookedAt> = ({ page, municipality, brought, text }) => {
  const words = keptWords[page.lang]
  const { added, changed, ended, same, faults } = brought
  const n = (count: number) => formatNumber(page.lang, count)
  if (faults.length > 0) return <Faults page={page} brought={brought} />
  const isNothing = added.length + changed.length + ended.length === 0
  return (
    <section aria-labelledby="verandert">
      <h2 id="verandert">{words.nothingYet}</h2>
      <Strip
        counts={[
          { n: n(added.length), words: words.added(added.length) },
          { n: n(changed.length), words: words.changed },
          { n: n(ended.length), words: words.ended },
          { n: n(same), words: words.same },
        ]}
      />
      <Names page={page} title={words.listAdded} told={added} />
      <Names page={page} title={words.listChanged} told={changed} />
      <Names page={page} title={words.listEnded} told={ended} />
      {isNothing ? (
        <Notice>{words.nothingNew}</Notice>
      ) : (
        <form method="post" action={links.localOfferImport(municipality.id)} enctype="multipart/form-data">
          <input type="hidden" name="inhoud" value={text} />
          <input type="hidden" name="domain" value={String(page.form.get('domain') ?? '')} />
          <Button name="doe" value="alles">
            {words.bringAll}
          </Button>
        </form>
      )}
    </section>
  )
}

/** Enough to see whether it is the right file. */
const MOST_NAMES = 30

const Names: FC<{ page: PageRequest; title: string; told: readonly Told[] }> = ({ page, title, told }) =>
  told.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {told.slice(0, MOST_NAMES).map(({ card }) => (
          <li>
            {card.name} <span class="soft">{card.provider}</span>
          </li>
        ))}
        {told.length <= MOST_NAMES ? null : <li>{keptWords[page.lang].andMore(told.length - MOST_NAMES)}</li>}
      </ul>
    </>
  )

const Faults: FC<{ page: PageRequest; brought: Brought }> = ({ page, brought: { faults } }) => {
  const words = keptWords[page.lang]
  return (
    <section aria-labelledby="fouten">
      <h2 id="fouten">{words.faultsTitle(faults.length)}</h2>
      <p>{words.faultsWhat}</p>
      <DataTable
        lang={page.lang}
        caption={words.faultsTitle(faults.length)}
        captionUnseen
        head={words.faultAt}
        columns={[{ head: words.faultWhat }]}
        stacked
        rows={faults.map(({ at, code }) => ({ head: at, cells: [words.faults[code]] }))}
      />
    </section>
  )
}
