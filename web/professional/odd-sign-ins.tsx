import { type OddSignIn, oddSignInsInReach } from '../../capabilities/access/odd-sign-ins/queries.ts'
import { EmptyState } from '../design/notice.tsx'
import { BackLink } from '../design/paging.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { deviceInWords } from '../words/account.ts'
import { formatMoment } from '../words/format.ts'
import { oddSignInWords } from '../words/odd-sign-ins.ts'
import type { Lang } from '../words/words.ts'

/** Peaks of failed sign-ins, odd places and odd hours of the accounts in reach. */
export const get = guarded({ may: ['list', 'sign-in'], act: 'odd-sign-in.listed' }, async (actor, page) => {
  const words = oddSignInWords[page.lang]
  const found = await oddSignInsInReach(actor)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'people' },
    <>
      <BackLink href={links.people()} label={words.back} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {found.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.title}
          captionUnseen
          head={words.when}
          columns={[{ head: words.what }, { head: words.whose }, { head: words.more }]}
          rows={found.map((one) => ({
            head: formatMoment(page.lang, one.until),
            cells: [words.kinds[one.kind], whose(page.lang, one), more(page.lang, one)],
          }))}
          stacked
        />
      )}
      <section class="stack">
        <h2>{words.todo}</h2>
        <ul>
          {Object.values(words.todos).map((todo) => (
            <li>{todo}</li>
          ))}
        </ul>
        <h2>{words.kept}</h2>
        <p>{words.keptText}</p>
      </section>
    </>,
  )
})

const DAY_MS = 24 * 60 * 60 * 1000

/** How much came since yesterday, or undefined when nothing did. */
export function newInWords({ lang, now }: PageRequest, found: readonly OddSignIn[]): string | undefined {
  const fresh = found.filter(({ until }) => now.getTime() - until.getTime() < DAY_MS).length
  return fresh === 0 ? undefined : oddSignInWords[lang].since(fresh)
}

function whose(lang: Lang, { kind, personName, organisationName, municipalityName }: OddSignIn): string {
  const words = oddSignInWords[lang]
  if (kind !== 'failed-peak' && kind !== 'many-accounts') return personName ?? words.unseen
  if (municipalityName !== null) return words.municipality(municipalityName)
  return organisationName ?? words.everyone
}

function more(lang: Lang, one: OddSignIn): string {
  const words = oddSignInWords[lang]
  switch (one.kind) {
    case 'failed-peak':
      return words.failed(one.tries, one.usual ?? 0)
    case 'many-accounts':
      return words.accounts(one.accounts ?? 0, one.tries, one.network ?? '')
    case 'many-networks':
      return words.networks(one.networks ?? 0, one.tries)
    case 'odd-hour':
    case 'new-network': {
      const device = one.device === undefined ? [] : [`${deviceInWords(lang, one.device)}.`]
      return [...device, ...(one.answer === null ? [] : [words.answers[one.answer]])].join(' ')
    }
  }
}
