import { readFileSync } from 'node:fs'
import { type IRuleResult, Ruleset, type RulesetDefinition, Spectral } from '@stoplight/spectral-core'
import * as functions from '@stoplight/spectral-functions'
import { Yaml } from '@stoplight/spectral-parsers'
import { oas } from '@stoplight/spectral-rulesets'

export type AdrVersion = '2.1.0' | '2.2'

type Written = {
  readonly extends: 'spectral:oas' | readonly (readonly ['spectral:oas', 'off'])[]
  readonly rules: Readonly<Record<string, string | { readonly then?: { readonly function?: string } }>>
}

/** The rules of the standard as they stand in their file, with the functions that they name. */
function rulesOf(version: AdrVersion): Ruleset {
  const text = readFileSync(`tests/standards/adr/adr-${version}-linter.yaml`, 'utf8')
  const written = Yaml.parse(text).data as Written // a copy in this repository
  const known: Readonly<Record<string, unknown>> = functions
  const rules = Object.entries(written.rules).map(([name, rule]) => {
    if (typeof rule === 'string' || rule.then?.function === undefined) return [name, rule]
    const called = known[rule.then.function]
    if (called === undefined) throw new Error(`no such function: ${rule.then.function}`)
    // Rules of Spectral say what follows under this very name.
    // biome-ignore lint/suspicious/noThenProperty: as above
    return [name, { ...rule, then: { ...rule.then, function: called } }]
  })
  const base = typeof written.extends === 'string' ? oas : [[oas, 'off']]
  return new Ruleset({ extends: base, rules: Object.fromEntries(rules) } as RulesetDefinition) // checked by the class itself
}

/** What the rules find in a description, as `rule path: message`; warnings count as well. */
export async function lint(version: AdrVersion, description: unknown): Promise<string[]> {
  const spectral = new Spectral()
  spectral.setRuleset(rulesOf(version))
  const found: IRuleResult[] = await spectral.run(JSON.stringify(description))
  return found.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`)
}
