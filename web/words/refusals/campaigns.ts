import { defineRefusals } from '../refusal.ts'

/** Campaigns with a short address. */
export const campaignRefusals = defineRefusals({
  'campaign-code-wrong': {
    nl: () => 'Schrijf het korte adres met kleine letters, cijfers en streepjes: minstens 2 tekens en hoogstens 30.',
    en: () => 'Write the short address with small letters, figures and hyphens: at least 2 signs and at most 30.',
  },
  'campaign-code-taken': {
    nl: () => 'Dit korte adres is al van een andere campagne. Kies een ander adres.',
    en: () => 'This short address belongs to another campaign already. Choose another one.',
  },
  'campaign-page-absent': {
    nl: () => 'Deze pagina staat daar nu niet op de site. Kies een andere pagina of een andere plaats.',
    en: () => 'This page is not on the site there now. Choose another page or another place.',
  },
})
