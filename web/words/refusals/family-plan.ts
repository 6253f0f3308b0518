import { defineRefusals } from '../refusal.ts'

export const familyPlanRefusals = defineRefusals({
  'plan-kind': {
    nl: () => 'Kies of het een doel, een actie of een afspraak is.',
    en: () => 'Choose whether it is a goal, an action or an agreement.',
  },
  'plan-empty': {
    nl: () => 'Vul in wat het doel, de actie of de afspraak is.',
    en: () => 'Fill in what the goal, action or agreement is.',
  },
  'plan-long': {
    nl: (given) =>
      `Een regel in het plan is kort: hoogstens ${given.most} tekens. Een verhaal hoort in het eigen dossier.`,
    en: (given) => `A line in the plan is short: ${given.most} characters at most. A story belongs in the own file.`,
  },
  'plan-owner': {
    nl: () => 'Kies één persoon die het doet.',
    en: () => 'Choose one person who does it.',
  },
  'plan-there-is-one': {
    nl: () => 'Dit gezin heeft al een plan, met één regisseur. Vraag de regisseur om mee te doen.',
    en: () => 'This family has a plan already, with one director. Ask the director to take part.',
  },
  'plan-not-family': {
    nl: () => 'In het plan doen alleen mensen van dit gezin mee. Kies opnieuw.',
    en: () => 'Only people of this family take part in the plan. Choose again.',
  },
})
