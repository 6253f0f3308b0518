import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { dropRule, keepRule } from '../../../capabilities/money-help/actions.ts'
import { withOwn } from '../../../capabilities/money-help/own-scheme.ts'
import { schemesKnown } from '../../../capabilities/money-help/queries.ts'
import { NO_RULES, type SchemeRule } from '../../../capabilities/money-help/rules.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { DatedFields, type Kept, keptAt, Refusals, toldIn, versionIn } from './kept.tsx'
import { RuleFields } from './rule-fields.tsx'

export const get = guarded({ may: ['change', 'page'], act: 'money.read' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  const scheme = schemeAt(actor, page, kept)
  return kept === undefined || scheme === undefined ? notFound() : show(actor, page, { kept, scheme })
})

export const post = guarded({ may: ['change', 'page'], act: 'money.changed' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  const scheme = schemeAt(actor, page, kept)
  if (kept === undefined || scheme === undefined) return notFound()
  const { id } = kept.municipality
  const version = versionIn(page)
  const from = page.query.get('vanaf') ?? undefined
  const done =
    page.form.get('doe') === 'weg'
      ? await dropRule(actor, id, { scheme: scheme.code, validFrom: from ?? '', version })
      : await keepRule(actor, id, scheme.code, toldIn(page), { version, today: page.today, replaces: from })
  if (done.ok) return redirect(links.moneyKept(id, 'gedaan=ja'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, { kept, scheme }, done)
})

const schemeAt = (actor: Actor, page: PageRequest, kept: Kept | undefined): Scheme | undefined =>
  withOwn(schemesKnown(actor), kept?.rules.current ?? NO_RULES).find(({ code }) => code === page.params.scheme)

function show(actor: Actor, page: PageRequest, { kept, scheme }: { kept: Kept; scheme: Scheme }, refused?: Refused) {
  const words = moneyKeepingWords[page.lang]
  const { municipality, rules } = kept
  const from = page.query.get('vanaf')
  const stored = rules.current.schemes.find((rule) => rule.scheme === scheme.code && rule.validFrom === from)
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const name = scheme.name[page.lang]
  const action = links.moneyRule(municipality.id, scheme.code, stored?.validFrom)
  return workPage(
    page,
    actor,
    { title: name, active: 'schemes', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <p>
        <a href={links.moneyKept(municipality.id)}>{words.back}</a>
      </p>
      <h1>{words.changing(name)}</h1>
      <p class="soft">
        {municipality.name}. {scheme.summary[page.lang]}
      </p>
      <Refusals page={page} refused={refused} />
      <form class="compact" method="post" action={action} novalidate>
        <input type="hidden" name="_versie" value={String(rules.version)} />
        <RuleFields page={page} refused={refused} stored={stored} />
        <DatedFields page={page} refused={refused} stored={stored} />
        <Button>{words.save}</Button>
      </form>
      {stored === undefined ? null : (
        <p>
          <a href={links.moneyRule(municipality.id, scheme.code)}>{words.addPeriod}</a>
        </p>
      )}
      <TakeAway page={page} stored={stored} version={rules.version} action={action} />
    </>,
  )
}

type Away = { page: PageRequest; stored: SchemeRule | undefined; version: number; action: string }

const TakeAway: FC<Away> = ({ page, stored, version, action }) => {
  const words = moneyKeepingWords[page.lang]
  if (stored === undefined) return null
  return (
    <form method="post" action={action}>
      <input type="hidden" name="_versie" value={String(version)} />
      <p class="small soft">{words.removeHint}</p>
      <Button look="plain" name="doe" value="weg">
        {words.remove}
      </Button>
    </form>
  )
}
