import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { checkedStepPlan } from '../capabilities/step-plan/queries.ts'
import { type Answer, allow } from '../foundation/result.ts'
import { readJson } from './programme.ts'
import type { Output, Run } from './run.ts'

export function addStepPlanCommands(program: Command, run: Run): void {
  const plan = program.command('step-plan').description('stappenplannen: een bestand nakijken')
  plan
    .command('check <bestand>')
    .description('kijk een stappenplan na, ook met de voorbeeldmensen, en noem elke fout met haar plaats')
    .action((file: string) => run('step-plan.checked', async (actor) => checkPlanFile(actor, file)))
}

/** Every fault of a plan with its place; a plan without faults is named with how many people it was tried on. */
export function checkPlanFile(actor: Actor, file: string): Answer<Output> {
  const json = readJson(file)
  if (!json.ok) return json
  const checked = checkedStepPlan(actor, json.value)
  if (!checked.ok) return checked
  const { code, version, steps, examples } = checked.value
  return allow({
    json: { code, version, steps: steps.length, examples: examples.length },
    text: `${code} versie ${version}: ${steps.length} stappen, en ${examples.length} voorbeeldmensen krijgen wat er staat.`,
  })
}
