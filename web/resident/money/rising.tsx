import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { readAmount } from '../../../capabilities/money-help/amount.ts'
import { FIELDS, householdIn } from '../../../capabilities/money-help/household.ts'
import { type Rising, rising } from '../../../capabilities/money-help/rising.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { moneyWords } from '../../words/money.ts'
import { moneyCheckWords } from '../../words/money-check.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { type Around, aroundOf, placeShown } from '../information/around.ts'
import { ChoosePlace, rulesAround } from './check.tsx'
import { type Asked, CheckFields, faultsAbove, givenIn } from './check-form.tsx'
import { type MoneyContact, MoneyContactView, moneyContactAround } from './contact.tsx'
import { RisingView } from './rising-view.tsx'

const MORE = 'meer'
/** When somebody comes from the check, where this was not asked: two hundred euros. */
const USUAL = '200'

/** What changes when the income rises, asked of whoever wants to know before saying yes to more work. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : show(actor, page, around)
})

/** Worked out on the server, because the drawing is made there; nothing of it is kept or logged. */
export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : show(actor, page, around, page.form)
})

async function show(actor: Actor, page: PageRequest, around: Around, form?: FormData) {
  const { lang, today, isDemo } = page
  const { here } = around
  const { rules, schemes } = await rulesAround(actor, page, around)
  const given = form === undefined ? () => '' : givenIn(form)
  const asked = form === undefined ? { faults: {} } : risingAsked(given, form.has(MORE))
  const result = asked.household && rising(asked.household, rules, { day: today, isDemo, more: asked.more ?? 0 })
  const words = moneyCheckWords[lang]
  const paths = { nl: links.schemesRising({ ...here, lang: 'nl' }), en: links.schemesRising({ ...here, lang: 'en' }) }
  const names = (code: string) => schemes.get(code)?.name[lang] ?? ''
  return pageForAll(
    page,
    {
      title: moneyWords[lang].windowTitle(words.risingTitle),
      description: moneyWords[lang].risingLead,
      at: { lang, place: placeShown(around), paths },
      ...(form !== undefined && { isPrivate: true, headers: { 'Cache-Control': 'no-store' } }),
      ...(Object.keys(asked.faults).length > 0 && { status: 400 }),
    },
    <View
      {...{ page, result, names }}
      isWorkedOut={asked.household !== undefined}
      hasRules={rules.schemes.length > 0}
      asked={{
        lang,
        given: (field) => (field === MORE && !form?.has(MORE) ? USUAL : given(field)),
        faults: asked.faults,
      }}
      money={await moneyContactAround(actor, around, today)}
      places={around.municipality === undefined ? await municipalitiesKnown(actor) : []}
    />,
  )
}

/** The household with an exact income, and how much more; a band says too little to work this out. */
function risingAsked(given: Asked['given'], isMoreAsked: boolean) {
  const { household, faults: read } = householdIn((field) => (field === FIELDS.incomeBand ? '' : given(field)))
  const faults: Record<string, Refused> = { ...read }
  if (faults[FIELDS.income] === undefined && given(FIELDS.income).trim() === '')
    faults[FIELDS.income] = refuse('rising-needs-income')
  const more = readAmount(isMoreAsked ? given(MORE) : USUAL)
  if (!more.ok) faults[MORE] = more
  const isRight = household !== undefined && more.ok && Object.keys(faults).length === 0
  return { faults, ...(isRight && { household, more: more.value }) }
}

type Props = {
  page: PageRequest
  result: Rising | undefined
  names: (code: string) => string
  isWorkedOut: boolean
  hasRules: boolean
  asked: Asked
  money: MoneyContact
  places: readonly Municipality[]
}

const View: FC<Props> = ({ page, result, names, isWorkedOut, hasRules, asked, money, places }) => {
  const { here, municipality } = money.around
  const { lang } = here
  const words = moneyCheckWords[lang]
  const fault = asked.faults[MORE]
  return (
    <div class="question money-check">
      <div>
        <h1>{words.risingTitle}</h1>
        <p class="lead">{moneyWords[lang].risingLead}</p>
        {page.isDemo ? <Notice>{moneyWords[lang].exampleAmounts}</Notice> : null}
        {municipality === undefined ? (
          <ChoosePlace lang={lang} places={places} isRising />
        ) : hasRules ? (
          <>
            {isWorkedOut && result === undefined ? <Notice isNews>{words.noNorm}</Notice> : null}
            {result === undefined ? null : <RisingView lang={lang} result={result} names={names} />}
            {isWorkedOut ? <h2>{words.yourAnswers}</h2> : null}
            <form method="post" action={links.schemesRising(here)} novalidate>
              <ErrorSummary lang={lang} errors={faultsAbove(lang, asked.faults)} />
              <CheckFields {...asked} needsIncome>
                <TextField
                  name={MORE}
                  label={words.more}
                  hint={words.moreHint}
                  value={asked.given(MORE)}
                  autocomplete="off"
                  error={fault === undefined ? undefined : refusalSentence(lang, fault)}
                />
              </CheckFields>
              <Button>{words.risingButton}</Button>
            </form>
          </>
        ) : (
          <p>{words.noRules(municipality.name)}</p>
        )}
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.why}</h2>
          <p>{words.whyText}</p>
          <p>{words.kept}</p>
        </section>
        <MoneyContactView money={money} />
      </aside>
    </div>
  )
}
