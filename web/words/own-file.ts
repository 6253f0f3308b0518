import { defineWords } from './words.ts'

/** A resident's own page. */
export const ownFileWords = defineWords({
  nl: {
    title: 'Mijn pagina',
    hello: (name: string) => `Dag ${name}`,
    lead: 'Hier lees je wat er over jou is opgeschreven, en wie met jou meewerkt. De andere ouder ziet dit niet, en wie de andere ouder helpt ook niet.',
    childLead:
      'Hier lees je wat er over jou is opgeschreven, en wie met jou meewerkt. Je ouders zien dit niet, en wie je ouders helpt ook niet.',
    helpers: 'Deze mensen helpen jou',
    reach: 'Zo bereiken we jou',
    reachWrong: 'Kan het zo niet meer veilig? Zeg het meteen tegen degene die je helpt.',
    notes: 'Wat er is opgeschreven',
    nothing: 'Er is nog niets opgeschreven dat je hier kunt lezen.',
    wrong: 'Klopt er iets niet? Zeg het tegen degene die je helpt. Die zet jouw woorden erbij.',
    none: 'Er is nog geen dossier dat bij jouw inlog hoort',
    noneWhat: 'Vraag degene die je helpt om je inlog te koppelen.',
    reads: 'Dit lezen jij en wie jou helpt.',
  },
  en: {
    title: 'My page',
    hello: (name: string) => `Hello ${name}`,
    lead: 'Here you read what was written down about you, and who works with you. The other parent does not see this, nor does whoever helps the other parent.',
    childLead:
      'Here you read what was written down about you, and who works with you. Your parents do not see this, nor does whoever helps your parents.',
    helpers: 'These people help you',
    reach: 'How we reach you',
    reachWrong: 'Is this no longer safe? Tell whoever helps you at once.',
    notes: 'What was written down',
    nothing: 'Nothing was written down yet that you can read here.',
    wrong: 'Is something not right? Tell whoever helps you. They add your words to it.',
    none: 'There is no file yet that belongs to your sign-in',
    noneWhat: 'Ask whoever helps you to link your sign-in.',
    reads: 'You and whoever helps you read this.',
  },
})
