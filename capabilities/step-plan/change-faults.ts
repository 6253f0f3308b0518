import type { StepPlan } from './definition.ts'
import type { PlanFault } from './faults.ts'

/** What is wrong with the buttons for a change in a life: one that changes nothing, or that answers as nobody can. */
export const changeFaults = (plan: Pick<StepPlan, 'changes' | 'questions'>): PlanFault[] =>
  plan.changes.flatMap(({ code, set }): PlanFault[] => {
    const at = { part: 'changes', code } as const
    const asked = Object.entries(set)
    if (asked.length === 0) return [{ ...at, field: 'set/nieuw', why: 'plan-change-nothing' }]
    return asked.flatMap(([question, answer]): PlanFault[] => {
      const field = `set/${question}`
      const isMany = plan.questions.find((one) => one.code === question)?.type === 'many'
      if (answer.length === 0) return [{ ...at, field, why: 'plan-too-few' }]
      return isMany === Array.isArray(answer) ? [] : [{ ...at, field, why: 'plan-set-kind', with: { question } }]
    })
  })
