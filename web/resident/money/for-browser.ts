import type { MunicipalRules } from '../../../capabilities/money-help/rules.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import { type Here, links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { moneyCheckWords } from '../../words/money-check.ts'
import { moneyReasonWords } from '../../words/money-reasons.ts'
import { refusalSentence } from '../../words/refusals.ts'

type Given = {
  readonly here: Here
  readonly rules: MunicipalRules
  readonly schemes: ReadonlyMap<string, Scheme>
  readonly page: Pick<PageRequest, 'today' | 'isDemo'>
}

/** Everything that can be wrong with an answer of the check, by code. */
const REASONS = [
  ...['answer-not-chosen', 'answer-not-offered', 'amount-unreadable', 'amount-below-nothing', 'amount-too-large'],
  ...['children-no-ages', 'children-too-many'],
]

/** What the check needs to work out in the browser: public values and sentences, nothing of anybody. */
export function forBrowser({ here, rules, schemes, page }: Given) {
  const { lang } = here
  const { resultLead, resultNone } = moneyCheckWords[lang]
  return {
    ...{ lang, rules, day: page.today, isDemo: page.isDemo, sentences: moneyReasonWords[lang] },
    words: { resultLead, resultNone },
    refusals: Object.fromEntries(
      REASONS.map((reason) => [reason, refusalSentence(lang, { ok: false, reason, with: { most: 15 } })]),
    ),
    schemes: Object.fromEntries(
      [...schemes].map(([code, { name }]) => [code, { name: name[lang], href: links.scheme(here, code) }]),
    ),
  }
}
