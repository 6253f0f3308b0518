import type { FC } from 'hono/jsx'
import { publicRules, type SchemeShown, schemesShown } from '../../../capabilities/money-help/queries.ts'
import {
  type AskedOn,
  incomeLimit,
  type Norms,
  type SchemeRule,
  valueOn,
  whyNot,
} from '../../../capabilities/money-help/rules.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import { LinkButton } from '../../design/button.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { formatMoney } from '../../words/format.ts'
import { moneyWords } from '../../words/money.ts'
import type { Lang } from '../../words/words.ts'
import { aroundOf, placeShown } from '../information/around.ts'
import { SourceList } from '../information/sources.tsx'
import { type MoneyContact, MoneyContactView, moneyContactAround } from './contact.tsx'

/** One scheme: for whom, how to apply, who helps; and the amounts of the municipality as far as they hold today. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { lang, today, isDemo } = page
  const { here, place } = around
  const { code = '' } = page.params
  const { municipalityId } = place
  const shown = (await schemesShown(actor, { municipalityId, today, isDemo })).find((one) => one.scheme.code === code)
  if (shown === undefined) return notFound()
  const rules = municipalityId === null ? undefined : await publicRules(actor, municipalityId)
  const money = await moneyContactAround(actor, around, today)
  const words = moneyWords[lang]
  const pathsIn = (slug: string | undefined) => ({
    nl: links.scheme({ lang: 'nl', place: slug }, code),
    en: links.scheme({ lang: 'en', place: slug }, code),
  })
  return pageForAll(
    page,
    {
      title: words.windowTitle(shown.scheme.name[lang]),
      description: shown.scheme.summary[lang],
      at: {
        ...{ lang, place: placeShown(around), paths: pathsIn(here.place) },
        counts: pathsIn(shown.rule === undefined ? undefined : here.place),
      },
    },
    <SchemeView
      shown={shown}
      norms={valueOn(rules?.norms ?? [], today)}
      money={money}
      asked={{ day: today, isDemo }}
    />,
  )
})

type View = { shown: SchemeShown; norms: Norms | undefined; money: MoneyContact; asked: AskedOn }

const SchemeView: FC<View> = (props) => {
  const { shown, money, asked } = props
  const { scheme, rule } = shown
  const { here, municipality } = money.around
  const { lang } = here
  const words = moneyWords[lang]
  const applyHere = rule?.applyHere[lang] ?? ''
  return (
    <article itemscope itemtype="https://schema.org/GovernmentService">
      <meta itemProp="areaServed" content={municipality?.name ?? words.everywhere} />
      <link itemProp="url" href={links.scheme(here, scheme.code)} />
      <header class="page-head">
        <h1 itemprop="name">{scheme.name[lang]}</h1>
        <p class="lead" itemprop="description">
          {scheme.summary[lang]}
        </p>
        {asked.isDemo ? (
          <Notice>{scheme.status === 'unverified' ? words.uncertainText : words.exampleAmounts}</Notice>
        ) : null}
      </header>
      <div class="beside">
        <div>
          <Part title={words.forWhom} texts={scheme.forWhom} lang={lang} />
          <section class="part">
            <header>
              <h2>{municipality === undefined ? words.income : words.here(municipality.name)}</h2>
            </header>
            <div class="prose">
              <Amounts {...props} />
              <p>
                <LinkButton href={links.schemesCheck(here)}>{words.checkLink}</LinkButton>
              </p>
            </div>
          </section>
          <Part title={words.gives} texts={scheme.gives} lang={lang} />
          <section class="part">
            <header>
              <h2>{municipality === undefined ? words.apply : words.applyIn(municipality.name)}</h2>
            </header>
            <div class="prose">
              {applyHere === '' ? null : (
                <p>
                  <strong>{applyHere}</strong>
                </p>
              )}
              {scheme.apply.map((text) => (
                <p>{text[lang]}</p>
              ))}
              {municipality === undefined ? null : (
                <p>
                  <a href="#geldhulp">{words.contactIn(municipality.name)}</a>
                </p>
              )}
              {scheme.bring.length === 0 ? null : <Bring scheme={scheme} lang={lang} />}
            </div>
          </section>
          <Part title={words.goodToKnow} texts={[...scheme.goodToKnow]} lang={lang} last={words.decides} />
          <Sources scheme={scheme} lang={lang} />
          <p>
            <a href={links.schemes(here)}>{words.otherSchemes}</a>
          </p>
        </div>
        <aside class="local-help">
          <MoneyContactView money={money} />
        </aside>
      </div>
    </article>
  )
}

const Bring: FC<{ scheme: Scheme; lang: Lang }> = ({ scheme, lang }) => (
  <>
    <h3>{moneyWords[lang].bring}</h3>
    <ul>
      {scheme.bring.map((text) => (
        <li>{text[lang]}</li>
      ))}
    </ul>
  </>
)

const Part: FC<{ title: string; texts: Scheme['gives']; lang: Lang; last?: string }> = ({
  title,
  texts,
  lang,
  last,
}) => (
  <section class="part">
    <header>
      <h2>{title}</h2>
    </header>
    <div class="prose">
      {texts.map((text) => (
        <p>{text[lang]}</p>
      ))}
      {last === undefined ? null : <p>{last}</p>}
    </div>
  </section>
)

/** The amounts of the municipality; never one that does not hold today, but that it is not known. */
const Amounts: FC<View> = ({ shown: { rule }, norms, money, asked }) => {
  const { here, municipality } = money.around
  const words = moneyWords[here.lang]
  if (municipality === undefined)
    return (
      <p>
        {words.chooseText} <a href={links.choosePlace(here.lang)}>{words.choose}</a>
      </p>
    )
  if (rule === undefined) return <p>{words.unknownHere(municipality.name)}</p>
  const why = whyNot(rule, asked)
  if (why === 'value-expired') return <Notice>{words.expired(rule.validUntil)}</Notice>
  if (why === 'value-not-yet') return <Notice>{words.notYet(rule.validFrom)}</Notice>
  if (why === 'value-unverified') return <Notice>{words.unverified}</Notice>
  return (
    <RuleFacts
      rule={rule}
      norms={norms !== undefined && whyNot(norms, asked) === undefined ? norms : undefined}
      lang={here.lang}
    />
  )
}

const RuleFacts: FC<{ rule: SchemeRule; norms: Norms | undefined; lang: Lang }> = ({ rule, norms, lang }) => {
  const words = moneyWords[lang]
  const { means, children, gives } = rule
  const per = gives && { household: words.perHousehold, adult: words.perAdult, child: words.perChild }[gives.per]
  return (
    <Facts
      facts={[
        { term: words.income, value: <Income rule={rule} norms={norms} lang={lang} /> },
        {
          term: words.means,
          value:
            means === null ? (
              words.notLooked
            ) : (
              <>
                {words.meansSingle(means.single)}
                <br />
                {words.meansFamily(means.family)}
              </>
            ),
        },
        { term: words.children, value: children && words.childrenAges(children.from, children.to) },
        { term: words.amount, value: gives && per && `${formatMoney(lang, gives.cents)} ${per[gives.period]}` },
        { term: words.valid, value: words.validBetween(rule.validFrom, rule.validUntil) },
        { term: words.source, value: words.valueSource(rule.source, rule.checkedOn) },
      ]}
    />
  )
}

/** The limit in euros for the two households that most people are; the percentage alone says little. */
const Income: FC<{ rule: SchemeRule; norms: Norms | undefined; lang: Lang }> = ({ rule, norms, lang }) => {
  const words = moneyWords[lang]
  const { incomePercent, withHolidayPay } = rule
  if (incomePercent === null) return <>{words.notLooked}</>
  const limit = (living: 'alone' | 'partner', known: Norms) =>
    incomeLimit({ age: 'middle', living }, known, incomePercent)
  return (
    <>
      {norms === undefined ? (
        words.normUnknown
      ) : (
        <>
          {words.incomeAlone(limit('alone', norms))}
          <br />
          {words.incomeCouple(limit('partner', norms))}
        </>
      )}
      <br />
      <span class="small soft">
        {words.incomePercent(incomePercent)}. {withHolidayPay ? words.withHoliday : words.withoutHoliday}
      </span>
    </>
  )
}

const Sources: FC<{ scheme: Scheme; lang: Lang }> = ({ scheme, lang }) => {
  const words = moneyWords[lang]
  return (
    <section class="part">
      <header>
        <h2>{words.sources}</h2>
      </header>
      <div class="prose small">
        {scheme.sources.length === 0 ? <p>{words.uncertainText}</p> : null}
        <SourceList lang={lang} sources={scheme.sources} />
        <p>{words.reviewOn(scheme.reviewOn)}</p>
      </div>
    </section>
  )
}
