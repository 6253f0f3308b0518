import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../../capabilities/money-help/assess.ts'
import { FIELDS, householdIn } from '../../capabilities/money-help/household.ts'
import { tellAll } from '../../capabilities/money-help/told.ts'
import { anyHousehold, anyRule, IN_TIME, norms } from '../../tests/support/households.ts'
import { moneyReasonWords } from '../words/money-reasons.ts'

/** The files that the element brings into the browser, put together as they are there. */
const inBrowser = async (): Promise<{
  assess: typeof assess
  tellAll: typeof tellAll
  householdIn: typeof householdIn
}> => {
  const contents = ['assess', 'told', 'household'].map((name) => `export * from './${name}.ts'`).join('\n')
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: 'capabilities/money-help', loader: 'ts' },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: ['chrome109', 'firefox115', 'safari16'] },
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`)
}

const asked = { day: IN_TIME, isDemo: false }
const written = { amount: (cents: number) => `EUR ${cents}`, day: (day: string) => day }
const sentences = moneyReasonWords.nl

test('[R-130] the browser says of any household by any rules what the server says, word for word', async () => {
  const browser = await inBrowser()
  const rules = fc.array(anyRule, { maxLength: 6 })
  fc.assert(
    fc.property(anyHousehold, rules, fc.constantFrom('2025-09-01', '2026-01-01'), (household, all, day) => {
      const schemes = all.map((rule, at) => ({ ...rule, scheme: `s-${at}` }))
      const of = (code: Pick<typeof browser, 'assess' | 'tellAll'>) => {
        const on = { ...asked, day: day as typeof asked.day } // a day by its form
        return code.tellAll(code.assess(household, { norms: [norms()], schemes }, on), sentences, written)
      }
      expect(of(browser)).toEqual(of({ assess, tellAll }))
    }),
  )
})

test('the browser reads what was typed as the server does', async () => {
  const browser = await inBrowser()
  const typed = fc.oneof(
    fc.string(),
    fc.constantFrom('middle', 'alone', 'rent', '1.234,50', '4, 9', '1500-1750', '-1', ''),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.values(FIELDS)), typed), (given) => {
      const field = (name: string) => given[name] ?? ''
      expect(browser.householdIn(field)).toEqual(householdIn(field))
    }),
  )
})

test('every reason that there is has a sentence in both languages, and no sentence is left with a gap', () => {
  fc.assert(
    fc.property(
      anyHousehold,
      anyRule,
      fc.constantFrom('2024-12-31', '2025-09-01', '2026-01-01'),
      (household, rule, day) => {
        const on = { day: day as typeof asked.day, isDemo: false } // a day by its form
        for (const norm of [[norms()], [], [norms({ status: 'unverified' })]])
          for (const lang of ['nl', 'en'] as const) {
            const told = tellAll(
              assess(household, { norms: norm, schemes: [rule] }, on),
              moneyReasonWords[lang],
              written,
            )
            for (const text of told.flatMap(({ says, because, change }) => [says, ...because, ...change]))
              expect(text).toMatch(/^[^{}]{3,}$/)
          }
      },
    ),
  )
})
