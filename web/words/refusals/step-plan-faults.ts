import { defineRefusals } from '../refusal.ts'

/** What can be wrong in a step plan. Each sentence stands at its field; questions, answers, steps and pages carry their names. */
export const stepPlanFaults = defineRefusals({
  'plan-text-empty': { nl: () => 'Vul deze tekst in.', en: () => 'Fill in this text.' },
  'plan-text-long': {
    nl: (given) => `Dit is te lang. Er passen ${given.most} tekens in.`,
    en: (given) => `This is too long. There is room for ${given.most} characters.`,
  },
  'plan-too-few': {
    nl: () => 'Hier ontbreekt iets. Kies of vul minstens één ding in.',
    en: () => 'Something is missing here. Choose or fill in at least one thing.',
  },
  'plan-too-many': {
    nl: (given) => `Dit is te veel. Er mogen er hoogstens ${given.most}.`,
    en: (given) => `This is too much. There may be ${given.most} at most.`,
  },
  'plan-shape': {
    nl: () => 'Hier klopt iets niet. Vul het opnieuw in.',
    en: () => 'Something is not right here. Fill it in anew.',
  },
  'plan-twice': { nl: () => 'Dit staat er twee keer.', en: () => 'This stands here twice.' },
  'plan-form': {
    nl: () => 'Deze vraag kan zo niet gesteld worden. Kijk naar de antwoorden en naar de volgorde van de vragen.',
    en: () => 'This question cannot be asked like this. Look at the answers and at the order of the questions.',
  },
  'plan-question-unknown': {
    nl: (given) => `De vraag ‘${given.question}’ is er niet meer. Haal deze voorwaarde weg.`,
    en: (given) => `The question ‘${given.question}’ is no longer there. Take this condition away.`,
  },
  'plan-answer-unknown': {
    nl: (given) => `Het antwoord ‘${given.answer}’ op ‘${given.question}’ is er niet meer. Kies een ander antwoord.`,
    en: (given) => `The answer ‘${given.answer}’ to ‘${given.question}’ is no longer there. Choose another answer.`,
  },
  'plan-questions-many': {
    nl: (given) =>
      `Iemand krijgt nu ${given.found} vragen. Meer dan ${given.most} is te veel. Haal een vraag weg, of stel deze vraag aan minder mensen.`,
    en: (given) =>
      `Somebody gets ${given.found} questions now. More than ${given.most} is too many. Take a question away, or ask this one of fewer people.`,
  },
  'plan-condition-later': {
    nl: (given) =>
      `De vraag ‘${given.question}’ komt pas na deze. Zet die vraag hoger, of maak deze vraag afhankelijk van een andere.`,
    en: (given) =>
      `The question ‘${given.question}’ comes after this one. Put that question higher, or let this one depend on another.`,
  },
  'plan-tangled': {
    nl: () => 'Deze voorwaarden kijken naar zo veel vragen dat we ze niet kunnen nakijken. Maak ze eenvoudiger.',
    en: () => 'These conditions look at so many questions that we cannot check them. Make them simpler.',
  },
  'plan-page-unknown': {
    nl: (given) => `De pagina ‘${given.page}’ is er niet. Kies een andere.`,
    en: (given) => `The page ‘${given.page}’ is not there. Choose another one.`,
  },
  'plan-fact-unknown': {
    nl: (given) => `Het feit ‘${given.fact}’ kennen we niet. Kijk in de lijst met feiten hieronder.`,
    en: (given) => `We do not know the fact ‘${given.fact}’. See the list of facts below.`,
  },
  'plan-programme-unknown': {
    nl: () => 'Dit programma is er niet. Kies een ander.',
    en: () => 'This programme is not there. Choose another one.',
  },
  'plan-nobody': {
    nl: () => 'Niemand krijgt deze stap. Kies voor wie hij is.',
    en: () => 'Nobody gets this step. Choose for whom it is.',
  },
  'plan-unasked': {
    nl: () =>
      'Niemand krijgt deze stap: hij kijkt naar een vraag die deze mensen niet krijgen. Kijk wie welke vraag krijgt.',
    en: () =>
      'Nobody gets this step: it looks at a question that these people are not asked. See who is asked which question.',
  },
  'plan-joint-afraid': {
    nl: () => 'Wie bang is, krijgt nooit een stap die je samen doet. Maak van ‘samen’ geen stap voor wie bang is.',
    en: () => 'Whoever is afraid never gets a step that is done together. Make ‘together’ no step for who is afraid.',
  },
  'plan-both-routes': {
    nl: () =>
      'Zeg in elke groep of deze stap is voor wie bang is, of juist niet. Eén stap is nooit voor allebei. Zo blijft de weg van wie bang is veilig.',
    en: () =>
      'Say in each group whether this step is for who is afraid, or is not. One step is never for both. That keeps the route of who is afraid safe.',
  },
  'plan-page-tells': {
    nl: (given) =>
      `De naam van de pagina ‘${given.page}’ blijft in de browser staan en vertelt te veel. Kies voor wie bang is een andere.`,
    en: (given) =>
      `The name of the page ‘${given.page}’ stays in the browser and tells too much. Choose another one for who is afraid.`,
  },
  'plan-meet': {
    nl: (given) =>
      `Iemand krijgt deze stappen tegelijk, en hoogstens één mag: ${given.steps}. Verander de voorwaarden.`,
    en: (given) =>
      `Somebody gets these steps at once, and only one may be there: ${given.steps}. Change the conditions.`,
  },
  'plan-safety-now': {
    nl: (given) => `Het antwoord ‘${given.answer}’ zegt gevaar, maar geen angst.`,
    en: (given) => `The answer ‘${given.answer}’ says danger, but no fear.`,
  },
  'plan-safety-first': {
    nl: (given) => `De vraag ‘${given.question}’ komt altijd als eerste, bij iedereen. Zet hem bovenaan.`,
    en: (given) => `The question ‘${given.question}’ always comes first, for everybody. Put it on top.`,
  },
  'plan-safety-left': {
    nl: (given) =>
      `Wie ‘${given.answer}’ antwoordt, moet altijd een stap voor deze week krijgen. Nu kan die ontbreken.`,
    en: (given) => `Whoever answers ‘${given.answer}’ must always get a step for this week. Now it can be missing.`,
  },
  'plan-safety-example': {
    nl: (given) => `Er is geen voorbeeldpersoon die ‘${given.answer}’ antwoordt. Voeg er een toe.`,
    en: (given) => `There is no example person who answers ‘${given.answer}’. Add one.`,
  },
  'plan-safety-button': {
    nl: () => 'Bij de stappen moet een knop staan waarmee iedereen kan zeggen: ik ben bang. Die ontbreekt nu.',
    en: () => 'Beside the steps there must be a button with which everybody can say: I am afraid. Now it is missing.',
  },
  'plan-change-nothing': {
    nl: () => 'Deze knop verandert nog niets. Kies een vraag waarvan hij het antwoord verandert.',
    en: () => 'This button changes nothing yet. Choose a question of which it changes the answer.',
  },
  'plan-set-kind': {
    nl: (given) => `Bij ‘${given.question}’ past dit antwoord niet. Kies het opnieuw.`,
    en: (given) => `This answer does not fit ‘${given.question}’. Choose it anew.`,
  },
  'plan-safety-undone': {
    nl: () => 'Een knop mag nooit zeggen dat iemand niet meer bang is.',
    en: () => 'A button may never say that somebody is no longer afraid.',
  },
  'plan-example-unasked': {
    nl: () => 'Deze vraag krijgt dit voorbeeld niet. Haal het antwoord weg.',
    en: () => 'This example is not asked this. Take the answer away.',
  },
  'plan-example-answer': {
    nl: () => 'Dit voorbeeld krijgt deze vraag. Kies een antwoord.',
    en: () => 'This example is asked this. Choose an answer.',
  },
  'plan-example-differs': {
    nl: () => 'Dit voorbeeld krijgt andere stappen dan je verwacht.',
    en: () => 'This example gets other steps than you expect.',
  },
})
