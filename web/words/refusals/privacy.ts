import { defineRefusals } from '../refusal.ts'

export const privacyRefusals = defineRefusals({
  'audit-of-everyone-needed': {
    nl: () =>
      'Het logboek loopt over alle gemeenten. Alleen wie het hele platform controleert, kan de keten narekenen.',
    en: () => 'The log runs over all municipalities. Only who checks the whole platform can verify the chain.',
  },
  'audit-head-wrong': {
    nl: () =>
      'De code achter --head bestaat uit 64 cijfers en letters van a tot en met f. Neem die over van een eerdere controle.',
    en: () => 'The code after --head is 64 digits and letters from a to f. Copy it from an earlier check.',
  },
})
