import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { assess } from '../../../capabilities/money-help/assess.ts'
import { householdIn } from '../../../capabilities/money-help/household.ts'
import { publicRules, schemesShown } from '../../../capabilities/money-help/queries.ts'
import { type MunicipalRules, NO_RULES } from '../../../capabilities/money-help/rules.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import { tellAll } from '../../../capabilities/money-help/told.ts'
import { day } from '../../../foundation/day.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { formatDay, formatMoney } from '../../words/format.ts'
import { moneyWords } from '../../words/money.ts'
import { moneyCheckWords } from '../../words/money-check.ts'
import { moneyReasonWords } from '../../words/money-reasons.ts'
import type { Lang } from '../../words/words.ts'
import { type Around, aroundOf, placeShown } from '../information/around.ts'
import { Chance, Chances, type Result, ToRising } from './chances.tsx'
import { type Asked, CheckFields, faultsAbove, givenIn } from './check-form.tsx'
import { type MoneyContact, MoneyContactView, moneyContactAround } from './contact.tsx'
import { forBrowser } from './for-browser.ts'

/** The quick check: the same for everyone until it is filled in, and then worked out in the browser. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : show(actor, page, around)
})

/** Without script it is worked out here: what is asked was posted, and nothing of it is kept or logged. */
export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : show(actor, page, around, page.form)
})

/** The rules of this place with the schemes that may be read there; none where no municipality was chosen. */
export async function rulesAround(actor: Actor, page: PageRequest, { municipality }: Around) {
  const { today, isDemo } = page
  if (municipality === undefined) return { rules: NO_RULES, schemes: new Map<string, Scheme>() }
  const shown = await schemesShown(actor, { municipalityId: municipality.id, today, isDemo })
  const schemes = new Map(shown.map(({ scheme }) => [scheme.code, scheme]))
  const all = await publicRules(actor, municipality.id)
  return { rules: { norms: all.norms, schemes: all.schemes.filter(({ scheme }) => schemes.has(scheme)) }, schemes }
}

/** Amounts and days as the page writes them. */
export const writtenIn = (lang: Lang) => ({
  amount: (cents: number) => formatMoney(lang, cents),
  day: (text: string) => formatDay(lang, day(text), 'plain'),
})

async function show(actor: Actor, page: PageRequest, around: Around, form?: FormData) {
  const { lang, today, isDemo } = page
  const { here } = around
  const { rules, schemes } = await rulesAround(actor, page, around)
  const given = form === undefined ? () => '' : givenIn(form)
  const { household, faults } = form === undefined ? { household: undefined, faults: {} } : householdIn(given)
  const result = household && {
    schemes,
    told: tellAll(assess(household, rules, { day: today, isDemo }), moneyReasonWords[lang], writtenIn(lang)),
  }
  const words = moneyCheckWords[lang]
  const paths = { nl: links.schemesCheck({ ...here, lang: 'nl' }), en: links.schemesCheck({ ...here, lang: 'en' }) }
  return pageForAll(
    page,
    {
      title: moneyWords[lang].windowTitle(words.title),
      description: words.lead,
      at: { lang, place: placeShown(around), paths },
      ...(form !== undefined && { isPrivate: true, headers: { 'Cache-Control': 'no-store' } }),
      ...(Object.keys(faults).length > 0 && { status: 400 }),
      moreScript: 'money-check.js',
    },
    <CheckView
      {...{ page, rules, schemes, result }}
      asked={{ lang, given, faults }}
      money={await moneyContactAround(actor, around, today)}
      places={around.municipality === undefined ? await municipalitiesKnown(actor) : []}
    />,
  )
}

type View = {
  page: PageRequest
  rules: MunicipalRules
  schemes: ReadonlyMap<string, Scheme>
  result: Result | undefined
  asked: Asked
  money: MoneyContact
  places: readonly Municipality[]
}

const CheckView: FC<View> = (props) => {
  const { page, rules, schemes, result, asked, money, places } = props
  const { here, municipality } = money.around
  const { lang } = here
  const words = moneyCheckWords[lang]
  return (
    <div class="question money-check">
      <div>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {page.isDemo ? <Notice>{moneyWords[lang].exampleAmounts}</Notice> : null}
        {municipality === undefined ? (
          <ChoosePlace lang={lang} places={places} />
        ) : rules.schemes.length === 0 ? (
          <p>{words.noRules(municipality.name)}</p>
        ) : (
          <money-check data-given={JSON.stringify(forBrowser({ here, rules, schemes, page }))}>
            <Chances here={here} result={result} money={money} />
            <template data-chance>
              <Chance here={here} scheme={undefined} />
            </template>
            {result === undefined ? null : <h2>{words.yourAnswers}</h2>}
            <form method="post" action={links.schemesCheck(here)} novalidate>
              <ErrorSummary lang={lang} errors={faultsAbove(lang, asked.faults)} />
              <CheckFields {...asked} />
              <Button>{words.button}</Button>
              <ToRising here={here} />
            </form>
          </money-check>
        )}
      </div>
      <aside class="margin-note">
        <section>
          <h2>{words.why}</h2>
          <p>{words.whyText}</p>
          <p data-without-script>{words.kept}</p>
          <p data-with-script hidden>
            {words.keptInPage}
          </p>
        </section>
        <MoneyContactView money={money} />
      </aside>
    </div>
  )
}

/** Every municipality has limits of its own, so this comes first. */
export const ChoosePlace: FC<{ lang: Lang; places: readonly Municipality[]; isRising?: boolean }> = (props) => {
  const { lang, places, isRising } = props
  const words = moneyCheckWords[lang]
  const to = isRising === true ? links.schemesRising : links.schemesCheck
  return (
    <section>
      <h2>{words.choosePlace}</h2>
      <p>{words.choosePlaceText}</p>
      <ul class="place-list">
        {places.map(({ slug, name }) => (
          <li>
            <a href={to({ lang, place: slug })}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
