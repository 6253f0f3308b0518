import type { FC } from 'hono/jsx'
import { assess, VERDICTS } from '../../../capabilities/money-help/assess.ts'
import {
  confirmationOf,
  type Difference,
  differencesOf,
  type Example,
} from '../../../capabilities/money-help/examples.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatDay, formatList } from '../../words/format.ts'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import type { Kept } from './kept.tsx'

type Props = { page: PageRequest; kept: Kept; examples: readonly Example[]; schemes: readonly Scheme[] }

/** What changes in public, for households that exist nowhere; nothing goes out before somebody says that it is right. */
export const Publishing: FC<Props> = ({ page, kept, examples, schemes }) => {
  const words = moneyKeepingWords[page.lang]
  const { municipality, rules } = kept
  if (!rules.isDraft)
    return (
      <section aria-labelledby="openbaar">
        <h3 id="openbaar">{words.publish}</h3>
        <p class="soft">{words.nothing}</p>
      </section>
    )
  const { today, isDemo } = page
  const found = differencesOf(examples, { before: rules.before, after: rules.current }, { today, isDemo })
  return (
    <section aria-labelledby="openbaar">
      <h3 id="openbaar">{words.publish}</h3>
      {found.length === 0 ? <p>{words.sameForAll}</p> : <Differences {...{ page, kept, examples, schemes, found }} />}
      <form method="post" action={links.moneyKept(municipality.id)}>
        <input type="hidden" name="_versie" value={String(rules.version)} />
        {found.length === 0 ? null : (
          <CheckboxGroup
            name="klopt"
            label={words.confirmAsk}
            choices={[{ value: confirmationOf(found), label: words.confirm }]}
          />
        )}
        <ButtonRow>
          <Button name="doe" value="openbaar">
            {words.publishButton}
          </Button>
          <Button look="plain" name="doe" value="weg" skipChecks>
            {words.drop}
          </Button>
        </ButtonRow>
      </form>
    </section>
  )
}

const Differences: FC<Props & { found: readonly Difference[] }> = ({ page, examples, schemes, found }) => {
  const { lang } = page
  const words = moneyKeepingWords[lang]
  const verdict = (one: Difference['before']) => (one === undefined ? words.gone : words.verdicts[one])
  return (
    <>
      <h4>{words.differences(found.length)}</h4>
      <p>{words.differencesLead}</p>
      <DataTable
        lang={lang}
        caption={words.differences(found.length)}
        captionUnseen
        head={words.household}
        columns={[{ head: words.scheme }, { head: words.day }, { head: words.before }, { head: words.after }]}
        stacked
        rows={found.map((one) => ({
          head: examples.find(({ code }) => code === one.example)?.name[lang] ?? '',
          cells: [
            schemes.find(({ code }) => code === one.scheme)?.name[lang] ?? one.scheme,
            formatDay(lang, one.day, 'plain'),
            verdict(one.before),
            verdict(one.after),
          ],
        }))}
      />
    </>
  )
}

/** What each example household hears today, by the values as they are being changed. */
export const Examples: FC<Props> = ({ page, kept, examples, schemes }) => {
  const { lang, today, isDemo } = page
  const words = moneyKeepingWords[lang]
  const names = (codes: readonly string[]) =>
    formatList(
      lang,
      codes.map((code) => schemes.find((scheme) => scheme.code === code)?.name[lang] ?? code),
    )
  return (
    <section aria-labelledby="voorbeelden">
      <h3 id="voorbeelden">{words.examples}</h3>
      <p class="soft">{words.examplesLead}</p>
      <DataTable
        lang={lang}
        caption={words.examples}
        captionUnseen
        head={words.household}
        columns={VERDICTS.map((verdict) => ({ head: words.verdicts[verdict] }))}
        stacked
        rows={examples.map(({ name, household }) => {
          const all = assess(household, kept.rules.current, { day: today, isDemo })
          const of = (verdict: (typeof VERDICTS)[number]) => all.filter((one) => one.verdict === verdict)
          return { head: name[lang], cells: VERDICTS.map((verdict) => names(of(verdict).map(({ scheme }) => scheme))) }
        })}
      />
    </section>
  )
}
