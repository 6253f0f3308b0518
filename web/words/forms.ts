import { formatMoment } from './format.ts'
import { defineWords } from './words.ts'

/** The words around every form that the engine asks. */
export const formWords = defineWords({
  nl: {
    next: 'Verder',
    back: 'Terug',
    skip: 'Sla deze vraag over',
    why: 'Waarom we dit vragen',
    kept: 'Wat er met je antwoord gebeurt',
    optional: '(hoeft niet)',
    choose: 'Kies een plaats',
    yes: 'Ja',
    no: 'Nee',
    unknown: 'Weet ik niet',
    change: 'Verander',
    changeWhat: (question: string) => `Verander je antwoord op: ${question}`,
    nothing: 'Niets ingevuld',
    onlyWhen: (answer: string) => `Alleen bij: ${answer}.`,
    draftTitle: 'Dit typte je eerder',
    draft: (savedAt: Date) =>
      `Je sessie eindigde op ${formatMoment('nl', savedAt)} terwijl je typte. Je tekst staat er weer, maar is nog niet bewaard. Alleen jij ziet dit.`,
    draftDrop: 'Gooi het weg en begin leeg',
  },
  en: {
    next: 'Go on',
    back: 'Back',
    skip: 'Skip this question',
    why: 'Why we ask this',
    kept: 'What happens with your answer',
    optional: '(not needed)',
    choose: 'Choose a place',
    yes: 'Yes',
    no: 'No',
    unknown: 'I do not know',
    change: 'Change',
    changeWhat: (question: string) => `Change your answer to: ${question}`,
    nothing: 'Nothing filled in',
    onlyWhen: (answer: string) => `Only with: ${answer}.`,
    draftTitle: 'You typed this before',
    draft: (savedAt: Date) =>
      `Your session ended on ${formatMoment('en', savedAt)} while you were typing. Your text is here again, but not saved yet. Only you see this.`,
    draftDrop: 'Throw it away and start empty',
  },
})
