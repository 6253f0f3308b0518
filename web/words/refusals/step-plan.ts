import { defineRefusals } from '../refusal.ts'

/** Making steps, and keeping them. */
export const stepPlanRefusals = defineRefusals({
  'step-plan-faulty': {
    nl: (given) => `In dit stappenplan zit nog iets fout: ${given.faults}. Het is niet openbaar gemaakt.`,
    en: (given) => `This step plan still has something wrong: ${given.faults}. It was not published.`,
  },
})
