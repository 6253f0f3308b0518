import type { FC } from 'hono/jsx'
import type { OwnScheme } from '../../../capabilities/money-help/rules.ts'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { ownSchemeWords } from '../../words/own-schemes.ts'
import type { Kept } from './kept.tsx'

/** Own schemes as they are being changed, and those that are public and were taken out: both stand among what changes. */
export function ownOf({ rules }: Kept): readonly OwnScheme[] {
  const [now, before] = [rules.current.own ?? [], rules.before.own ?? []]
  return [...now, ...before.filter(({ code }) => !now.some((one) => one.code === code))]
}

/** The schemes that only this municipality has, with whether they can be read yet. */
export const OwnSchemes: FC<{ page: PageRequest; kept: Kept }> = ({ page, kept: { municipality, rules } }) => {
  const { lang, today } = page
  const words = ownSchemeWords[lang]
  const own = rules.current.own ?? []
  const periods = (code: string) => rules.current.schemes.filter(({ scheme }) => scheme === code).length
  return (
    <section aria-labelledby="eigen">
      <h3 id="eigen">{words.title}</h3>
      <p class="soft">{words.lead}</p>
      {own.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.title}
          captionUnseen
          head={words.scheme}
          columns={[words.values, words.reviewOn, words.change].map((head) => ({ head }))}
          stacked
          rows={own.map(({ code, name, reviewOn }) => ({
            head: name[lang],
            cells: [
              periods(code) === 0 ? words.noValues : words.hasValues(periods(code)),
              reviewOn <= today ? words.late(reviewOn) : words.reviewed(reviewOn),
              <a href={links.moneyOwn(municipality.id, code)}>
                {words.change}
                <span class="unseen"> {name[lang]}</span>
              </a>,
            ],
          }))}
        />
      )}
      <p>
        <a href={links.moneyOwn(municipality.id)}>{words.add}</a>
      </p>
    </section>
  )
}
