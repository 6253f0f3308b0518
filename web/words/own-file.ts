import { defineWords } from './words.ts'

/** A resident's own page. */
export const ownFileWords = defineWords({
  nl: {
    title: 'Mijn pagina',
    hello: (name: string) => `Dag ${name}`,
    lead: 'Hier lees je wat er over jou is opgeschreven, en wie jou helpt. De andere ouder ziet dit niet. De mensen die de andere ouder helpen ook niet.',
    childLead:
      'Hier lees je wat er over jou is opgeschreven, en wie jou helpt. Je ouders zien dit niet. De mensen die je ouders helpen ook niet.',
    helpers: 'Deze mensen helpen jou',
    reach: 'Zo bereiken we jou',
    reachWrong: 'Is dit niet veilig meer? Zeg het meteen tegen iemand die jou helpt.',
    notes: 'Wat er is opgeschreven',
    nothing: 'Er is nog niets opgeschreven dat je hier kunt lezen.',
    wrong: 'Klopt er iets niet? Zeg het tegen iemand die jou helpt. Dan komen jouw woorden erbij te staan.',
    none: 'We zien nog geen dossier van jou',
    noneWhat: 'Vraag iemand die jou helpt om je dossier aan je account te koppelen.',
    reads: 'Alleen jij en de mensen die jou helpen, lezen dit.',
  },
  en: {
    title: 'My page',
    hello: (name: string) => `Hello ${name}`,
    lead: 'Here you read what was written down about you, and who helps you. The other parent does not see this. Nor do the people who help the other parent.',
    childLead:
      'Here you read what was written down about you, and who helps you. Your parents do not see this. Nor do the people who help your parents.',
    helpers: 'These people help you',
    reach: 'How we reach you',
    reachWrong: 'Is this no longer safe? Tell somebody who helps you at once.',
    notes: 'What was written down',
    nothing: 'Nothing was written down yet that you can read here.',
    wrong: 'Is something not right? Tell somebody who helps you. Then your words are added to it.',
    none: 'We see no file of yours yet',
    noneWhat: 'Ask somebody who helps you to link your file to your account.',
    reads: 'Only you and the people who help you read this.',
  },
})
